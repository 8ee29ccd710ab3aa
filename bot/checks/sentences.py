"""Sentences and words of an English text, as the rules of readability count them."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_CLOSING = r"[\"'”’)]*(?=\s|$)|\n"
_SENTENCE_END = re.compile(rf"[.!?]+{_CLOSING}")
_THOUGHT_END = re.compile(rf"[.!?:;]+{_CLOSING}")


def words(text: str) -> list[str]:
    """The words; "day-and-night" is one."""
    return _WORD.findall(text)


def sentences(text: str) -> list[str]:
    """The sentences, in order."""
    return _parts(_SENTENCE_END, text)


def thoughts(text: str) -> list[str]:
    """What rules of readability call sentences: a colon and a semicolon end one, too (Flesch, 1949)."""
    return _parts(_THOUGHT_END, text)


def _parts(end: re.Pattern[str], text: str) -> list[str]:
    return [part.strip() for part in end.split(text) if _WORD.search(part)]
