"""Turns by chance: messages of the tests, cut, spliced and disguised; buttons, places, memories real and made up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from random import Random

from bot.conversation.reply import Reply
from bot.conversation.state import State
from bot.conversation.turn import Location, Turn
from bot.directory.directory import Directory
from tests.bad_input import MUTATIONS, NO_MESSAGES
from tests.conftest import SATURDAY_NIGHT

_MOST_CHARACTERS = 120_000
_A_MONTH = 60 * 24 * 30
_SPOILING = ("cut", "mistyped", "characters from anywhere", "repeated")
_LONGEST_SHOWN = 300


@dataclass(frozen=True)
class Sent:
    """One turn by chance, and how it came about."""

    turn: Turn
    state: State
    kinds: tuple[str, ...] = ()

    def __str__(self) -> str:
        turn = self.turn
        what = next(thing for thing in (turn.text, turn.action, turn.location, turn.unreadable) if thing is not None)
        shown = repr(what)
        if len(shown) > _LONGEST_SHOWN:
            shown = f"{shown[:_LONGEST_SHOWN]}… ({len(str(what))} characters)"
        return f"{' + '.join(self.kinds)}: {shown}, in the state {self.state.line()!r}"


class Chance:
    """Makes turns. The same seed makes the same turns, as long as the same replies come back."""

    def __init__(self, texts: list[str], random: Random) -> None:
        self._texts = texts
        self._random = random
        self._last = State()
        self._buttons = ["start"]

    def came_back(self, reply: Reply) -> None:
        """Remembers where the chat stands: the next turn may go on from there."""
        self._last = reply.state
        self._buttons = [choice.action for choice in reply.choices] or ["start"]

    def spoilt(self, text: str) -> str:
        """`text`, such as the memory of a chat, tampered with."""
        return MUTATIONS[self._random.choice(_SPOILING)](text, self._random)

    def sent(self, directory: Directory) -> Sent:
        """The next turn."""
        random = self._random
        state, of_state = self._state(directory)
        turn, of_turn = self._turn()
        turn = replace(
            turn,
            now=SATURDAY_NIGHT + timedelta(minutes=random.randrange(_A_MONTH)),
            forwarded=random.random() < 0.1,
            language_hint=random.choice((None, "en", "ar-EG", "xx", "\u202e", "")),
        )
        return Sent(turn, state, (*of_turn, *of_state))

    def _turn(self) -> tuple[Turn, tuple[str, ...]]:
        random = self._random
        match random.choices(("message", "no message", "button", "place", "unreadable"), (65, 3, 22, 7, 3))[0]:
            case "message":
                return self._message()
            case "no message":
                name = random.choice(sorted(NO_MESSAGES))
                return Turn(SATURDAY_NIGHT, text=NO_MESSAGES[name]), (name,)
            case "button":
                action = random.choice(self._buttons)
                if random.random() < 0.4:
                    return Turn(SATURDAY_NIGHT, action=self.spoilt(action)), ("a button, spoilt",)
                return Turn(SATURDAY_NIGHT, action=action), ("a button",)
            case "place":
                where = (float("nan"), float("inf"), -1e308, 0.0, 51.38, random.uniform(-90, 90))
                return Turn(SATURDAY_NIGHT, location=Location(random.choice(where), random.choice(where))), ("a place",)
            case _:
                return Turn(SATURDAY_NIGHT, unreadable=random.choice(("voice", "other"))), ("unreadable",)

    def _message(self) -> tuple[Turn, tuple[str, ...]]:
        random = self._random
        text = random.choice(self._texts)
        kinds = ["a message"]
        if random.random() < 0.3:
            other = random.choice((random.choice(self._texts), NO_MESSAGES[random.choice(sorted(NO_MESSAGES))][:2000]))
            text = text[: random.randint(0, len(text))] + other[random.randint(0, len(other)) :]
            kinds.append("spliced")
        for _ in range(random.choice((0, 1, 1, 2, 3))):
            change = random.choice(sorted(MUTATIONS))
            text = MUTATIONS[change](text, random)[:_MOST_CHARACTERS]
            kinds.append(change)
        return Turn(SATURDAY_NIGHT, text=text), tuple(kinds)

    def _state(self, directory: Directory) -> tuple[State, tuple[str, ...]]:
        """The state after the last turn, a fresh one, one thrown together from real ids, or one tampered with."""
        random = self._random
        match random.choices(("last", "fresh", "thrown together", "tampered with"), (50, 20, 15, 15))[0]:
            case "last":
                return self._last, ()
            case "fresh":
                return State(), ()
            case "thrown together":
                ids = [*directory.districts, *directory.needs, *directory.languages, "area", "champion", "high", "77"]
                shown = ",".join(random.sample(sorted(directory.services), 3))
                fields = {name: random.choice((*ids, "")) for name in State.__slots__} | {"shown": shown}
                line = " ".join(f"{name}={value}" for name, value in fields.items())
                return State.from_line(line), ("a state thrown together",)
            case _:
                line = self.spoilt(self._last.line() or "language=en")
                return State.from_line(line), ("a state tampered with",)


def smaller(sent: Sent, fails: Callable[[Sent], bool]) -> Sent:
    """`sent` with as much of its state and text taken away as leaves it failing."""
    bare = replace(sent, state=State())
    if fails(bare):
        sent = bare
    text = sent.turn.text or ""
    for less in _shorter(text):
        found = replace(sent, turn=replace(sent.turn, text=less))
        if fails(found):
            return smaller(found, fails)
    return sent


def _shorter(text: str) -> Iterator[str]:
    """`text` without a half of it, without a quarter, and so on down to a single character."""
    size = len(text) // 2
    while size:
        yield from (text[:start] + text[start + size :] for start in range(0, len(text), size))
        size //= 2
