"""A workbook gives back what was put into it, whoever saved it last; what no spreadsheet program writes is refused."""

from __future__ import annotations

import zipfile
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from bot.disk.sheet_file import MAX_COLUMNS, MAX_ROWS, SheetFileError
from bot.disk.xlsx_file import read_xlsx, write_xlsx
from bot.interchange.sheet import NoValue, Row, Sheet

TRAPS = (
    "01622721000",
    "24/7",
    "=1+1",
    "+44 1622",
    "-",
    "@home",
    "#N/A",
    "TRUE",
    "2026-11-21",
    "1e5",
    "two\nlines",
    "“a”",
    "'b",
)
SHEET = Sheet(
    "Phones", ("Service", *(f"C{n}" for n in range(len(TRAPS)))), (Row(2, ("oasis", *TRAPS)),), {"C0": ("a", "b")}
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.xlsx"


def by_hand(path: Path, *rows: list[Any]) -> None:
    """A workbook as somebody else's program writes it."""
    book = Workbook()
    page: Any = book.active
    page.title = "Phones"
    for row in rows:
        page.append(row)
    book.save(path)


def test_what_programs_take_for_something_else_comes_back_as_it_was(path: Path) -> None:
    write_xlsx(path, [SHEET], ["About this file."])

    [sheet] = read_xlsx(path)

    assert (sheet.name, sheet.headings, sheet.rows) == (SHEET.name, SHEET.headings, SHEET.rows)


def test_a_second_program_that_opens_and_saves_it_changes_nothing(path: Path) -> None:
    write_xlsx(path, [SHEET], ["About this file."])
    load_workbook(path).save(path)

    [sheet] = read_xlsx(path)

    assert sheet.rows == SHEET.rows


def test_every_cell_is_a_text_and_headings_and_ids_stay_in_sight(path: Path) -> None:
    write_xlsx(path, [SHEET], ["About this file."])
    book: Any = load_workbook(path)

    assert book.sheetnames == ["Read me", "Phones"]
    assert book["Read me"]["A1"].value == "About this file."
    page = book["Phones"]
    assert page.freeze_panes == "B2"
    assert {cell.number_format for row in page for cell in row} == {"@"}
    assert {cell.data_type for row in page for cell in row} == {"s"}
    assert page.column_dimensions["B"].number_format == "@", "what is typed below is text, too"
    assert [(str(one.sqref), one.formula1) for one in page.data_validations.dataValidation] == [("B2:B50000", '"a,b"')]


def test_what_a_cell_really_holds_is_read(path: Path) -> None:
    by_hand(
        path,
        ["Service", "Number", None, "Sum"],
        [True, 1622721000, None, "=1+1"],
        [datetime(2026, 11, 21), 0.5, " ", "#N/A"],  # noqa: DTZ001
        [],
        [datetime(2026, 11, 21, 9, 30), time(9, 30), None, "pasted_x000D_\nfrom Windows"],  # noqa: DTZ001
    )

    [sheet] = read_xlsx(path)

    mend = "Format the cell as text, and write what it should say."
    assert sheet.headings == ("Service", "Number", "", "Sum")
    assert sheet.rows == (
        Row(2, (True, 1622721000, None, NoValue("this cell holds a formula", mend))),
        Row(3, (date(2026, 11, 21), 0.5, None, NoValue("this cell holds an error (#N/A)", mend))),
        Row(
            5,
            (
                NoValue("this cell holds a time (2026-11-21 09:30:00)", mend),
                NoValue("this cell holds a time (09:30:00)", mend),
                None,
                "pasted\nfrom Windows",
            ),
        ),
    )


def refusal(path: Path) -> str:
    with pytest.raises(SheetFileError) as refused:
        read_xlsx(path)
    return str(refused.value)


def test_what_is_no_workbook_is_told(path: Path) -> None:
    path.write_bytes(b"Service,Number\n")
    assert refusal(path) == "a.xlsx is no .xlsx workbook. Save it in Excel or LibreOffice as .xlsx."
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("hello.txt", "hello")
    assert refusal(path) == f"{path} is no workbook that can be read. Save it in Excel or LibreOffice as .xlsx."
    path.unlink()
    assert refusal(path) == f"{path} cannot be read: No such file or directory."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_workbook_that_would_read_other_files_is_refused(path: Path, encoding: str) -> None:
    by_hand(path, ["Service"], ["oasis"])
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    evil = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY passwords SYSTEM "file:///etc/passwd">]>'
        "<worksheet><c>&passwords;</c></worksheet>"
    )
    parts["xl/worksheets/sheet1.xml"] = evil.encode(encoding)
    with zipfile.ZipFile(path, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content)

    assert refusal(path) == (
        "a.xlsx holds XML declarations, which no spreadsheet program writes. Save it in Excel or LibreOffice as .xlsx."
    )


def test_a_file_that_unfolds_without_end_is_refused_before_it_is_unfolded(path: Path) -> None:
    by_hand(path, ["Service"])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/media/zeros.bin", b"\0" * 60_000_000)
    assert path.stat().st_size < 100_000

    assert refusal(path) == (
        "a.xlsx has more than 50 MB inside: that is no directory's. Export again, and make your changes there."
    )


def test_more_rows_or_columns_than_any_directory_has_are_refused(path: Path) -> None:
    by_hand(path, ["Service"])
    book: Any = load_workbook(path)
    book.active.cell(MAX_ROWS + 1, 1).value = "oasis"
    book.save(path)
    assert 'more than 50000 rows in its sheet "Phones"' in refusal(path)

    by_hand(path, ["Service"])
    book = load_workbook(path)
    book.active.cell(2, MAX_COLUMNS + 1).value = "oasis"
    book.save(path)
    assert 'more than 400 columns in its sheet "Phones"' in refusal(path)
