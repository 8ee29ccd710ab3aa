"""Asks the rules about a hub's files, as `signpost directory check` does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from inspect import cleandoc

from bot.checks.checked import to_check
from bot.checks.rules import FAST, Rule, findings
from bot.directory.loader import build
from bot.directory.problem import Problem
from bot.speech.catalogue import Speech
from tests.small_hub import FILES

TODAY = date(2026, 11, 22)


def told(
    files: Mapping[str, bytes], rules: Iterable[Rule] = FAST, today: date = TODAY, speech: Speech | None = None
) -> list[Problem]:
    """Every finding in `files`, sorted by place."""
    built = build(files)
    seen = to_check(built, today, speech)
    return sorted([*built.problems, *(findings(seen, rules) if seen else ())])


def told_by(
    rule: Rule, changed: Mapping[str, bytes] | None = None, today: date = TODAY, speech: Speech | None = None
) -> list[str]:
    """What a rule says of the small hub with some files changed, as people read it."""
    return [str(problem) for problem in told({**FILES, **(changed or {})}, [rule], today, speech)]


def example(rule: Rule) -> str:
    """The finding that the docs show for a rule: the indented lines of its docstring."""
    lines = cleandoc(rule.__doc__ or "").splitlines()
    return "\n".join(line.removeprefix("    ") for line in lines if line.startswith("    "))


def severities(rule: Rule, changed: Mapping[str, bytes], today: date = TODAY) -> set[str]:
    """How grave the findings of a rule are."""
    return {str(problem.severity) for problem in told({**FILES, **changed}, [rule], today)}
