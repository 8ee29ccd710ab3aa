"""The terminal: the plainest channel. Choices are numbered; exit clears the screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from rich.console import Console

from bot.channels.plain_text import plain_text
from bot.conversation.conversation import Conversation
from bot.conversation.reply import Reply
from bot.conversation.state import State
from bot.conversation.turn import Turn


def talk(conversation: Conversation, language: str, clock: Callable[[], datetime], first: str = "start") -> None:
    """Talks until exit or the end of input, beginning with the action `first`.

    Nothing is kept, and exit clears what the terminal lets go.
    """
    console = Console(soft_wrap=True, highlight=False, markup=False)
    state = State(language=language if language in conversation.directory.languages else "en")
    reply = conversation.reply(Turn(clock(), action=first), state)
    while not reply.exit:
        _show(reply, conversation, console)
        try:
            typed = console.input("> ").strip()
        except (EOFError, KeyboardInterrupt):
            break
        reply = conversation.reply(_turn(typed, reply, clock()), reply.state)
    _clear(console)


def _show(reply: Reply, conversation: Conversation, console: Console) -> None:
    console.print(f"\n{plain_text(reply, conversation.speech.say('english_only', reply.language))}\n")
    for number, choice in enumerate(reply.choices, 1):
        console.print(f"{number:3} {choice.label}")
    console.print(conversation.speech.say("terminal.hint", reply.language))


def _turn(typed: str, reply: Reply, now: datetime) -> Turn:
    if typed.isdecimal() and 1 <= int(typed) <= len(reply.choices):
        return Turn(now, action=reply.choices[int(typed) - 1].action)
    return Turn(now, text=typed)


def _clear(console: Console) -> None:
    if console.is_terminal:
        # The second sequence asks the terminal to drop what has scrolled away, too.
        console.file.write("\x1b[2J\x1b[3J\x1b[H")
        console.file.flush()
