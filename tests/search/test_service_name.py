"""A service asked for by name (the launch directory's)."""

from __future__ import annotations

import pytest

from bot.conversation.conversation import Conversation
from bot.conversation.state import State
from bot.conversation.turn import Turn
from tests.conftest import MONDAY_NOON


@pytest.mark.parametrize(
    ("text", "service"),
    [
        ("davss number", "davss"),
        ("DAVS number please", "davss"),
        ("number for dads unlimited", "dads-unlimited"),
        ("samaritans", "samaritans"),
        ("samaratins phone", "samaritans"),
        ("karma nirvana", "karma-nirvana"),
        ("is galop open", "galop"),
        ("hourglass number", "hourglass"),
        ("choices domestic abuse service medway", "choices-da-service"),
        ("pennine domestic abuse partnership", "pdap"),
        ("revenge porn helpline", "revenge-porn-helpline"),
        ("national stalking helpline number", "national-stalking-helpline"),
        ("oasis domestic abuse thanet", "oasis"),
    ],
)
def test_it_is_shown_among_the_first_three(launch_conversation: Conversation, text: str, service: str) -> None:
    reply = launch_conversation.reply(Turn(MONDAY_NOON, text=text), State())
    assert service in reply.services()[:3]


@pytest.mark.parametrize(
    "text",
    [
        "he took my choices away",
        "i need refuge",
        "i want to report him to the police",
        "my phone is not safe",
        "the council will not help",
    ],
)
def test_everyday_words_name_no_service(launch_conversation: Conversation, text: str) -> None:
    assert launch_conversation.understander.read(text).named == ()
