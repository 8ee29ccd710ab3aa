"""What a translation carries over as it is: numbers, links, addresses, and what the program fills in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import Formatter

_ANYTHING = re.compile(r"[0-9{@]|\w\.\w")
"""In a text without one of these there is nothing to carry over: most have none, and are passed by quickly."""
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w")
_LINK = re.compile(
    r"https?://[^\s)\"']*[\w/]|\b(?:[\w-]+\.)+(?:uk|org|com|net|info)\b(?:/[^\s)\"']*[\w/])?", re.IGNORECASE
)
_PHONE = re.compile(r"(?<![\w/])0\d[\d ]{6,}\d(?!\w)", re.ASCII)
_TIME = re.compile(r"\d{1,2}[:.]\d\d|\d{1,2} ?[ap]\.?m\b|\b24/7\b|\b24\b", re.IGNORECASE | re.ASCII)
"""Times are said in each language's own way ("6pm", "18"), and "24 hours" is "day and night" in many."""
_NUMBER = re.compile(r"(?<!\w)\d{2,}(?!\w)", re.ASCII)
_MANY_DIGITS = 3
"""A number that only the translation has is a fault from here on: shorter ones may be a time."""


def differences(english: str, translated: str, name: str) -> Iterator[str]:
    """What is wrong with the translation, in the language called `name`."""
    wanted, given = _carried(english), _carried(translated)
    for item in sorted(wanted - given):
        yield f"the {name} text lacks {item}, which the English one has"
    for item in sorted(given - wanted):
        if not item.isdecimal() or len(item) >= _MANY_DIGITS:
            yield f"the {name} text has {item}, which the English one has not"


def filled_in(text: str) -> frozenset[str] | None:
    """The names in {braces}; None if a brace is not closed, or opened twice."""
    try:
        return frozenset(f"{{{name}}}" for _, name, _, _ in Formatter().parse(text) if name is not None)
    except ValueError:
        return None


def _carried(text: str) -> frozenset[str]:
    if not _ANYTHING.search(text):
        return frozenset()
    found: set[str] = set(filled_in(text) or ())
    for pattern in (_EMAIL, _LINK, _PHONE, _TIME, _NUMBER):
        if pattern is not _TIME:
            found.update(match.replace(" ", "") if pattern is _PHONE else match for match in pattern.findall(text))
        text = pattern.sub(" ", text)
    return frozenset(found)
