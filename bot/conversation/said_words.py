"""Which of the hub's lists of words a message holds: a level of risk, a case, a warning sign, a guidance page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TypeVar

from bot.search.text import words

Key = TypeVar("Key")


def longest_said(text: str, wordings: Mapping[Key, Iterable[str]]) -> Key | None:
    """The key whose longest wording stands in `text`: "not high risk" counts more than "high risk"."""
    found = [(len(wording), key) for wording, key in _said(text, wordings)]
    return max(found, key=lambda one: one[0])[1] if found else None


def all_said(text: str, wordings: Mapping[Key, Iterable[str]]) -> tuple[Key, ...]:
    """Every key of which a wording stands in `text`, in the order of `wordings`."""
    return tuple(dict.fromkeys(key for _, key in _said(text, wordings)))


def _said(text: str, wordings: Mapping[Key, Iterable[str]]) -> list[tuple[str, Key]]:
    typed = f" {' '.join(words(text))} "
    return [
        (wording, key) for key, wordings_of in wordings.items() for wording in wordings_of if _spelt(wording) in typed
    ]


@lru_cache(maxsize=1024)
def _spelt(wording: str) -> str:
    """The words of a wording as they would stand in a message. Only of the directory's: no message is remembered."""
    return f" {' '.join(words(wording))} "
