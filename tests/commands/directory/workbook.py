"""A workbook as hub staff have it open: cells by the id of their row and the heading of their column."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl import load_workbook


class OpenWorkbook:
    """Change cells, then save."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.book: Any = load_workbook(path)

    def cell(self, sheet: str, row: str | int, heading: str) -> Any:
        """A cell; `row`: its number, or the row's first cell."""
        page = self.book[sheet]
        column = next(cell.column for cell in page[1] if cell.value == heading)
        number = row if isinstance(row, int) else next(cell.row for cell in page["A"] if cell.value == row)
        return page.cell(number, column)

    def write(self, sheet: str, row: str | int, /, **cells: object) -> OpenWorkbook:
        """Writes cells of a row. In a heading, _ stands for a space, and __ for the rest: (English)."""
        for heading, value in cells.items():
            name = heading.replace("__", " (English)").replace("_", " ").replace("No dot", "No.")
            cell = self.cell(sheet, row, name)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
        return self

    def add(self, sheet: str, /, **cells: object) -> OpenWorkbook:
        """Writes a new row."""
        return self.write(sheet, self.book[sheet].max_row + 1, **cells)

    def save(self) -> Path:
        """Saves it, as another program would: all of it anew."""
        self.book.save(self._path)
        return self._path
