"""A language that was begun and not finished: one finding, not one for each text."""

from __future__ import annotations

from pathlib import Path

from bot.checks import missing_language
from tests.checks.asking import example, severities, told_by
from tests.checks.test_catalogue_differs import sentences
from tests.slips import elsewhere

BEGUN = {"needs/talk.yaml": elsewhere("needs/talk.yaml", "{en: Talk to someone}", "{en: Talk to someone, pl: Rozmowa}")}


def test_languages_that_were_not_begun_have_no_finding() -> None:
    assert told_by(missing_language) == []


def test_a_language_with_one_text_lacks_the_others() -> None:
    assert told_by(missing_language, BEGUN) == [example(missing_language)]
    assert severities(missing_language, BEGUN) == {"warning"}


def test_the_programs_own_sentences_count_too(tmp_path: Path) -> None:
    speech = sentences(tmp_path, en="Hello.", pl="Cześć.")

    [finding] = told_by(missing_language, speech=speech)

    assert "Polish lacks 44 of 45 texts" in finding
