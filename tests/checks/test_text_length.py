"""What is longer than a phone shows at a glance is not read."""

from __future__ import annotations

import pytest

from bot.checks import text_length
from tests.checks.asking import example, severities, told_by
from tests.slips import ENTRY, elsewhere, entry

LONG = {
    "guidance/employer-told.yaml": elsewhere("guidance/employer-told.yaml", "Find a quiet room.", "Find a room. " * 21)
}


def test_short_texts_have_no_finding() -> None:
    assert told_by(text_length) == []


def test_a_step_that_fills_the_screen_is_a_warning() -> None:
    assert told_by(text_length, LONG) == [example(text_length)]
    assert severities(text_length, LONG) == {"warning"}


def test_a_third_sentence_about_a_service_is_one_too_many() -> None:
    [finding] = told_by(text_length, {ENTRY: entry("We help.", "We help. We listen. We ring back.")})

    assert finding == (
        f"{ENTRY}:7:14: this text has 3 sentences; a line about a service has two at most (text-length)\n"
        "    Leave out what people need not know before they call."
    )


@pytest.mark.parametrize(
    ("file", "correct", "length", "found"),
    [
        ("needs/talk.yaml", "Talk to someone", 40, 0),
        ("needs/talk.yaml", "Talk to someone", 41, 1),
        ("urgency/danger.yaml", "In danger now", 580, 0),
        ("urgency/danger.yaml", "In danger now", 601, 1),
    ],
)
def test_a_button_is_shorter_and_what_is_said_in_an_emergency_may_be_longer(
    file: str, correct: str, length: int, found: int
) -> None:
    assert len(told_by(text_length, {file: elsewhere(file, correct, "x" * length)})) == found


def test_other_languages_may_need_more_letters() -> None:
    changed = elsewhere("needs/talk.yaml", "{en: Talk to someone}", f"{{en: Talk to someone, pl: {'x' * 300}}}")

    assert told_by(text_length, {"needs/talk.yaml": changed}) == []
