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
    ("text", "service"),
    [
        pytest.param("shelter emergnecy helpline", "shelter-helpline", id="an everyday word"),
        pytest.param("kent pollice", "kent-police", id="every word is an everyday one"),
        pytest.param("dover one stpo shop", "oss-dover", id="a short word"),
        pytest.param("helter emergency helpline", "shelter-helpline", id="the first letter"),
        pytest.param("tunbridge ewlls community safety unit", "csu-tunbridge-wells", id="the first two letters"),
    ],
)
def test_a_word_is_known_misspelt_beside_the_rest_of_the_name(
    launch_conversation: Conversation, text: str, service: str
) -> None:
    assert [named.service for named in launch_conversation.understander.read(text).named] == [service]


@pytest.mark.parametrize("text", ["lalop", "alop number", "i sit in a hshelter"])
def test_a_single_word_with_another_first_letter_names_nothing(launch_conversation: Conversation, text: str) -> None:
    assert launch_conversation.understander.read(text).named == ()


def test_of_two_names_said_in_full_the_longer_is_meant(launch_conversation: Conversation) -> None:
    text = "Respond to Abuse Advice Line for employers (Hestia, launched as Everyone's Business)"
    named = launch_conversation.understander.read(text).named
    assert [found.service for found in named] == ["hestia-respond-to-abuse", "hestia-everyones-business"]


def test_every_service_is_found_by_its_own_name(launch_conversation: Conversation) -> None:
    for service in launch_conversation.directory.services.values():
        named = launch_conversation.understander.read(f"{service.name} number").named
        assert service.id in [found.service for found in named], service.name


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
