"""The messages of `tests/understanding/`: written by people who never saw the directory's phrases."""

from __future__ import annotations

import json
from dataclasses import dataclass

from tests.conftest import PROJECT


@dataclass(frozen=True, slots=True)
class Written:
    """One message, its language, and what it must raise: an urgency, or "none"."""

    text: str
    language: str
    urgency: str


def written() -> list[Written]:
    """All of them."""
    files = sorted((PROJECT / "tests" / "understanding").glob("*.jsonl"))
    rows = [json.loads(row) for file in files for row in file.read_text("utf-8").splitlines() if row]
    return [Written(row["text"], row["lang"], row["expect"]["urgency"]) for row in rows]
