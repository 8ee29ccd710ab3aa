"""Texts of a feed as plain English lines, without markup, and without what could tell where somebody is hidden."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html.parser import HTMLParser

from bot.directory.yaml_source import UNSEEN

HIDES = re.compile(r"\b(?:refuges?|safe (?:house|home|accommodation|housing)s?)\b", re.IGNORECASE)
"""Words that tell of a service that hides people."""
_PLACE = re.compile(
    r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"  # a postcode
    r"|///|w3w|what3words|maps\.|/maps|goo\.gl",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")
_SHORTEST_PART = 5
"""Characters of an address line that is looked for in a text: "The" is in every one."""


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        if tag in {"p", "br", "li", "div"}:
            self.words.append("\n")


def plain(text: str) -> str:
    """The text without markup and without characters that cannot be seen; one space between words."""
    words = _Words()
    words.feed(text)
    words.close()
    lines = UNSEEN.sub(" ", "".join(words.words).replace("\r", "\n")).split("\n")
    return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)


def without_places(text: str, addresses: Iterable[str]) -> str:
    """The sentences that name no postcode, no map and no part of `addresses`."""
    parts = [
        part.lower() for address in addresses for part in address.split(",") if len(part.strip()) >= _SHORTEST_PART
    ]
    return " ".join(
        sentence
        for sentence in _SENTENCE_END.split(text)
        if not _PLACE.search(sentence) and not any(part.strip() in sentence.lower() for part in parts)
    )


def shortened(text: str, longest: int) -> str:
    """Its first sentences, as many as fit; cut at a word where not even one does."""
    if len(text) <= longest:
        return text
    taken = ""
    for sentence in _SENTENCE_END.split(text):
        if len(f"{taken} {sentence}") > longest:
            break
        taken = f"{taken} {sentence}".strip()
    return taken or f"{text[: longest - 1].rpartition(' ')[0]}…"
