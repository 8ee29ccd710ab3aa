"""What goes wrong with a spreadsheet's file, and how large one may be."""

from __future__ import annotations

MAX_BYTES = 20_000_000
"""The launch directory's workbook has under 100 kB."""
MAX_UNPACKED = 50_000_000
MAX_ROWS = 50_000
MAX_COLUMNS = 400


class SheetFileError(Exception):
    """The file cannot be read or written; the message says why and how to mend it."""


def too_large(name: str, what: str) -> SheetFileError:
    """The error for a file that no hub's directory fills."""
    return SheetFileError(f"{name} has {what}: that is no directory's. Export again, and make your changes there.")
