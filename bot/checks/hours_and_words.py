"""The words about a service say "day and night", and its hours do not; or the other way round.

Somebody who reads "24 hours" at three in the morning and finds nobody there may not try again. Compare both with the
page in sources, and mend the one that is wrong. A text beside a number is held against that number's hours; any other
text against all hours of the file. Words about a time ("within 24 hours") are left alone, and so are files that give
no hours.

    westshire/ashby-outreach.yaml:7:14: this says "day and night", but no hours here are "24/7" (hours-and-words)
        Compare both with the page in sources, and mend the one that is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.checks.checked import Checked
from bot.checks.ways import hours_of
from bot.directory.entry import ENGLISH
from bot.directory.opening_hours import always_open
from bot.directory.problem import Problem
from bot.directory.service import Service
from bot.directory.yaml_source import Path

_ALWAYS = re.compile(
    r"\b24/7\b|\bday (?:and|or) night\b|\b(?:a)?round the clock\b|\b24[ -]hour\b|\bat all hours\b|\bat any hour\b|"
    r"(?<!within )(?<!in )(?<!for )(?<!after )(?<!every )(?<!next )(?<!last )\b24 hours\b"
)
_SOMETIMES = re.compile(
    r"\b(?:office|working|business|weekday|daytime|school) hours\b|\bweekdays\b|"
    r"\b(?:monday|mon) ?(?:to|-|–) ?(?:friday|fri)\b|"
    r"\b\d{1,2}(?:[.:]\d\d)? ?(?:am|pm)?(?: to | ?[-–] ?)\d{1,2}(?:[.:]\d\d)? ?pm\b"
)
"""Both read small letters."""
MEND = "Compare both with the page in sources, and mend the one that is wrong."


def check(checked: Checked) -> Iterator[Problem]:
    """Every text and name that contradicts the hours."""
    for text in checked.texts:
        service = checked.values[text.file]
        if text.language == ENGLISH and isinstance(service, Service):
            beside = [rule for path, rule in hours_of(service) if path[:-1] == text.before[:-1]]
            rules = beside or ([rule for _, rule in hours_of(service)] if text.before == ("words",) else [])
            yield from _contradiction(checked, text.file, text.path, text.text, rules)
    for file, service in checked.of(Service):
        yield from _contradiction(checked, file, ("name",), service.name, [rule for _, rule in hours_of(service)])


def _contradiction(checked: Checked, file: str, path: Path, text: str, rules: list[str]) -> Iterator[Problem]:
    if not rules:
        return
    always, sometimes = _ALWAYS.search(text.lower()), _SOMETIMES.search(text.lower())
    if always and not any(always_open(rule) for rule in rules):
        message = f'this says "{always[0]}", but no hours here are "24/7"'
        yield checked.error(file, path, message, MEND)
    elif sometimes and not always and all(always_open(rule) for rule in rules):
        message = f'this says "{sometimes[0]}", but the hours are "24/7"'
        yield checked.error(file, path, message, MEND)
