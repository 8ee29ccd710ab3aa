"""People who are frightened or read in a second language need short sentences and short words."""

from __future__ import annotations

import pytest

from bot.checks import reading_age
from tests.checks.asking import example, severities, told_by
from tests.slips import elsewhere

HARD = (
    "Being followed, watched or contacted again and again when it is not wanted can be stalking, which is a crime, "
    "and the services below can help someone to stay safe."
)
EASY = "You can talk to us. We listen, and we do not judge. You say what you want. We tell you who can help, and how."


def talk(answer: str, language: str = "en") -> dict[str, bytes]:
    """The need to talk, answered with these words."""
    words = f"{{en: '{answer}'}}" if language == "en" else f"{{en: We listen., {language}: '{answer}'}}"
    return {"needs/talk.yaml": elsewhere("needs/talk.yaml", "{en: 'About this: talk to someone.'}", words)}


def test_plain_words_have_no_finding() -> None:
    assert told_by(reading_age, talk(EASY)) == []


def test_long_words_in_a_long_sentence_are_a_warning() -> None:
    assert told_by(reading_age, talk(HARD)) == [example(reading_age)]
    assert severities(reading_age, talk(HARD)) == {"warning"}


def test_a_few_long_words_are_not_measured() -> None:
    assert told_by(reading_age, talk("Independent Domestic Violence Advisers.")) == []


def test_other_languages_are_not_measured() -> None:
    assert told_by(reading_age, talk(HARD, "pl")) == []


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("The cat sat on the mat.", 5 - 5.1),
        ("Call us. We help.", 5 - 6.3),
    ],
)
def test_the_age_is_that_of_the_automated_readability_index(text: str, age: float) -> None:
    assert reading_age.reading_age(text) == pytest.approx(age, abs=0.1)
