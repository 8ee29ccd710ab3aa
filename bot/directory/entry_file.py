"""Which file holds the service, guidance page or referral route that somebody names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

from bot.directory.directory import Directory
from bot.directory.entry import Dated
from bot.directory.guidance import Guidance
from bot.directory.loader import FOLDERS, PHRASES
from bot.directory.referral import Route

Kind = Literal["service", "guidance page", "referral route"]


@dataclass(frozen=True, slots=True)
class EntryFile:
    """An entry that somebody answers for, with its kind and its file's path from the directory's folder."""

    file: str
    kind: Kind
    entry: Dated

    @property
    def id(self) -> str:
        """The file's name is the id."""
        return PurePosixPath(self.file).stem


def entry_files(directory: Directory, files: Iterable[str]) -> list[EntryFile]:
    """Every entry with sources and dates, in the order of the files."""
    by_folder: dict[type, tuple[Kind, Mapping[str, Dated]]] = {
        Guidance: ("guidance page", directory.guidance),
        Route: ("referral route", directory.routes),
    }
    found = []
    for file in sorted(files):
        path = PurePosixPath(file)
        folder = path.parts[0]
        if len(path.parts) == 1 or folder == PHRASES:
            continue
        if folder not in FOLDERS:
            found.append(EntryFile(file, "service", directory.services[path.stem]))
        elif FOLDERS[folder] in by_folder:
            kind, entries = by_folder[FOLDERS[folder]]
            found.append(EntryFile(file, kind, entries[path.stem]))
    return found


def named(wanted: str, entries: Iterable[EntryFile]) -> list[EntryFile]:
    """The entries called `wanted`: an id, or a folder and an id ("guidance/clares-law")."""
    return [found for found in entries if wanted in {found.id, found.file.removesuffix(".yaml")}]
