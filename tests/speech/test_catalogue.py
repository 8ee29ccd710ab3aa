"""A catalogue may take another's place only if everything can still be said."""

from __future__ import annotations

import pytest

from bot.speech.catalogue import CatalogueError, Speech

BEFORE = Speech({"en": {"area.set": "Area: {district}.", "hello": "Hello."}, "pl": {"hello": "Dzień dobry."}})


@pytest.mark.parametrize(
    "after",
    [
        {"en": {"area.set": "You are in {district}.", "hello": "Hi."}},
        {"en": {"area.set": "Thank you.", "hello": "Hello.", "more": "More about {thing}."}},
    ],
)
def test_other_words_and_new_phrases_are_fine(after: dict[str, dict[str, str]]) -> None:
    Speech(after).stand_in_for(BEFORE)


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (
            {"en": {"area.set": "Area: {district}."}},
            'en: the phrase "hello" is missing or empty. Put it back.',
        ),
        (
            {"en": {"area.set": "Area: {distrct}.", "hello": "Hello."}},
            'en: the program fills in nothing for "distrct" in "area.set". '
            "Use the words in {braces} of the English phrase as it was.",
        ),
        (
            {"en": {"area.set": "Area: {district}.", "hello": "Hello."}, "pl": {"hello": "Dzień {dobry"}},
            'pl: the program fills in nothing for "{" in "hello". '
            "Use the words in {braces} of the English phrase as it was.",
        ),
    ],
)
def test_what_could_no_longer_be_said_is_told(after: dict[str, dict[str, str]], told: str) -> None:
    with pytest.raises(CatalogueError) as error:
        Speech(after).stand_in_for(BEFORE)
    assert str(error.value) == told
