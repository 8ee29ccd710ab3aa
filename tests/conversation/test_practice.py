"""Champions practise with invented people: what a reply does is told, nothing is scored, nothing is kept."""

from __future__ import annotations

from typing import Protocol

import pytest

from bot.channels.plain_text import plain_text
from bot.channels.telegram.buttons import LONGEST_ACTION
from bot.conversation.conversation import Conversation
from bot.conversation.reply import Reply
from bot.conversation.state import State
from bot.conversation.turn import Turn
from bot.directory.directory import Directory
from tests.conftest import MONDAY_NOON


class Tapped(Protocol):
    """What a button shows, whatever came before it."""

    def __call__(self, action: str, state: State = ...) -> Reply: ...


@pytest.fixture
def tapped(launch_conversation: Conversation) -> Tapped:
    def tap(action: str, state: State = State()) -> Reply:
        return launch_conversation.reply(Turn(MONDAY_NOON, action=action), state)

    return tap


def labels(reply: Reply) -> list[str]:
    return [choice.label for choice in reply.choices if choice.kind == "answer"]


@pytest.mark.parametrize("words", ["/practise", "Practise", "practice"])
def test_the_word_shows_whom_one_can_listen_to(launch_conversation: Conversation, words: str) -> None:
    reply = launch_conversation.reply(Turn(MONDAY_NOON, text=words), State())

    assert "Nothing is scored and nothing is kept." in plain_text(reply)
    assert "Tom, in the choir" in labels(reply)
    assert len(labels(reply)) >= 6


def test_somebody_speaks_and_there_are_replies_to_choose_from(tapped: Tapped) -> None:
    text = plain_text(reply := tapped("practise:choir-tenor"))

    assert text.startswith("Tom, in the choir\n\nTom is 45.")
    assert "They say: “I don't want to go home tonight." in text
    assert "A. “Come on, you can handle her.”" in text
    assert labels(reply) == ["A", "B", "C"]


def test_a_reply_that_helps_is_told_why_and_leads_on(tapped: Tapped) -> None:
    reply = tapped("practise:choir-tenor:0:1")

    assert "That helps.\n\nYou believe him, and you ask about safety first." in plain_text(reply)
    assert labels(reply) == ["Next"]


def test_a_reply_that_can_do_harm_is_told_why_and_another_can_be_tried(tapped: Tapped) -> None:
    reply = tapped("practise:choir-tenor:0:2")

    assert "That can do harm.\n\nIt looks for the cause in him." in plain_text(reply)
    assert [choice.action for choice in reply.choices][:2] == ["practise:choir-tenor:0", "practise:choir-tenor:1"]


def test_at_the_end_stands_what_to_take_from_it_and_what_to_read(tapped: Tapped) -> None:
    reply = tapped("practise:choir-tenor:3:1")

    assert "Believe him, name the help, let him choose." in plain_text(reply)
    assert labels(reply) == ["Somebody else", "Someone is telling me now", "Afterwards: note, share, refer"]


def test_nothing_of_it_is_kept(tapped: Tapped) -> None:
    before = State(language="en", district="thanet", audience="champion")

    assert tapped("practise:choir-tenor:0:2", before).state == before


def test_typed_words_are_taken_for_real(launch_conversation: Conversation, tapped: Tapped) -> None:
    state = tapped("practise:choir-tenor").state

    reply = launch_conversation.reply(Turn(MONDAY_NOON, text="hes outside kicking the door in"), state)

    assert plain_text(reply).startswith("In danger now: call 999")


@pytest.mark.parametrize(
    "action",
    [
        "practise:nobody",
        "practise:choir-tenor:9",
        "practise:choir-tenor:0:7",
        "practise:choir-tenor:x",
        "practise:choir-tenor:0:0:0",
    ],
)
def test_a_button_of_an_older_practice_leads_back_to_the_start(tapped: Tapped, action: str) -> None:
    assert "That button belongs to an older message." in plain_text(tapped(action))


def test_becoming_a_champion_offers_practice(launch_conversation: Conversation) -> None:
    reply = launch_conversation.reply(Turn(MONDAY_NOON, action="need:champion_training"), State())

    assert "Practise what to say" in labels(reply)


def test_every_turn_of_every_practice_can_be_reached_and_fits_a_button(
    launch_directory: Directory, tapped: Tapped
) -> None:
    assert len(launch_directory.practice) >= 6
    for practice in launch_directory.practice.values():
        for turn, spoken in enumerate(practice.turns):
            assert labels(tapped(f"practise:{practice.id}:{turn}")) == list("ABC")[: len(spoken.replies)]
            for reply in range(len(spoken.replies)):
                action = f"practise:{practice.id}:{turn}:{reply}"
                assert len(action.encode()) <= LONGEST_ACTION
                assert "0808 2000 247" in plain_text(tapped(action))
