"""Writes and reads sheets as CSV files, one a sheet, in a folder or a zip, for Excel, LibreOffice and plain editors.

A CSV file cannot say that a cell is text. What either program would make something else of (a number with its zero,
`24/7`, a date, a formula) is written with an apostrophe before it, which is taken off again on reading.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from bot.disk.sheet_file import MAX_BYTES, MAX_COLUMNS, MAX_ROWS, MAX_UNPACKED, SheetFileError, too_large
from bot.interchange.sheet import Row, Sheet

READ_ME = "read-me.txt"
_ENCODING = "utf-8-sig"
"""With a mark at the front, by which Excel knows that it is UTF-8."""
_SEPARATORS = (",", ";", "\t")
"""Excel takes the one of the machine's region."""
_MAX_PARTS = 100
_MARK = "'"
_MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?)"
)
_TURNED = re.compile(
    r"[=+\-@\t\r].*"  # a formula
    r"|(?![1-9]\d{0,5}$)[^A-Za-z]*\d[^A-Za-z]*"  # a date, a time, a number; but a short one stays what it is
    r"|\d+(?:\.\d+)?e[+-]?\d+"
    r"|true|false"
    rf"|\d{{1,4}}[ /-]?{_MONTH}(?:[ /-]?\d{{1,4}})?"
    rf"|{_MONTH}[ /-]?\d{{1,4}}(?:[ ,/-]+\d{{1,4}})?",
    re.IGNORECASE | re.DOTALL,
)


def write_csv(path: Path, sheets: Sequence[Sheet], about: Sequence[str]) -> None:
    """A folder with a file a sheet, or a zip if `path` ends in .zip. Raises OSError."""
    files = {READ_ME: "\r\n".join([*about, ""]), **{file_name(sheet.name): _written(sheet) for sheet in sheets}}
    if path.suffix == ".zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
            for name, text in files.items():
                packed.writestr(name, text.encode(_ENCODING))
        return
    path.mkdir(parents=True)
    for name, text in files.items():
        (path / name).write_bytes(text.encode(_ENCODING))


def read_csv(path: Path, names: Sequence[str]) -> list[Sheet]:
    """The sheets in a folder, a zip or one file; `names`: those that there may be. Raises SheetFileError."""
    try:
        raw = dict(_in_zip(path)) if path.suffix == ".zip" else dict(_on_disk(path))
    except (OSError, RuntimeError, zipfile.BadZipFile, zlib.error) as error:
        raise SheetFileError(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}.") from None
    known = {file_name(name): name for name in names}
    return [_read(name, content, known.get(name.lower(), PurePosixPath(name).stem)) for name, content in raw.items()]


def file_name(sheet: str) -> str:
    """The file of a sheet: "Unconfirmed phones" is unconfirmed-phones.csv."""
    return f"{sheet.lower().replace(' ', '-')}.csv"


def kept_as_text(text: str) -> str:
    """The text as it is written into a cell of a CSV file."""
    return _MARK + text if _needs_mark(text) else text


def _needs_mark(text: str) -> bool:
    return bool(_TURNED.fullmatch(text)) or (text.startswith(_MARK) and _needs_mark(text[1:]))


def _without_mark(text: str) -> str:
    return text[1:] if text.startswith(_MARK) and _needs_mark(text[1:]) else text


def _written(sheet: Sheet) -> str:
    out = io.StringIO(newline="")
    pen = csv.writer(out)
    pen.writerow(sheet.headings)
    for row in sheet.rows:
        pen.writerow([kept_as_text(str(content)) for content in row.cells])
    return out.getvalue()


def _on_disk(path: Path) -> Iterator[tuple[str, bytes]]:
    for file in sorted(path.glob("*.csv")) if path.is_dir() else [path]:
        with file.open("rb") as opened:
            raw = opened.read(MAX_BYTES + 1)
        if len(raw) > MAX_BYTES:
            raise too_large(file.name, f"more than {MAX_BYTES // 1_000_000} MB")
        yield file.name, raw


def _in_zip(path: Path) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(path) as packed:
        parts = [part for part in packed.infolist() if part.filename.lower().endswith(".csv")]
        if len(parts) > _MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
            raise too_large(path.name, f"more than {MAX_UNPACKED // 1_000_000} MB inside")
        for part in parts:
            yield PurePosixPath(part.filename).name, packed.read(part)


def _read(name: str, raw: bytes, sheet: str) -> Sheet:
    try:
        text = raw.decode(_ENCODING)
    except UnicodeDecodeError:
        raise SheetFileError(
            f'{name} was not saved as UTF-8. In Excel choose "CSV UTF-8" when saving, in LibreOffice "Unicode (UTF-8)".'
        ) from None
    first = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=first.count)
    rows = list(_rows(name, csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)))
    if not rows:
        raise SheetFileError(f"{name} is empty.")
    headings = tuple(cell.strip() for cell in rows[0])
    found = [
        Row(number, tuple(_without_mark(cell) if cell.strip() else None for cell in cells))
        for number, cells in enumerate(rows[1:], 2)
    ]
    return Sheet(sheet, headings, tuple(row for row in found if any(cell is not None for cell in row.cells)))


def _rows(name: str, lines: Iterator[list[str]]) -> Iterator[list[str]]:
    try:
        for number, cells in enumerate(lines, 1):
            if number > MAX_ROWS or len(cells) > MAX_COLUMNS:
                raise too_large(name, f"more than {MAX_ROWS} rows or {MAX_COLUMNS} columns")
            yield cells
    except csv.Error as error:
        raise SheetFileError(f"{name} is no CSV file that can be read: {error}.") from None
