"""Which column of a sheet is which: by its heading, wherever it has been moved to."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

from bot.interchange.sheet import Cell, Content, Row, Sheet, WrongCell

HEADINGS = 1
"""The row of the headings."""


class Headings:
    """The columns of a sheet, by heading; what is wrong with them is put into `wrong`."""

    def __init__(self, sheet: Sheet, known: Iterable[str], needed: Iterable[str], wrong: list[WrongCell]) -> None:
        self._sheet = sheet
        self._places: dict[str, int] = {}
        headings = {heading.casefold(): heading for heading in known}
        for place, typed in enumerate(sheet.headings):
            heading = headings.get(typed.casefold())
            cell = Cell(sheet.name, HEADINGS, place, typed)
            if heading in self._places:
                wrong.append(WrongCell(cell, "two columns have this heading", "Delete one of the two columns."))
            elif heading:
                self._places[heading] = place
            elif typed or any(len(row.cells) > place and row.cells[place] is not None for row in sheet.rows):
                wrong.append(WrongCell(cell, *_unknown(typed, headings.values())))
        for missing in set(needed) - self._places.keys():
            cell = Cell(sheet.name, HEADINGS, 0, missing)
            wrong.append(WrongCell(cell, f'there is no column "{missing}"', "Copy it from a newly exported file."))

    def __contains__(self, heading: str) -> bool:
        return heading in self._places

    def cell(self, row: Row, heading: str) -> Cell:
        """The cell of a row below a heading; the first of the row where the sheet has no such column."""
        if heading not in self._places:
            return Cell(self._sheet.name, row.number, 0, self._sheet.headings[0])
        return Cell(self._sheet.name, row.number, self._places[heading], heading)

    def content(self, row: Row, heading: str) -> Content:
        """What stands there; None too where the sheet has no such column."""
        place = self._places.get(heading, len(row.cells))
        return row.cells[place] if place < len(row.cells) else None


def _unknown(typed: str, known: Iterable[str]) -> tuple[str, str]:
    if not typed:
        return "this column has no heading", "Write the heading that it had, or delete the column."
    best = process.extractOne(typed, sorted(known), scorer=fuzz.ratio, score_cutoff=60)
    mend = f'Did you mean "{best[0]}"? ' if best else ""
    return f'"{typed}" is no column of this sheet', f"{mend}A column of your own is deleted before importing."
