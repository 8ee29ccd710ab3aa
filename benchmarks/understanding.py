"""How good understanding is: the core, over messages whose writers never saw the phrases (tests/understanding).

    python -m benchmarks.understanding [FOLDER OF QUERIES]

With a folder, over its open set, too: a large gap between the two sets would mean that one of them was learnt by heart.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measuring import PROJECT
from benchmarks.queries import Message, open_messages, own_messages
from benchmarks.signpost import readers
from bot.directory.entry import ENGLISH
from bot.disk.directory_files import load
from bot.search.understanding import Understander, Understanding

COLUMNS = ("first", "in three", "urgent", "calm", "sure", "place", "language")
LEGEND = """\
first, in three  the need that is meant, as the best or among the best three
urgent           of the urgent messages, those with an alarm
calm             of the calm messages, those with an alarm: the lower, the better
sure             of the whole emergency blocks, those on an urgent message
place            the district exactly, or none where none is meant
language         the language of the message"""


@dataclass(frozen=True, slots=True)
class Read:
    """A message beside what was understood."""

    message: Message
    found: Understanding

    def verdicts(self) -> dict[str, bool]:
        """Right or wrong in each column that this message says something of."""
        meant, ranked = self.message, [scored.need for scored in self.found.needs]
        told = {
            "place": self.found.district == meant.district,
            "language": self.found.language == meant.language,
            "calm" if meant.urgency == "none" else "urgent": self.found.urgency is not None,
        }
        if meant.needs:
            told["first"] = ranked[0] in meant.needs
            told["in three"] = any(need in meant.needs for need in ranked[:3])
        if self.found.sure:
            told["sure"] = meant.urgency != "none"
        return told


def main() -> None:
    """Prints English, and all others together, for each way to read; every language for the best of them."""
    folders = [Path(argument) for argument in sys.argv[1:]]
    own = [message for messages in own_messages().values() for message in messages]
    phrases = len(load(PROJECT / "directory").examples)
    conversations = readers()
    print(f"Understanding (messages of other writers; {phrases} phrases learnt; per cent)")
    print(f"{'':30}" + "".join(f"{column:>10}" for column in COLUMNS))
    for name, conversation in conversations.items():
        print(name)
        read = _read(conversation.understander, own)
        if name == list(conversations)[-1]:
            for language in sorted({message.language for message in own} - {ENGLISH}):
                print(_row(language, [one for one in read if one.message.language == language]))
        _tell(read)
        for folder in folders:
            print(f"{name}, the open set")
            _tell(_read(conversation.understander, open_messages(folder)))
    print(LEGEND)


def _tell(read: list[Read]) -> None:
    others = [one for one in read if one.message.language != ENGLISH]
    print(_row("English", [one for one in read if one.message.language == ENGLISH]))
    print(_row("the others", others))


def _read(understander: Understander, own: Iterable[Message]) -> list[Read]:
    return [Read(message, understander.read(message.text)) for message in own]


def _row(name: str, read: list[Read]) -> str:
    verdicts = [one.verdicts() for one in read]
    cells = ""
    for column in COLUMNS:
        told = [verdict[column] for verdict in verdicts if column in verdict]
        cells += f"{100 * sum(told) / len(told):10.1f}" if told else f"{'-':>10}"
    return f"{f'{name} ({len(read)} messages)':30}{cells}"


if __name__ == "__main__":
    main()
