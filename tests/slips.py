"""Slips in the small hub: one of its entries in full, and ways to spoil it or another file."""

from __future__ import annotations

from tests.small_hub import FILES

ENTRY = "westshire/ashby-outreach.yaml"
TEXT = """\
id: ashby-outreach
name: Ashby Outreach
kind: service
status: live
words:
  en:
    summary: We help.
needs: [refuge, talk]
audiences: [public]
covers: [ashby]
phones:
  - number: "01233 680150"
    hours: "Mo-Fr 09:00-17:00; PH off"
sources:
  - page: https://example.org/page
checked: 2026-11-01
review_by: 2027-11-01
"""
"""A sound file at `ENTRY`."""


def entry(correct: str, slip: str) -> bytes:
    """The sound entry, with one slip in it."""
    assert correct in TEXT, correct
    return TEXT.replace(correct, slip, 1).encode()


def added(lines: str) -> bytes:
    """The sound entry, with lines below it."""
    return f"{TEXT}{lines}\n".encode()


def elsewhere(file: str, correct: str, slip: str) -> bytes:
    """Another file of the small hub, with one slip in it."""
    assert correct.encode() in FILES[file], correct
    return FILES[file].replace(correct.encode(), slip.encode(), 1)
