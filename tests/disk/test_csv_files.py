"""CSV files give back what was put into them, and Excel and LibreOffice find nothing in them to change."""

from __future__ import annotations

import csv
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.disk.csv_files import _without_mark, kept_as_text, read_csv, write_csv
from bot.disk.sheet_file import SheetFileError
from bot.interchange.sheet import Row, Sheet

TRAPS = (
    "01622721000",
    "24/7",
    "=1+1",
    "+44 1622",
    "-",
    "@home",
    "TRUE",
    "2026-11-21",
    "1e5",
    "3 Dec",
    "'24/7",
    "'Hello",
)
SHEET = Sheet(
    "Unconfirmed phones",
    ("Service", *(f"C{n}" for n in range(len(TRAPS) + 2))),
    (Row(2, ("oasis", *TRAPS, 'two\nlines, "quoted"', "Zoë")),),
)
NAMES = ["Phones", "Unconfirmed phones"]


@pytest.mark.parametrize("name", ["folder", "a.zip"])
def test_what_programs_take_for_something_else_comes_back_as_it_was(tmp_path: Path, name: str) -> None:
    write_csv(tmp_path / name, [SHEET], ["About this file."])

    assert read_csv(tmp_path / name, NAMES) == [SHEET]


def test_excel_knows_it_for_utf_8_and_takes_nothing_for_a_number_a_date_or_a_formula(tmp_path: Path) -> None:
    write_csv(tmp_path / "folder", [SHEET], ["About this file."])

    raw = (tmp_path / "folder" / "unconfirmed-phones.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfService,C0,")
    [_, row] = csv.reader(raw.decode("utf-8-sig").splitlines(keepends=True))
    assert row[1:13] == [f"'{trap}" for trap in TRAPS[:-1]] + ["'Hello"]
    assert (tmp_path / "folder" / "read-me.txt").read_text("utf-8-sig") == "About this file.\n"


@pytest.mark.parametrize(
    "text", ["0808 2000 247", "09:30", "1/2", "5%", "£5", "dec-10", "3 March 2026", "May 5", "true", "0123", "1234567"]
)
def test_what_would_be_changed_has_a_mark(text: str) -> None:
    assert kept_as_text(text) == f"'{text}"


@pytest.mark.parametrize(
    "text", ["999", "1", "116123", "Oasis", "Mo-Fr 09:00-17:00", "v12e45", "Margate", "May", "it's", ""]
)
def test_what_stays_as_it_is_has_none(text: str) -> None:
    assert kept_as_text(text) == text


@given(st.text(alphabet="'=+01/-aT é", max_size=8))
def test_a_mark_is_taken_off_as_it_was_put_on(text: str) -> None:
    assert _without_mark(kept_as_text(text)) == text


@pytest.mark.parametrize(("separator", "mark"), [(";", "\ufeff"), ("\t", ""), (",", "")])
def test_the_separator_of_another_region_is_read(tmp_path: Path, separator: str, mark: str) -> None:
    path = tmp_path / "phones.csv"
    path.write_text(f"{mark}Service{separator}Number\r\n\r\noasis{separator}'0808 2000 247\r\n", "utf-8")

    assert read_csv(path, NAMES) == [Sheet("Phones", ("Service", "Number"), (Row(3, ("oasis", "0808 2000 247")),))]


def refusal(path: Path) -> str:
    with pytest.raises(SheetFileError) as refused:
        read_csv(path, NAMES)
    return str(refused.value)


def test_a_file_that_cannot_be_read_is_told_with_the_way_to_save_it(tmp_path: Path) -> None:
    path = tmp_path / "phones.csv"
    path.write_bytes("Service\nZoë\n".encode("cp1252"))
    assert refusal(path) == (
        'phones.csv was not saved as UTF-8. In Excel choose "CSV UTF-8" when saving, in LibreOffice "Unicode (UTF-8)".'
    )
    path.write_bytes(b"")
    assert refusal(path) == "phones.csv is empty."
    path.write_bytes(b'Service,Number\n"oasis,1\n')
    assert refusal(path) == "phones.csv is no CSV file that can be read: unexpected end of data."
    (tmp_path / "a.zip").write_bytes(b"PK nothing")
    assert refusal(tmp_path / "a.zip") == f"{tmp_path / 'a.zip'} cannot be read: File is not a zip file."


def test_a_zip_that_unfolds_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("phones.csv", b"\n" * 60_000_000)

    assert refusal(path) == (
        "a.zip has more than 50 MB inside: that is no directory's. Export again, and make your changes there."
    )


def test_more_rows_than_any_directory_has_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "phones.csv"
    path.write_text("Service\n" + "oasis\n" * 50_000)

    assert "more than 50000 rows or 400 columns" in refusal(path)
