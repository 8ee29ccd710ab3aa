"""What a rule looks at: the directory, the files it came from, the catalogues, and the day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pydantic import BaseModel

from bot.directory.directory import Directory
from bot.directory.yaml_source import Document
from bot.search.learned import Learned
from bot.speech.catalogue import Speech


@dataclass(frozen=True)
class Checked:
    """A directory that is being checked."""

    directory: Directory
    documents: Mapping[str, Document]
    """The files with line and column of everything in them, by file name."""
    files: Mapping[tuple[type[BaseModel], str], str]
    """The file of each entry, by its model and id."""
    speech: Speech | None
    learned: Learned | None
    today: date
