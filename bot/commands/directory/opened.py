"""The directory in use, with its files: what every command of the daily work begins with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import typer

from bot.commands.configured import settings
from bot.directory.directory import Directory
from bot.directory.entry_file import EntryFile, entry_files, named
from bot.disk.directory_files import checked, read_files


@dataclass(frozen=True)
class Opened:
    """A directory, where it stands and the bytes that it was read from."""

    root: Path
    files: Mapping[str, bytes]
    directory: Directory

    @cached_property
    def entries(self) -> list[EntryFile]:
        """Every service, guidance page and referral route."""
        return entry_files(self.directory, self.files)

    def entry(self, wanted: str) -> EntryFile:
        """The one entry called `wanted`. Raises BadParameter, which ends the command with exit code 2."""
        found = named(wanted, self.entries)
        if not found:
            raise typer.BadParameter(
                f'there is no service, guidance page or referral route "{wanted}". '
                "Find a service's id with: signpost directory list"
            )
        if len(found) > 1:
            folders = " or ".join(one.file.removesuffix(".yaml") for one in found)
            raise typer.BadParameter(f'"{wanted}" is the id of {len(found)} entries. Write {folders}')
        return found[0]


def opened() -> Opened:
    """The directory of the settings, without its phrases. Raises DirectoryError."""
    root = settings().directory
    files = read_files(root)
    return Opened(root, files, checked(files, with_phrases=False))
