"""Commands that are imported when they are asked for: `directory check` waits for nothing that only `run` needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command, get_group


@dataclass(frozen=True, slots=True)
class Late:
    """Where a command is: its module, and the function or the group of commands in it."""

    module: str
    name: str
    example: str = ""

    def load(self, called: str) -> Any:
        """The command as typer knows it, called so on the command line."""
        found: Any = getattr(import_module(self.module), self.name)
        if isinstance(found, typer.Typer):
            group = get_group(found)
            group.name = called
            return group
        alone = typer.Typer(add_completion=False)
        alone.command(called, epilog=f"Example: {self.example}")(found)
        return get_command(alone)


def group_of(commands: Mapping[str, Late]) -> type[TyperGroup]:
    """The kind of group that holds `commands`, by the words that call them, in this order."""

    class Group(TyperGroup):
        def __init__(self, **settings: Any) -> None:
            super().__init__(**{**settings, "commands": _Commands(commands)})

    return Group


class _Commands(Mapping[str, Any]):
    """Commands by the words that call them; each is loaded when it is looked up."""

    def __init__(self, late: Mapping[str, Late]) -> None:
        self._late = late

    def __getitem__(self, called: str) -> Any:
        return self._late[called].load(called)

    def __iter__(self) -> Iterator[str]:
        return iter(self._late)

    def __len__(self) -> int:
        return len(self._late)
