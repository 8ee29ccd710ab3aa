"""What must hold of every reply, whatever was sent: used by the tests of bad input and by `tests/fuzz.py`."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import datetime

from bot.channels.plain_text import plain_text
from bot.channels.telegram.buttons import LONGEST_ACTION
from bot.channels.telegram.markup import LONGEST_MESSAGE, size
from bot.channels.telegram.messages import rendered
from bot.conversation.conversation import Conversation
from bot.conversation.reply import Card, Emergency, Reply, Sentence
from bot.conversation.state import State
from bot.conversation.turn import Turn
from bot.directory.directory import Directory
from bot.directory.opening_hours import opening

MARK = "zqxjvk"
"""No text of the project holds this. A test types it to see whether what was typed comes back."""
TURNS_TEXT_AROUND = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def broken_rules(reply: Reply, turn: Turn, conversation: Conversation) -> list[str]:
    """The hard rules that `reply` breaks, as sentences; none if all is well."""
    return [*_of_the_exit(reply)] if reply.exit else [*_of_an_answer(reply, turn, conversation)]


def _of_the_exit(reply: Reply) -> Iterator[str]:
    if reply.parts or reply.choices:
        yield "exit shows something"
    if reply.state != State():
        yield "exit remembers something"


def _of_an_answer(reply: Reply, turn: Turn, conversation: Conversation) -> Iterator[str]:
    if not reply.parts:
        yield "nothing is said"
    if not somebody_is_open(reply, conversation.directory, turn.now):
        yield "nobody can be reached"
    if not reply.choices or reply.choices[-1].action != "exit":
        yield "no exit"
    if any(not choice.label.strip() or len(choice.action.encode()) > LONGEST_ACTION for choice in reply.choices):
        yield "a button that cannot be pressed"
    if any(isinstance(part, Emergency) for part in reply.parts[1:]):
        yield "the emergency does not stand first, or twice"
    if State.from_line(reply.state.line()) != reply.state:
        yield "the state does not come back from its line"
    shown = "\n".join((plain_text(reply), *(choice.label for choice in reply.choices)))
    if MARK in f"{shown} {reply.state.line()}".casefold():
        yield "what was typed comes back"
    if any(char in TURNS_TEXT_AROUND or unicodedata.category(char) in {"Cc", "Cs"} for char in shown.replace("\n", "")):
        yield "a control character is shown"
    if "<" in shown:
        yield "markup is shown"
    if any(size(message.html) > LONGEST_MESSAGE for message in rendered(reply, conversation)):
        yield "a message is too long for Telegram"


def somebody_is_open(reply: Reply, directory: Directory, now: datetime) -> bool:
    """Whether the reply holds a person who can be reached at that minute."""
    for part in reply.parts:
        if isinstance(part, Emergency):
            return True
        if isinstance(part, Card) and any(way.open for way in part.ways):
            return True
        if isinstance(part, Sentence) and part.service:
            phones = directory.services[part.service].phones
            if any(p.number in part.text.text and p.hours and opening(p.hours, now).open for p in phones):
                return True
    return False
