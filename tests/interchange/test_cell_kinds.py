"""What Excel and LibreOffice make of a cell is taken where it can only mean one thing, and told where not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.interchange.cell_kinds import DATE, LINES, LIST, PHONE, TEXT, YES_NO, CellError, CellKind
from bot.interchange.sheet import Content, NoValue

JULY = date(2026, 7, 24)


@pytest.mark.parametrize(
    ("kind", "content", "value"),
    [
        (TEXT, "  Oasis \r\n Dover ", "Oasis \n Dover"),
        (TEXT, "=1+1", "=1+1"),
        (TEXT, "“smart” quotes – and a dash", "“smart” quotes – and a dash"),
        (TEXT, 999, "999"),
        (TEXT, 101.0, "101"),
        (TEXT, " ", None),
        (TEXT, None, None),
        (PHONE, "0808 2000 247", "0808 2000 247"),
        (PHONE, "0808\xa02000\xa0247", "0808 2000 247"),
        (PHONE, 999, "999"),
        (PHONE, 85258.0, "85258"),
        (DATE, date(2026, 11, 21), date(2026, 11, 21)),
        (DATE, "2026-11-21", date(2026, 11, 21)),
        (DATE, "21/11/2026", date(2026, 11, 21)),
        (DATE, "1.2.2026", date(2026, 2, 1)),
        (YES_NO, True, True),
        (YES_NO, "No", False),
        (YES_NO, "TRUE", True),
        (YES_NO, "", None),
        (LIST, "talk; police ;\n men;", ["talk", "police", "men"]),
        (LIST, ";", None),
        (LINES, "One; with a semicolon.\n\nTwo.", ["One; with a semicolon.", "Two."]),
    ],
)
def test_what_can_only_mean_one_thing_is_taken(kind: CellKind, content: Content, value: Any) -> None:
    assert kind.read(content) == value


@pytest.mark.parametrize(
    ("kind", "content", "message", "mend"),
    [
        (
            PHONE,
            1622721000,
            "1622721000 has lost its first 0",
            "Format the cell as text, and write the number with its 0: 01622721000",
        ),
        (
            PHONE,
            "1622 721000",
            "1622 721000 has lost its first 0",
            "Format the cell as text, and write the number with its 0: 01622 721000",
        ),
        (
            PHONE,
            "01622 72100",
            '"01622 72100" is not a valid UK phone number',
            "Compare it, digit by digit, with the page in sources.",
        ),
        (
            TEXT,
            JULY,
            "this cell holds a date (2026-07-24), and no text",
            "Format the cell as text, and write it again.",
        ),
        (TEXT, True, "this cell holds the value TRUE, and no text", "Format the cell as text, and write it again."),
        (TEXT, 0.5, "this cell holds a number (0.5), and no text", "Format the cell as text, and write it again."),
        (TEXT, NoValue("this cell holds a formula", "Write it."), "this cell holds a formula", "Write it."),
        (
            TEXT,
            "a\u200bb",
            "a character that cannot be seen stands here; it came with a paste",
            "Type the text anew, or paste it plain.",
        ),
        (DATE, "11/21/2026", '"11/21/2026" is no date', "Write it as in 2026-11-21, or as in 21/11/2026."),
        (DATE, "21/11/26", '"21/11/26" is no date', "Write it as in 2026-11-21, or as in 21/11/2026."),
        (DATE, 46347, '"46347" is no date', "Write it as in 2026-11-21, or as in 21/11/2026."),
        (YES_NO, "maybe", '"maybe" is neither yes nor no', "Write yes or no; leave it empty if nobody knows."),
    ],
)
def test_what_may_mean_something_else_is_told(kind: CellKind, content: Content, message: str, mend: str) -> None:
    with pytest.raises(CellError) as told:
        kind.read(content)
    assert (told.value.message, told.value.mend) == (message, mend)
