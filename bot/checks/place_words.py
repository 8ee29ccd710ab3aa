"""What tells where somebody is: streets, postcodes, links to a map, three words, positions."""

from __future__ import annotations

import re

_STREET = "street|road|avenue|lane|crescent|terrace"
_STREETS = "Street|Road|Avenue|Lane|Close|Drive|Crescent|Terrace|Gardens|Square|Mews|Grove|Parade"
_SHORT = "St|Rd|Ave|Ln"
_MORE = "Way|Court|Place|Hill|Row|Walk|House|Lodge|Cottage|Villas?"

_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "a link to a map",
        re.compile(
            r"\b(?:maps\.(?:app\.)?(?:google|goo|apple)\.|google\.[a-z.]+/maps|goo\.gl/maps|openstreetmap\.org|osm\.org|"
            r"bing\.com/maps|waze\.com|streetmap\.co\.uk|citymapper\.com|multi?map\.|geo:-?\d)\S*",
            re.IGNORECASE,
        ),
    ),
    (
        "a what3words address",
        re.compile(
            r"what3words\.com|\bw3w\.co|(?<!:)///? ?\w+\.\w+\.\w+|"
            r"(?<![\w.@/-])[a-z]{4,}(?:\.[a-z]{4,}){2}(?![\w@/-]|\.\w)"
        ),
    ),
    ("a postcode", re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b", re.IGNORECASE)),
    (
        "a street",
        re.compile(
            rf"\b\d{{1,4}}[A-Za-z]?,? (?:[A-Z][\w'’-]+ ){{1,3}}(?:{_STREETS}|{_SHORT}|{_MORE})\b|"
            rf"\b(?:[A-Z][\w'’-]+ ){{1,2}}(?:{_STREETS})\b|"
            rf"\b[A-Z][\w'’-]+ (?:{_SHORT})\b(?!\.? [A-Z])|"
            rf"(?i:\b\d{{1,4}}[a-z]?,? (?:[a-z'’-]+ ){{1,2}}(?:{_STREET}|st|rd|ave)\b)|"
            r"(?i:\b(?:at|behind|in|near|off|on|opposite) (?!(?:the|a|an|any|this|your) )"
            rf"(?:[a-z'’-]+ ){{1,2}}(?:{_STREET})\b)|"
            r"(?i:\b(?:flat|unit|apartment) \d+\b)"
        ),
    ),
    (
        "a position on a map",
        re.compile(
            r"-?\b\d{1,2}\.\d{3,}°? ?[NS]?[,;/ ] ?-?\d{1,3}\.\d{3,}|\b\d{1,2} ?° ?\d{1,2}|"
            r"\b[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}\b|\b[HNOST][A-HJ-Z] ?\d{3,5} ?\d{3,5}\b"
        ),
    ),
)
"""Each kind, and what gives it away. In this order: a link to a map may hold a position."""


def place_in(text: str) -> tuple[str, str] | None:
    """What kind of place `text` gives away, and the words that do; None if there is none."""
    for kind, pattern in _KINDS:
        found = pattern.search(text)
        if found:
            return kind, found[0]
    return None
