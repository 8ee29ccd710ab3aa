"""A file of the directory as it stands before an exchange: its values, its text, and a name for this state of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any

from pydantic import BaseModel

from bot.directory.loader import FOLDERS, PHRASES, SINGLES
from bot.directory.service import Service
from bot.directory.yaml_source import Path, read_yaml


@dataclass(frozen=True)
class Held:
    """A sound file."""

    file: str
    raw: bytes

    @cached_property
    def data(self) -> dict[str, Any]:
        """What it holds, as read and not as the model completes it."""
        return read_yaml(self.raw, self.file)[0].data

    @property
    def id(self) -> str:
        """The file's name."""
        return PurePosixPath(self.file).stem

    @property
    def model(self) -> type[BaseModel]:
        """What kind of file it is."""
        return SINGLES.get(self.file) or FOLDERS.get(PurePosixPath(self.file).parts[0], Service)

    @property
    def version(self) -> str:
        """A short name for exactly these bytes; it begins with a letter, so that no program takes it for a number."""
        return f"v{sha256(self.raw).hexdigest()[:10]}"


def held(files: Mapping[str, bytes]) -> Iterable[Held]:
    """Every file but the phrases, in the order of the files."""
    return (Held(name, raw) for name, raw in files.items() if not name.startswith(f"{PHRASES}/"))


def at(data: Any, path: Path) -> Any:
    """The value at `path`; None where there is none."""
    for step in path:
        if isinstance(step, int):
            data = data[step] if isinstance(data, list) and step < len(data) else None
        else:
            data = data.get(step) if isinstance(data, dict) else None
    return data
