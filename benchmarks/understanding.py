"""How good understanding is: the core, over messages whose writers never saw the phrases (tests/understanding)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from benchmarks.measuring import PROJECT
from benchmarks.queries import Message, own_messages
from bot.app import load_conversation
from bot.directory.entry import ENGLISH
from bot.disk.directory_files import load
from bot.search.understanding import Understander, Understanding
from bot.settings import read_settings

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
    """Prints a row a language, and one for all but English."""
    conversation = load_conversation(read_settings({}))
    read = {language: _read(conversation.understander, own) for language, own in own_messages().items()}
    others = [one for language, own in read.items() if language != ENGLISH for one in own]
    phrases = len(load(PROJECT / "directory").examples)
    print(f"Understanding (messages of other writers; {phrases} phrases learnt; per cent)")
    print(f"{'':30}" + "".join(f"{column:>10}" for column in COLUMNS))
    for language, own in read.items():
        if language != ENGLISH:
            print(_row(language, own))
    print(_row("English", read[ENGLISH]))
    print(_row(f"the {len(read) - 1} others", others))
    print(LEGEND)


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
