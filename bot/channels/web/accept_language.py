"""Which of our languages a browser asks for."""

from __future__ import annotations

from collections.abc import Container

_MOST = 20
"""Entries of the header that are read; browsers send three or four."""


def preferred(header: str, languages: Container[str]) -> str | None:
    """The language of `Accept-Language` that is asked for most and is one of ours; None where there is none."""
    best, weight = None, 0.0
    for entry in header.split(",")[:_MOST]:
        tag, _, quality = entry.partition(";")
        language = tag.strip().split("-")[0].lower()
        asked = _weight(quality)
        if language in languages and asked > weight:
            best, weight = language, asked
    return best


def _weight(quality: str) -> float:
    name, _, value = quality.strip().partition("=")
    if not name:
        return 1.0
    try:
        return min(float(value), 1.0) if name.strip() == "q" else 0.0
    except ValueError:
        return 0.0
