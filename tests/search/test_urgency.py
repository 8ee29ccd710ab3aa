"""What raises the alarm and what does not, in every language (`tests/urgency/`)."""

from __future__ import annotations

import pytest

from bot.conversation.conversation import Conversation
from bot.directory.directory import Directory
from tests.urgency.cases import Case, languages

CASES = [
    pytest.param(case, id=f"{language.language}: {case.gloss or case.text}")
    for language in languages()
    for case in language.cases()
]


@pytest.mark.parametrize("case", CASES)
def test_the_alarm_is_raised_where_it_must_be_and_nowhere_else(case: Case, launch_conversation: Conversation) -> None:
    found = launch_conversation.understander.read(case.text)
    if case.fails:
        assert not case.is_read_rightly(found), f'"{case.text}" is read rightly now: take "fails: true" away from it'
    else:
        told = f"{found.urgency or 'none'}{', sure' if found.sure else ''}"
        assert case.is_read_rightly(found), f'"{case.text}" is read as {told}'


def test_every_language_has_at_least_two_dozen_cases_that_differ(launch_directory: Directory) -> None:
    found = {language.language: {case.text for case in language.cases()} for language in languages()}
    assert set(found) == set(launch_directory.languages)
    assert all(len(texts) >= 24 for texts in found.values())
