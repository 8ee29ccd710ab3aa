"""Shows what an import would change, before anything is written: in colour on a terminal, plain where it is piped."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from bot.directory.yaml_text import Value
from bot.interchange.outcome import Outcome
from bot.interchange.taken import Change

_OLD, _NEW, _HEAD = "red", "green", "bold"


def show(result: Outcome, changes: Sequence[Change]) -> None:
    """Prints every change, file by file, then every new file whole."""
    console = Console(file=sys.stdout, highlight=False, soft_wrap=True)
    for line in _lines(result, changes):
        console.print(line)


def _lines(result: Outcome, changes: Sequence[Change]) -> Iterator[Text]:
    for file in result.texts:
        if file in result.new:
            yield Text(f"{file} (new)", _HEAD)
            _, _, fields = result.texts[file].partition("\n")
            yield from _marked("+", fields, _NEW)
        else:
            yield Text(file, _HEAD)
            for change in changes:
                if change.file == file:
                    yield Text(f"  {change.cell}")
                    yield from _marked("-", _told(change.old), _OLD)
                    yield from _marked("+", _told(change.new), _NEW)
        yield Text()


def _marked(mark: str, text: str, style: str) -> Iterator[Text]:
    for line in text.splitlines():
        yield Text(f"  {mark} {line}", style)


def _told(value: Value | None) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return "; ".join(str(item) for item in value)
    return "" if value is None else str(value)


def counted(result: Outcome, changes: Sequence[Change]) -> str:
    """How much it is: "3 cells in 2 files, 1 new draft"."""
    files = len(result.texts) - len(result.new)
    parts = [f"{_many(len(changes), 'change')} in {_many(files, 'file')}"] if changes else []
    return ", ".join([*parts, *([_many(len(result.new), "new draft")] if result.new else [])])


def _many(count: int, thing: str) -> str:
    return f"{count} {thing}{'' if count == 1 else 's'}"
