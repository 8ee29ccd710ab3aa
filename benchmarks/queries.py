"""Messages to measure with: the project's own test messages, and sets of others outside the repository."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.measuring import PROJECT
from bot.directory.entry import ENGLISH

QUERIES = PROJECT.parent / "shared" / "queries"
"""Where the open set and the labelled examples lie, unless another folder is given."""


@dataclass(frozen=True, slots=True)
class Message:
    """What somebody wrote, and what it means."""

    text: str
    language: str
    urgency: str
    needs: tuple[str, ...]
    """The needs that are right as the first; empty where the set does not say."""
    district: str | None = None


def own_messages() -> dict[str, list[Message]]:
    """The project's own test messages, by language, English first."""
    files = sorted((PROJECT / "tests" / "understanding").glob("*.jsonl"), key=lambda file: (file.stem != ENGLISH, file))
    return {file.stem: list(map(_message, _rows(file))) for file in files}


def open_messages(queries: Path) -> list[Message]:
    """The open set, which nothing is learnt from. Raises FileNotFoundError."""
    return list(map(_message, _rows(queries / "open.jsonl")))


def examples(queries: Path) -> list[Message]:
    """The messages that may be learnt from."""
    return [
        Message(row["text"], row["lang"], row["urgency"], (row["need"],))
        for file in sorted(queries.glob("examples-*.jsonl"))
        for row in _rows(file)
    ]


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    return (json.loads(row) for row in file.read_text("utf-8").splitlines() if row)


def _message(row: dict[str, Any]) -> Message:
    meant = row["expect"]
    return Message(row["text"], row["lang"], meant["urgency"], tuple(meant["needs"]), meant["district"])
