"""The page that says what each finding means, from the rules' own docstrings."""

from __future__ import annotations

from collections.abc import Iterator
from inspect import cleandoc

from bot.checks.rules import AT_LOAD, FAST, Rule, rule_id
from bot.checks.slow_rules import SLOW
from bot.directory.reading_rules import READING_RULES

_GROUPS: tuple[tuple[str, str, tuple[Rule, ...]], ...] = (
    (
        "Errors in what files say together",
        "Signpost does not start with a directory that has one of them.",
        AT_LOAD,
    ),
    (
        "Warnings",
        "The directory can be used as it is. They are warnings but where it says otherwise.",
        tuple(rule for rule in FAST if rule not in AT_LOAD),
    ),
    (
        "What takes longer to find",
        "These are left out with `--fast`, and while there is an error.",
        SLOW,
    ),
)


def page() -> str:
    """The whole page, in Markdown."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield "# What each finding means"
    yield ""
    yield "The name in brackets at the end of a finding is one of these. `signpost directory rules` prints this page."
    yield ""
    yield "## Errors inside a file"
    yield ""
    yield "| rule | finds |"
    yield "| --- | --- |"
    for name, finds in READING_RULES.items():
        yield f"| `{name}` | {finds} |"
    for heading, opening, rules in _GROUPS:
        if rules:
            yield f"\n## {heading}\n\n{opening}"
        for rule in rules:
            yield f"\n### {rule_id(rule)}\n\n{cleandoc(rule.__doc__ or '')}"
