"""Writes and reads Excel workbooks. Every cell is written as text, so that no program makes something else of it."""

from __future__ import annotations

import contextlib
import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import IO, Any
from xml.parsers import expat

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from bot.disk.sheet_file import MAX_BYTES, MAX_COLUMNS, MAX_ROWS, MAX_UNPACKED, SheetFileError, too_large
from bot.interchange.sheet import Content, NoValue, Row, Sheet

READ_ME = "Read me"
_TEXT_FORMAT = "@"
_NARROWEST, _WIDEST = 8, 60
"""Characters of a column."""
_MAX_PARTS = 1000
"""Parts of a workbook: sheets, styles, pictures."""
_HEADING = {"font": Font(bold=True), "fill": PatternFill("solid", fgColor="DDDDDD")}
_NO_WORKBOOK = "Save it in Excel or LibreOffice as .xlsx."
_PASTED_RETURN = "_x000D_"
"""How Excel writes the carriage return of a text pasted from Windows."""
_AS_TEXT = "Format the cell as text, and write what it should say."


def write_xlsx(path: Path, sheets: Sequence[Sheet], about: Sequence[str]) -> None:
    """A workbook whose first sheet holds the lines of `about`. Raises OSError."""
    book = Workbook(write_only=True)
    book.properties.creator = "Signpost"
    first: Any = book.create_sheet(READ_ME)
    first.column_dimensions["A"].width = 110
    for line in about:
        first.append([_cell(first, line)])
    for sheet in sheets:
        _write(book.create_sheet(sheet.name), sheet)
    book.save(path)


def _write(page: Any, sheet: Sheet) -> None:
    # The id and the headings stay in sight.
    page.freeze_panes = "B2"
    for number, heading in enumerate(sheet.headings, 1):
        letter = get_column_letter(number)
        longest = max((len(str(row.cells[number - 1])) for row in sheet.rows), default=0)
        page.column_dimensions[letter].width = min(max(longest, len(heading), _NARROWEST) + 2, _WIDEST)
        # New rows, too, are text.
        page.column_dimensions[letter].number_format = _TEXT_FORMAT
        if heading in sheet.choices:
            allowed = DataValidation("list", formula1=f'"{",".join(sheet.choices[heading])}"', allow_blank=True)
            allowed.add(f"{letter}2:{letter}{MAX_ROWS}")
            page.data_validations.append(allowed)
    page.append([_cell(page, heading, **_HEADING) for heading in sheet.headings])
    for row in sheet.rows:
        page.append([_cell(page, str(content)) for content in row.cells])


def _cell(page: Any, text: str, **styles: Any) -> Any:
    cell = WriteOnlyCell(page)
    if text:
        cell.value = text
        # Whatever it begins with: "=1+1" is a text, and no formula.
        cell.data_type = "s"
    cell.number_format = _TEXT_FORMAT
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    for name, style in styles.items():
        setattr(cell, name, style)
    return cell


def read_xlsx(path: Path) -> list[Sheet]:
    """Every sheet but the first with its explanations. Raises SheetFileError."""
    try:
        with path.open("rb") as file:
            _look_inside(path.name, file)
            file.seek(0)
            book = load_workbook(file, read_only=True, data_only=False, keep_links=False)
            return [_read(path.name, page) for page in book.worksheets if page.title != READ_ME]
    except OSError as error:
        raise SheetFileError(f"{path} cannot be read: {error.strerror or error}.") from None
    except SheetFileError:
        raise
    except Exception:  # noqa: BLE001 - whatever openpyxl trips over, it is a workbook that no program wrote
        raise SheetFileError(f"{path} is no workbook that can be read. {_NO_WORKBOOK}") from None


def _look_inside(name: str, file: IO[bytes]) -> None:
    """Refuses what would fill the memory, and XML that would pull in other files or unfold without end."""
    if file.seek(0, 2) > MAX_BYTES:
        raise too_large(name, f"more than {MAX_BYTES // 1_000_000} MB")
    if not zipfile.is_zipfile(file):
        raise SheetFileError(f"{name} is no .xlsx workbook. {_NO_WORKBOOK}")
    with zipfile.ZipFile(file) as packed:
        parts = packed.infolist()
        if len(parts) > _MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
            raise too_large(name, f"more than {MAX_UNPACKED // 1_000_000} MB inside")
        for part in parts:
            with packed.open(part) as opened:
                _without_declarations(name, opened)


def _without_declarations(name: str, part: IO[bytes]) -> None:
    def refuse(*_: object) -> None:
        raise SheetFileError(f"{name} holds XML declarations, which no spreadsheet program writes. {_NO_WORKBOOK}")

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    # A picture is no XML; which parts are is for the workbook to say.
    with contextlib.suppress(expat.ExpatError):
        parser.ParseFile(part)


def _read(name: str, page: Any) -> Sheet:
    rows = page.iter_rows(min_row=1, max_row=MAX_ROWS + 1, max_col=MAX_COLUMNS + 1)
    headings: tuple[str, ...] = ()
    found = []
    for number, cells in enumerate(rows, 1):
        contents = _filled(cells)
        if len(contents) > MAX_COLUMNS:
            raise too_large(name, f'more than {MAX_COLUMNS} columns in its sheet "{page.title}"')
        if number == 1:
            headings = tuple("" if content is None else str(content).strip() for content in contents)
        elif contents:
            found.append(Row(number, contents))
    if found and found[-1].number > MAX_ROWS:
        raise too_large(name, f'more than {MAX_ROWS} rows in its sheet "{page.title}"')
    return Sheet(page.title, headings, tuple(found))


def _filled(cells: Sequence[Any]) -> tuple[Content, ...]:
    """The cells up to the last that is not empty."""
    contents = [_content(cell) for cell in cells]
    while contents and contents[-1] is None:
        contents.pop()
    return tuple(contents)


def _content(cell: Any) -> Content:
    value = cell.value
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if cell.data_type == "f":
        return NoValue("this cell holds a formula", _AS_TEXT)
    if cell.data_type == "e":
        return NoValue(f"this cell holds an error ({value})", _AS_TEXT)
    if isinstance(value, datetime) and value.time() == time():
        return value.date()
    if isinstance(value, str):
        return value.replace(_PASTED_RETURN, "")
    if isinstance(value, bool | int | float) or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    return NoValue(f"this cell holds a time ({value})", _AS_TEXT)
