"""How a field's value is written into a cell, and what is made of a cell that Excel or LibreOffice has touched.

Each program turns some texts into something else: `24/7` into a day in July, `01622721000` into a number without its
zero, `yes` into TRUE. What can only mean one thing is taken; the rest is told, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.directory.phone_number import check
from bot.directory.yaml_source import UNSEEN
from bot.directory.yaml_text import Value
from bot.interchange.sheet import Content, NoValue

LIST_SEPARATOR = "; "
_AS_TEXT = "Format the cell as text, and write it again."
_SHORT_NUMBER = 6
"""Digits of the longest number that is dialled without a 0 before it."""
_BRITISH = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_YES_NO = {"yes": True, "true": True, "no": False, "false": False}


class CellError(Exception):
    """A cell that cannot be read: what is wrong, and how to mend it."""

    def __init__(self, message: str, mend: str) -> None:
        super().__init__(message)
        self.message = message
        self.mend = mend


@dataclass(frozen=True, slots=True)
class CellKind:
    """A kind of column: `written` gives the cell of a value, `read` the value of a cell, None if it is empty."""

    written: Callable[[Any], str]
    read: Callable[[Content], Value | None]


def _text(content: Content) -> str | None:
    if isinstance(content, NoValue):
        raise CellError(content.message, content.mend)
    if isinstance(content, bool):
        raise CellError(f"this cell holds the value {str(content).upper()}, and no text", _AS_TEXT)
    if isinstance(content, date):
        raise CellError(f"this cell holds a date ({content.isoformat()}), and no text", _AS_TEXT)
    if isinstance(content, float) and not content.is_integer():
        raise CellError(f"this cell holds a number ({content}), and no text", _AS_TEXT)
    if isinstance(content, int | float):
        return str(int(content))
    text = (content or "").replace("\r\n", "\n").replace("\r", "\n").strip()
    if UNSEEN.search(text):
        raise CellError(
            "a character that cannot be seen stands here; it came with a paste",
            "Type the text anew, or paste it plain.",
        )
    return text or None


def _phone(content: Content) -> str | None:
    number = (_text(content) or "").replace("\xa0", " ")
    digits = number.replace(" ", "")
    if digits.isdecimal() and len(digits) > _SHORT_NUMBER and not digits.startswith("0"):
        raise CellError(
            f"{number} has lost its first 0", f"Format the cell as text, and write the number with its 0: 0{number}"
        )
    try:
        return check(number) if number else None
    except ValueError as error:
        message, _, mend = str(error).partition(" | ")
        raise CellError(message, mend) from None


def _date(content: Content) -> date | None:
    if isinstance(content, date):
        return content
    text = _text(content)
    if text is None:
        return None
    british = _BRITISH.fullmatch(text)
    iso = "-".join(part.zfill(2) for part in reversed(british.groups())) if british else text
    try:
        return date.fromisoformat(iso)
    except ValueError:
        raise CellError(f'"{text}" is no date', "Write it as in 2026-11-21, or as in 21/11/2026.") from None


def _yes_no(content: Content) -> bool | None:
    if isinstance(content, bool):
        return content
    text = _text(content)
    if text is None:
        return None
    if text.lower() not in _YES_NO:
        raise CellError(f'"{text}" is neither yes nor no', "Write yes or no; leave it empty if nobody knows.")
    return _YES_NO[text.lower()]


def _parts(separator: str) -> Callable[[Content], list[str] | None]:
    def read(content: Content) -> list[str] | None:
        parts = re.split(separator, _text(content) or "")
        return [part.strip() for part in parts if part.strip()] or None

    return read


def _joined(separator: str) -> Callable[[Sequence[str]], str]:
    def written(items: Sequence[str]) -> str:
        return separator.join(items)

    return written


TEXT = CellKind(str, _text)
PHONE = CellKind(str, _phone)
DATE = CellKind(str, _date)
YES_NO = CellKind(lambda value: "yes" if value else "no", _yes_no)
LIST = CellKind(_joined(LIST_SEPARATOR), _parts("[;\n]"))
"""Short items, in one line."""
LINES = CellKind(_joined("\n"), _parts("\n"))
"""Sentences, each in a line of its own."""
