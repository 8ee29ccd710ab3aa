"""An old entry is marked and ranks lower; a very old one is told only where nothing else is left."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.channels.plain_text import plain_text
from bot.conversation.conversation import Conversation
from bot.conversation.reply import Card, Reply
from bot.conversation.state import State
from bot.conversation.turn import Turn
from bot.disk.directory_files import checked
from tests.small_hub import FILES, service

NOW = datetime(2026, 11, 21, 23, 10, tzinfo=UTC)
OLD = "Checked on 1 November 2025. This is due to be checked again: details may have changed."


def refuge(small: Conversation, review_by: str, text: str = "", others: bool = True) -> Reply:
    """Who asks for a refuge in Ashby, where the national line is due on a day."""
    line = service(
        "national-line",
        phones="[{number: '0808 2000 247', hours: '24/7', free: true}]",
        needs="[talk, refuge, police, men, employer_respond]",
        checked="2025-11-01",
        review_by=review_by,
    )
    files = {**FILES, "national/national-line.yaml": line}
    if not others:
        outreach = files["westshire/ashby-outreach.yaml"]
        files["westshire/ashby-outreach.yaml"] = outreach.replace(b"status: live", b"status: draft\nreason: Gone.")
    conversation = Conversation(checked(files), small.understander, small.speech)
    turn = Turn(NOW, text=text) if text else Turn(NOW, action="need:refuge")
    return conversation.reply(turn, State(district="ashby"))


def cards(reply: Reply) -> list[str]:
    return [part.service for part in reply.parts if isinstance(part, Card)]


@pytest.mark.parametrize(
    ("review_by", "shown", "marked"),
    [
        ("2026-11-21", ["national-line", "ashby-outreach"], False),
        ("2026-11-20", ["ashby-outreach", "national-line"], True),
        ("2026-08-23", ["ashby-outreach", "national-line"], True),
        ("2026-08-22", ["ashby-outreach"], False),
    ],
    ids=["on the day", "a day later", "90 days later", "91 days later"],
)
def test_an_entry_grows_old(small_conversation: Conversation, review_by: str, shown: list[str], marked: bool) -> None:
    reply = refuge(small_conversation, review_by)
    assert cards(reply) == shown
    assert (OLD in plain_text(reply)) is marked


def test_a_very_old_entry_is_told_as_old_where_nothing_else_is_left(small_conversation: Conversation) -> None:
    reply = refuge(small_conversation, "2026-08-22", others=False)
    assert cards(reply) == ["national-line"]
    assert OLD in plain_text(reply)


def test_who_asks_for_a_very_old_entry_by_its_name_is_told_that_it_cannot_be_confirmed(
    small_conversation: Conversation,
) -> None:
    reply = refuge(small_conversation, "2026-08-22", text="national line number, i need a refuge")
    assert "national-line" not in cards(reply)
    assert "I cannot confirm National Line today, so I do not show its details." in plain_text(reply)
