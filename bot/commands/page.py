"""The page of the docs that shows every command's help: `make docs` writes it, and keeps what people wrote there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import typer
from typer.testing import CliRunner

from bot.commands.line import commands

_WIDTH = "100"
_NOTED = re.compile(r"^## (signpost[^\n]*)\n(.*?)^```text$", re.MULTILINE | re.DOTALL)
_HEAD = """\
# Commands

`signpost` is `.venv/bin/signpost` in the checkout; `python -m bot` is the same. \
[Exit codes](../operators/exit-codes.md) mean the same everywhere."""


def page(before: str) -> str:
    """The whole page, in Markdown. `before` is the page as it was: its notes stay."""
    notes = {name: note.strip("\n") for name, note in _NOTED.findall(before)}
    return "\n".join([_HEAD, *(_entry(words, notes) for words in names())]) + "\n"


def names() -> Iterator[tuple[str, ...]]:
    """The words that call each command and each group of commands, the program itself first."""
    root: Any = typer.main.get_command(commands)
    return _below(root, ())


def _below(command: Any, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    yield words
    for name, inner in getattr(command, "commands", {}).items():
        yield from _below(inner, (*words, name))


def _entry(words: tuple[str, ...], notes: Mapping[str, str]) -> str:
    called = " ".join(("signpost", *words))
    shown = CliRunner().invoke(
        commands, [*words, "--help"], prog_name="signpost", env={"COLUMNS": _WIDTH, "TERMINAL_WIDTH": _WIDTH}
    )
    lines = "\n".join(line.rstrip() for line in shown.stdout.strip("\n").splitlines()).strip("\n")
    note = f"{notes[called]}\n\n" if notes.get(called) else ""
    return f"\n## {called}\n\n{note}```text\n$ {called} --help\n{lines}\n```"


if __name__ == "__main__":
    there = Path("docs/reference/commands.md")
    there.write_text(page(there.read_text("utf-8")), "utf-8")
