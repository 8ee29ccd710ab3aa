"""A message teaches one meaning."""

from __future__ import annotations

from bot.checks import phrase_of_two_needs
from tests.checks.asking import example, severities, told_by
from tests.small_hub import FILES

REFUGE = "phrases/en/refuge.yaml"
TWICE = {REFUGE: FILES[REFUGE].replace(b"refuge tonight", b"I need to TALK to someone")}


def test_messages_that_each_mean_one_need_have_no_finding() -> None:
    assert told_by(phrase_of_two_needs) == []


def test_a_message_of_two_needs_is_told_at_its_second_place() -> None:
    assert told_by(phrase_of_two_needs, TWICE) == [example(phrase_of_two_needs)]
    assert severities(phrase_of_two_needs, TWICE) == {"error"}


def test_the_same_message_calm_and_urgent_is_told_too() -> None:
    talk = "phrases/en/talk.yaml"
    changed = {talk: FILES[talk].replace(b"i want to die", b"i need to talk to someone")}

    [finding] = told_by(phrase_of_two_needs, changed)

    assert 'where it means "talk"' in finding
