"""A sheet as a value, whatever file it was read from, and how a cell of it is named to people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class NoValue:
    """What stands in a cell that holds no value of its own: a formula, an error, a time of day."""

    message: str
    mend: str


Content = str | bool | int | float | date | NoValue | None
"""What a spreadsheet program made of a cell."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row below the headings; `number` as the program that shows it counts."""

    number: int
    cells: tuple[Content, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Headings and rows. A row may have fewer cells than there are headings."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By heading, the only words that may stand there; for a list to choose from."""


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """Where something stands. The column counts from 0."""

    sheet: str
    row: int
    column: int
    heading: str

    def __str__(self) -> str:
        """As the program that shows it names it: "Phones, row 12, column C (Number)"."""
        return f"{self.sheet}, row {self.row}, column {column_letters(self.column)} ({self.heading})"


@dataclass(frozen=True, slots=True, order=True)
class WrongCell:
    """A cell that cannot be taken over: where, what is wrong, how to mend it."""

    cell: Cell
    message: str
    mend: str

    def __str__(self) -> str:
        """As people read it."""
        return f"{self.cell}: {self.message}\n    {self.mend}"


def column_letters(column: int) -> str:
    """A, B … Z, AA …"""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
