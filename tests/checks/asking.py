"""Asks the rules about a hub's files, as `signpost directory check` does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from bot.checks.checked import to_check
from bot.checks.rules import FAST, Rule, findings
from bot.directory.loader import build
from bot.directory.problem import Problem
from bot.speech.catalogue import Speech

TODAY = date(2026, 11, 22)


def told(
    files: Mapping[str, bytes], rules: Iterable[Rule] = FAST, today: date = TODAY, speech: Speech | None = None
) -> list[Problem]:
    """Every finding, sorted by place."""
    built = build(files)
    seen = to_check(built, today, speech)
    return sorted([*built.problems, *(findings(seen, rules) if seen else ())])
