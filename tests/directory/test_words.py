"""Words in the person's language, and in English where they are missing: never a blank, and never passed off."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from bot.directory.directory import Directory
from bot.directory.entry import Said, in_language
from bot.directory.problem import DirectoryError
from bot.directory.service import Service
from bot.disk.directory_files import checked
from tests.small_hub import FILES, service


def listening_ear(**languages: str) -> Service:
    """A service with a summary in each language."""
    words = ", ".join(f"{language}: {{summary: {summary}}}" for language, summary in languages.items())
    directory = checked({**FILES, "norbury/listening-ear.yaml": service("listening-ear", words=f"{{{words}}}")})
    return directory.services["listening-ear"]


def test_somebody_reads_a_text_in_their_own_language() -> None:
    assert in_language({"en": "We listen.", "pl": "Słuchamy."}, "pl") == Said("Słuchamy.", "pl")


@pytest.mark.parametrize("language", ["ar", "pl", "xx", "", "EN"])
def test_a_text_that_is_missing_in_a_language_is_given_in_english_and_called_english(language: str) -> None:
    assert in_language({"en": "We listen."}, language) == Said("We listen.", "en")


def test_a_service_speaks_the_persons_language_where_hub_staff_wrote_it() -> None:
    words, language = listening_ear(en="We listen.", pl="Słuchamy.").words_in("pl")

    assert (words.summary, language) == ("Słuchamy.", "pl")


def test_a_service_without_the_persons_language_is_told_in_english_and_called_english() -> None:
    words, language = listening_ear(en="We listen.", pl="Słuchamy.").words_in("ar")

    assert (words.summary, language) == ("We listen.", "en")


def test_a_translation_that_leaves_out_a_line_leaves_it_out_and_nothing_else() -> None:
    """What stands in English alone is not mixed into another language's words."""
    extra = service("listening-ear", words="{en: {summary: We listen., refer: Ring us.}, pl: {summary: Słuchamy.}}")
    directory = checked({**FILES, "norbury/listening-ear.yaml": extra})

    words, _ = directory.services["listening-ear"].words_in("pl")

    assert (words.summary, words.refer) == ("Słuchamy.", None)


@pytest.mark.parametrize("words", ["{pl: {summary: Słuchamy.}}", "{en: {summary: ''}}", "{en: {summary: ' '}}", "{}"])
def test_a_service_without_english_words_is_refused(words: str) -> None:
    with pytest.raises(DirectoryError) as error:
        checked({**FILES, "norbury/listening-ear.yaml": service("listening-ear", words=words)})

    assert len(error.value.problems) == 1


def test_what_was_read_cannot_be_changed_by_a_conversation(small_directory: Directory) -> None:
    with pytest.raises(ValidationError, match="frozen"):
        small_directory.services["national-line"].name = "Another line"
