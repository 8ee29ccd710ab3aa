"""`signpost directory import`: what a spreadsheet changed is shown whole, then written whole, or not at all."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.commands.conftest import HubMaker, Signpost
from tests.commands.directory.workbook import OpenWorkbook
from tests.conftest import PROJECT
from tests.small_hub import FILES

OUTREACH = "westshire/ashby-outreach.yaml"
PHONE = "number: '01233 680150'"


@pytest.fixture
def book(signpost: Signpost, small_hub: Path, tmp_path: Path) -> OpenWorkbook:
    """The small hub's services, exported and open."""
    path = tmp_path / "services.xlsx"
    assert signpost("directory", "export", "--to", "xlsx", str(path)).code == 0
    return OpenWorkbook(path)


def files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*.yaml")}


# --- a round trip


def saved_by_excel(book: Any) -> None:
    """Dates that became dates, yes that became TRUE, numbers that became numbers, formats gone, empty rows below."""
    for page in book.worksheets[1:]:
        headings = [cell.value for cell in page[1]]
        for row in page.iter_rows(min_row=2):
            for heading, cell in zip(headings, row, strict=True):
                cell.number_format = "General"
                if heading in {"Checked", "Review by"}:
                    cell.value = datetime.fromisoformat(cell.value)
                elif cell.value in {"yes", "no"}:
                    cell.value = cell.value == "yes"
                elif heading in {"No.", "Number", "Text number"} and str(cell.value).isdecimal():
                    cell.value = int(cell.value)
        page.cell(page.max_row + 5, 1).value = " "
        page.data_validations.dataValidation.clear()


def saved_by_libreoffice(book: Any) -> None:
    """Dates as they are shown in Britain, line ends of Windows, columns and rows in another order."""
    for page in book.worksheets[1:]:
        rows = [list(row) for row in page.iter_rows(values_only=True)]
        headings = rows[0]
        for row in rows[1:]:
            for place, heading in enumerate(headings):
                value = row[place]
                if heading in {"Checked", "Review by"} and value:
                    row[place] = "/".join(reversed(value.split("-")))
                elif isinstance(value, str):
                    row[place] = value.replace("\n", "\r\n")
        page.delete_rows(1, page.max_row)
        for row in [headings, *reversed(rows[1:])]:
            page.append([*row[:1], *reversed(row[1:])])
            for cell in page[page.max_row]:
                if isinstance(cell.value, str):
                    cell.data_type = "s"


@pytest.mark.parametrize("change", [None, saved_by_excel, saved_by_libreoffice])
def test_out_and_in_again_changes_no_byte_of_the_launch_directory(
    signpost: Signpost, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, change: Callable[[Any], None] | None
) -> None:
    root = tmp_path / "directory"
    shutil.copytree(PROJECT / "directory", root, ignore=shutil.ignore_patterns("phrases"))
    monkeypatch.setenv("SIGNPOST_DIRECTORY", str(root))
    before = files(root)
    path = tmp_path / "services.xlsx"
    signpost("directory", "export", "--to", "xlsx", str(path))
    if change:
        open_ = OpenWorkbook(path)
        change(open_.book)
        open_.save()

    ran = signpost("directory", "import", "--yes", str(path))

    assert (ran.code, ran.out, ran.err) == (0, "", "Nothing changes.\n")
    assert files(root) == before


@pytest.mark.parametrize(
    "words", [("--to", "csv"), ("--to", "xlsx", "--language", "pl"), ("--to", "csv", "--language", "pl")]
)
def test_so_it_is_with_csv_files_and_with_a_translators_sheet(
    signpost: Signpost, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, words: tuple[str, ...]
) -> None:
    root = tmp_path / "directory"
    shutil.copytree(PROJECT / "directory", root, ignore=shutil.ignore_patterns("phrases"))
    monkeypatch.setenv("SIGNPOST_DIRECTORY", str(root))
    before = files(root)
    path = tmp_path / ("a.xlsx" if "xlsx" in words else "a.zip")
    signpost("directory", "export", *words, str(path))

    ran = signpost("directory", "import", "--yes", str(path))

    assert (ran.code, ran.out, ran.err) == (0, "", "Nothing changes.\n")
    assert files(root) == before


# --- a change


def test_a_change_is_shown_and_written_and_nothing_else_in_the_file_changes(
    signpost: Signpost, book: OpenWorkbook, small_hub: Path
) -> None:
    book.write("Phones", "ashby-outreach", Number="01233 680 150", Rings_back="yes")
    book.write("Services", "ashby-outreach", Name="Ashby = Outreach", Helps_with="refuge; talk; police", Notes="=1+1")

    ran = signpost("directory", "import", "--yes", str(book.save()))

    assert (ran.code, ran.err) == (
        0,
        "5 changes in 1 file\nWritten. See what changes for the public with: signpost directory diff HEAD\n",
    )
    assert ran.out == (
        "westshire/ashby-outreach.yaml\n"
        "  Services, row 7, column B (Name)\n"
        "  - Ashby Outreach\n"
        "  + Ashby = Outreach\n"
        "  Services, row 7, column M (Helps with)\n"
        "  - refuge; talk\n"
        "  + refuge; talk; police\n"
        "  Services, row 7, column AL (Notes)\n"
        "  + =1+1\n"
        "  Phones, row 6, column C (Number)\n"
        "  - 01233 680150\n"
        "  + 01233 680 150\n"
        "  Phones, row 6, column J (Rings back)\n"
        "  + yes\n"
        "\n"
    )
    before = FILES[OUTREACH].decode()
    assert (small_hub / OUTREACH).read_text("utf-8") == (
        before.replace("name: Ashby Outreach", "name: Ashby = Outreach")
        .replace("[refuge, talk]", "[refuge, talk, police]")
        .replace(
            "'01233 680150', hours: 'Mo-Fr 09:00-17:00; PH off'",
            "'01233 680 150', hours: 'Mo-Fr 09:00-17:00; PH off', rings_back: true",
        )
        + "notes: =1+1\n"
    )
    assert signpost("directory", "check").code == 0


def test_nothing_is_written_before_somebody_says_so(signpost: Signpost, book: OpenWorkbook, small_hub: Path) -> None:
    before = files(small_hub)
    book.write("Phones", "ashby-outreach", Number="01233 680 151")

    ran = signpost("directory", "import", str(book.save()))

    assert ran.code == 1
    assert "  + 01233 680 151\n" in ran.out
    assert ran.err == "1 change in 1 file. Nothing was written. To write it, add --yes.\n"
    assert files(small_hub) == before


@pytest.mark.parametrize(("answer", "code", "told"), [("y", 0, "Written."), ("n", 1, "Nothing was written.")])
def test_at_a_terminal_it_asks(
    signpost: Signpost,
    book: OpenWorkbook,
    small_hub: Path,
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
    code: int,
    told: str,
) -> None:
    asked: list[str] = []

    def confirm(text: str, err: bool) -> bool:
        asked.append(text)
        return answer == "y"

    monkeypatch.setattr("bot.commands.directory.import_file._at_a_terminal", lambda: True)
    monkeypatch.setattr("typer.confirm", confirm)
    before = files(small_hub)
    book.write("Phones", "ashby-outreach", Number="01233 680 151")

    ran = signpost("directory", "import", str(book.save()))

    assert (ran.code, asked) == (code, ["1 change in 1 file. Write this?"])
    assert told in ran.err
    assert (files(small_hub) == before) is (answer == "n")


def test_an_emptied_cell_takes_the_text_out_and_the_group_with_its_last_one(
    signpost: Signpost, hub: HubMaker, tmp_path: Path
) -> None:
    root = hub(
        FILES
        | {
            "national/mens-line.yaml": FILES["national/mens-line.yaml"]
            + b"website: https://example.org\nvenue:\n  address: High Street\n  hours: 'Mo 09:00-10:00'  # ring first\n"
        }
    )
    path = tmp_path / "a.xlsx"
    signpost("directory", "export", "--to", "xlsx", str(path))
    book = OpenWorkbook(path).write("Services", "mens-line", Address_to_visit=None, Address_hours=None, Website=" ")

    assert signpost("directory", "import", "--yes", str(book.save())).code == 0

    text = (root / "national/mens-line.yaml").read_text("utf-8")
    assert "venue" not in text
    assert "website" not in text
    assert signpost("directory", "check").code == 0


def test_rows_that_are_not_there_change_nothing(signpost: Signpost, book: OpenWorkbook, small_hub: Path) -> None:
    before = files(small_hub)
    for sheet in ("Services", "Phones"):
        book.book[sheet].delete_rows(3, 2)
    del book.book["Sources"]

    ran = signpost("directory", "import", "--yes", str(book.save()))

    assert (ran.code, ran.out) == (0, "")
    assert ran.err == (
        "Services: 2 rows are not in this file; what they stand for stays as it is.\n"
        "Phones: 2 rows are not in this file; what they stand for stays as it is.\n"
        "Nothing changes.\n"
    )
    assert files(small_hub) == before


def test_a_new_phone_goes_behind_the_others(signpost: Signpost, book: OpenWorkbook, small_hub: Path) -> None:
    book.add("Phones", Service="ashby-outreach", Number="01622 721000", Which_line__="At night")

    assert signpost("directory", "import", "--yes", str(book.save())).code == 0

    shown = signpost("directory", "show", "ashby-outreach").out
    assert shown.index("01233 680150") < shown.index("Call: 01622 721000")
    assert "At night" in shown


# --- a new service

HARBOUR = {
    "Id": "harbour-drop-in",
    "Name": "Harbour Drop-in",
    "Kind": "drop-in",
    "Status": "live",
    "What_it_does__": "A worker listens.\nJust walk in.",
    "Helps_with": "talk",
    "Shown_to": "public; champion",
    "Covers": "ashby",
}


def test_a_new_row_is_a_new_draft(signpost: Signpost, book: OpenWorkbook, small_hub: Path) -> None:
    book.add("Services", **HARBOUR)
    book.add("Phones", Service="harbour-drop-in", Number="01622 721000")
    book.add("Sources", Service="harbour-drop-in", Page="https://example.org/harbour")

    ran = signpost("directory", "import", "--yes", str(book.save()))

    assert (ran.code, ran.err) == (
        0,
        "harbour-drop-in: what is new is written as a draft. Look at its card before it goes live.\n"
        "1 new draft\n"
        "Written. See what changes for the public with: signpost directory diff HEAD\n",
    )
    assert (small_hub / "westshire/harbour-drop-in.yaml").read_text("utf-8") == (
        "# yaml-language-server: $schema=../schema/service.json\n"
        "id: harbour-drop-in\n"
        "name: Harbour Drop-in\n"
        "kind: drop-in\n"
        "status: draft\n"
        "reason: 'New on 2026-12-01. Look at its card; if it is right, write \"status: live\" and delete this line.'\n"
        "words:\n"
        "  en:\n"
        "    summary: |-\n"
        "      A worker listens.\n"
        "      Just walk in.\n"
        "needs: [talk]\n"
        "audiences: [public, champion]\n"
        "covers: [ashby]\n"
        "phones:\n"
        '  - number: "01622 721000"\n'
        "sources:\n"
        "  - page: https://example.org/harbour\n"
        "checked: 2026-12-01\n"
        "review_by: 2027-06-01\n"
    )
    assert ran.out.startswith("westshire/harbour-drop-in.yaml (new)\n  + id: harbour-drop-in\n")
    assert signpost("directory", "check").code == 0


def test_a_new_row_without_an_id_gets_one_from_its_name(
    signpost: Signpost, book: OpenWorkbook, small_hub: Path
) -> None:
    book.add("Services", **(HARBOUR | {"Id": None, "Name": "Mens Line!"}))
    ran = signpost("directory", "import", "--yes", str(book.save()))

    assert ran.code == 1
    assert ran.err == (
        "Services, row 9, column A (Id): a new service needs a source\n"
        '    Add a row for "mens-line-2" to the sheet Sources.\n'
        "1 thing is wrong. Nothing was written.\n"
    )


# --- what is refused

PHONES = ("Phones", "ashby-outreach")
SERVICES = ("Services", "ashby-outreach")
REFUSED: list[tuple[tuple[str, str], dict[str, object], str]] = [
    (
        PHONES,
        {"Number": 1233680150},
        "Phones, row 6, column C (Number): 1233680150 has lost its first 0\n"
        "    Format the cell as text, and write the number with its 0: 01233680150\n",
    ),
    (
        PHONES,
        {"Hours": datetime(2026, 7, 24)},  # noqa: DTZ001
        "Phones, row 6, column F (Hours): this cell holds a date (2026-07-24), and no text\n"
        "    Format the cell as text, and write it again.\n",
    ),
    (
        PHONES,
        {"Hours": "9-5 weekdays"},
        'Phones, row 6, column F (Hours): "9-5 weekdays" are no opening hours that can be read\n'
        '    Write them as in "Mo-Fr 09:00-17:00; PH off" or "24/7".\n',
    ),
    (PHONES, {"Number": None}, 'Phones, row 6, column C (Number): "Number" is empty\n    Fill in this cell.\n'),
    (
        PHONES,
        {"Service": "ashby-outraech"},
        'Phones, row 6, column A (Service): there is no service "ashby-outraech"\n    Did you mean "ashby-outreach"?\n',
    ),
    (
        PHONES,
        {"No_dot": "7"},
        "Phones, row 6, column B (No.): ashby-outreach has 1 row here, and no No. 7\n"
        "    Leave the No. of a new row empty.\n",
    ),
    (
        PHONES,
        {"Number": "0808 2000 247"},
        "Phones, row 6, column C (Number): 0808 2000 247 is also a number of national-line\n"
        '    If national-line answers it, add "belongs_to: national-line" below it.\n',
    ),
    (
        SERVICES,
        {"Helps_with": "talk; polcie"},
        'Services, row 7, column M (Helps with): there is no need "polcie"\n    Did you mean "police"?\n',
    ),
    (
        SERVICES,
        {"Kind": "helplin"},
        'Services, row 7, column E (Kind): "helplin" is not known for "kind"\n'
        "    Use one of: service, helpline, drop-in, team, scheme, programme, project, campaign, website, body, "
        "process or document.\n",
    ),
    (
        SERVICES,
        {"Hides_its_address": "perhaps"},
        'Services, row 7, column G (Hides its address): "perhaps" is neither yes nor no\n'
        "    Write yes or no; leave it empty if nobody knows.\n",
    ),
    (
        SERVICES,
        {"Hides_its_address": "yes", "Address_to_visit": "12 High Street"},
        'Services, row 7, column AC (Address to visit): a service with a confidential address has a "venue"\n'
        "    Delete the venue.\n",
    ),
    (
        SERVICES,
        {"Address_hours": "Mo 09:00-10:00"},
        'Services, row 7, column AC (Address to visit): "Address to visit" is empty\n    Fill in this cell.\n',
    ),
    (
        SERVICES,
        {"Checked": "next week"},
        'Services, row 7, column AM (Checked): "next week" is no date\n'
        "    Write it as in 2026-11-21, or as in 21/11/2026.\n",
    ),
    (
        SERVICES,
        {"Id": "mens-line"},
        "Services, row 7, column A (Id): this stands in row 3, too\n    Keep one of the two rows.\n",
    ),
]


@pytest.mark.parametrize(("row", "cells", "told"), REFUSED, ids=lambda value: str(value)[:40])
def test_one_wrong_cell_and_nothing_is_written(
    signpost: Signpost,
    book: OpenWorkbook,
    small_hub: Path,
    row: tuple[str, str],
    cells: dict[str, object],
    told: str,
) -> None:
    before = files(small_hub)
    book.write("Services", "mens-line", Notes="A good change in the same file.")
    book.write(*row, **cells)

    ran = signpost("directory", "import", "--yes", str(book.save()))

    assert (ran.code, ran.out) == (1, "")
    assert ran.err == f"{told}1 thing is wrong. Nothing was written.\n"
    assert files(small_hub) == before


def test_a_formula_is_not_taken_for_its_text(signpost: Signpost, book: OpenWorkbook) -> None:
    book.cell(*SERVICES, "Notes").value = '=HYPERLINK("https://example.org")'

    ran = signpost("directory", "import", "--yes", str(book.save()))

    assert ran.code == 1
    assert ran.err == (
        "Services, row 7, column AL (Notes): this cell holds a formula\n"
        "    Format the cell as text, and write what it should say.\n"
        "1 thing is wrong. Nothing was written.\n"
    )


def test_all_wrong_cells_are_told_at_once(signpost: Signpost, book: OpenWorkbook) -> None:
    book.write(*SERVICES, Kind="helplin", Checked="soon", Website="http://example.org")
    book.write(*PHONES, Number=1233680150, Free="maybe")
    book.write("Services", "mens-line", Name=None)
    book.add("Services", Name="Only a name")
    book.cell("Services", 1, "Relay UK").value = "Relais UK"

    ran = signpost("directory", "import", "--yes", str(book.save()))

    assert ran.code == 1
    assert [line for line in ran.err.splitlines() if not line.startswith("    ")] == [
        "Phones, row 6, column C (Number): 1233680150 has lost its first 0",
        'Phones, row 6, column H (Free): "maybe" is neither yes nor no',
        'Services, row 1, column Z (Relais UK): "Relais UK" is no column of this sheet',
        'Services, row 3, column B (Name): "Name" is empty',
        'Services, row 7, column E (Kind): "helplin" is not known for "kind"',
        'Services, row 7, column AB (Website): "http://example.org" is not a secure address',
        'Services, row 7, column AM (Checked): "soon" is no date',
        "Services, row 9, column A (Id): a new service needs a source",
        'Services, row 9, column E (Kind): "Kind" is empty',
        'Services, row 9, column I (What it does (English)): "What it does (English)" is empty',
        'Services, row 9, column M (Helps with): "Helps with" is empty',
        'Services, row 9, column O (Shown to): "Shown to" is empty',
        'Services, row 9, column P (Covers): "Covers" is empty',
        "13 things are wrong. Nothing was written.",
    ]


def test_an_old_file_brings_no_old_number_back(signpost: Signpost, book: OpenWorkbook, small_hub: Path) -> None:
    book.write(*PHONES, Free="yes")
    path = small_hub / OUTREACH
    path.write_bytes(path.read_bytes().replace(b"01233 680150", b"01233 680151"))

    ran = signpost("directory", "import", "--yes", str(book.save()))

    assert ran.code == 1
    assert ran.err == (
        "Phones, row 6, column M (Version): westshire/ashby-outreach.yaml was changed after this file was made\n"
        "    Export again and make your change there. To keep this row all the same, empty this cell.\n"
        "1 thing is wrong. Nothing was written.\n"
    )

    book.write(*PHONES, Version=None, Number="01233 680151")
    assert signpost("directory", "import", "--yes", str(book.save())).code == 0
    assert b"'01233 680151', hours: 'Mo-Fr 09:00-17:00; PH off', free: true" in path.read_bytes()


def test_a_list_that_a_semicolon_would_tear_apart_is_changed_in_its_file(
    signpost: Signpost, hub: HubMaker, tmp_path: Path
) -> None:
    hub(FILES | {OUTREACH: FILES[OUTREACH] + b"also_called: ['Ashby; the old name', Outreach]\n"})
    path = tmp_path / "a.xlsx"
    signpost("directory", "export", "--to", "xlsx", str(path))
    assert signpost("directory", "import", "--yes", str(path)).err == "Nothing changes.\n"
    book = OpenWorkbook(path).write(*SERVICES, Also_called="Ashby; the new name; Outreach")

    ran = signpost("directory", "import", "--yes", str(book.save()))

    assert ran.err == (
        "Services, row 7, column H (Also called): an item of this list holds a semicolon or a line break, "
        "so it cannot be told where it ends\n"
        "    Put back what stood here, and change the list in westshire/ashby-outreach.yaml.\n"
        "1 thing is wrong. Nothing was written.\n"
    )


def test_what_is_no_export_of_ours_is_told(signpost: Signpost, book: OpenWorkbook, tmp_path: Path) -> None:
    for name in book.book.sheetnames[1:]:
        book.book[name].title = f"My {name}"
    path = book.save()
    ran = signpost("directory", "import", str(path))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"{path} has none of the sheets that an export has: Services, Phones, Phones for professionals, "
        "Unconfirmed phones, Sources, Translations.\n"
    )

    for name, told in (
        ("a.ods", "is no .xlsx, .csv, .zip or .json file. Save it as .xlsx."),
        ("a.xlsx", "a.xlsx is no .xlsx workbook. Save it in Excel or LibreOffice as .xlsx."),
        ("a.json", "a.json:1:1: this is no JSON. Download it again."),
    ):
        (tmp_path / name).write_text("hello")
        ran = signpost("directory", "import", str(tmp_path / name))
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.strip().endswith(told)


def test_a_sheet_of_ones_own_is_left_alone_and_told(signpost: Signpost, book: OpenWorkbook) -> None:
    book.book.create_sheet("Who rings whom").append(["Zoe"])

    ran = signpost("directory", "import", str(book.save()))

    assert (ran.code, ran.err) == (
        0,
        'The sheet "Who rings whom" is not one of ours and is not read.\nNothing changes.\n',
    )


def test_a_full_disk_leaves_every_file_as_it_was(
    signpost: Signpost, book: OpenWorkbook, small_hub: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(small_hub)
    book.write(*SERVICES, Notes="x").write("Services", "mens-line", Notes="y")
    write: Callable[[Path, bytes], int] = Path.write_bytes

    def full(self: Path, data: bytes) -> int:
        if "ashby-outreach" in self.name:
            raise OSError(28, "No space left on device")
        return write(self, data)

    path = str(book.save())
    monkeypatch.setattr(Path, "write_bytes", full)

    ran = signpost("directory", "import", "--yes", path)

    assert ran.code == 1
    assert ran.err.endswith(
        "Nothing was written. Import the file again once this is mended:\n"
        f"{small_hub} cannot be written: No space left on device.\n"
    )
    assert files(small_hub) == before


# --- a translator's sheet


@pytest.fixture
def polish(signpost: Signpost, small_hub: Path, tmp_path: Path) -> OpenWorkbook:
    path = tmp_path / "pl.xlsx"
    assert signpost("directory", "export", "--to", "xlsx", "--language", "pl", str(path)).code == 0
    return OpenWorkbook(path)


def row_of(book: OpenWorkbook, file: str, field: str) -> int:
    rows = book.book["Translations"].iter_rows(values_only=True)
    return next(number for number, row in enumerate(rows, 1) if row[:2] == (file, field))


def translate(book: OpenWorkbook, file: str, field: str, text: str, **cells: object) -> None:
    row = row_of(book, file, field)
    book.cell("Translations", row, "Polish (pl)").value = text
    book.write("Translations", row, **cells)


def test_translations_are_put_beside_the_english(signpost: Signpost, polish: OpenWorkbook, small_hub: Path) -> None:
    translate(polish, "needs/talk", "name", "Rozmowa", Who_and_when="AK, 1 December")
    translate(polish, "guidance/employer-told", "steps.2", "Słuchaj i wierz.")
    translate(polish, "national/national-line", "words.summary", "Słuchają i pomagają.")

    ran = signpost("directory", "import", "--yes", str(polish.save()))

    assert ran.code == 0
    assert b"name: {en: Talk to someone, pl: Rozmowa}" in (small_hub / "needs/talk.yaml").read_bytes()
    guidance = (small_hub / "guidance/employer-told.yaml").read_text("utf-8")
    assert "{en: Listen and believe., pl: Słuchaj i wierz.}" in guidance
    assert "Słuchają i pomagają." in signpost("directory", "show", "national-line", "--language", "pl").out


def test_a_translation_that_is_not_ready_is_left_out_and_told(
    signpost: Signpost, polish: OpenWorkbook, small_hub: Path
) -> None:
    translate(polish, "needs/talk", "name", "Rozmo", State="Unfinished")
    translate(polish, "needs/talk", "answer", "O tym.", English="An older text.")
    translate(polish, "referral-routes/westshire-high", "words.title", "Wysokie ryzyko")
    rows = [row_of(polish, "needs/talk", field) for field in ("name", "answer")]

    ran = signpost("directory", "import", "--yes", str(polish.save()))

    assert (ran.code, ran.out) == (0, "")
    assert ran.err == (
        f"row {rows[0]}: needs/talk, name: marked as unfinished, not taken over.\n"
        f"row {rows[1]}: needs/talk, answer: the English is another today, not taken over. "
        "Export again for the new text.\n"
        "referral-routes/westshire-high: not taken over as long as these are missing: words.how, words.outside_hours, "
        "words.consent, words.ready, words.say, words.next, words.checks_back.\n"
        "Nothing changes.\n"
    )


def test_a_row_that_stands_for_no_text_is_told(signpost: Signpost, polish: OpenWorkbook) -> None:
    first, second = row_of(polish, "needs/talk", "name"), row_of(polish, "needs/talk", "answer")
    polish.write("Translations", first, Field="nmae")
    polish.write("Translations", second, State="done")

    ran = signpost("directory", "import", "--yes", str(polish.save()))

    assert ran.code == 1
    assert ran.err == (
        f'Translations, row {first}, column B (Field): needs/talk has no text "nmae" that people are shown\n'
        "    Put back what stood here, or delete the row.\n"
        f'Translations, row {second}, column E (State): "done" is no state\n'
        "    Write missing, there or unfinished; what is unfinished is not taken over.\n"
        "2 things are wrong. Nothing was written.\n"
    )


def test_a_sheet_whose_language_nobody_knows_is_told(signpost: Signpost, polish: OpenWorkbook) -> None:
    polish.cell("Translations", 1, "Polish (pl)").value = "Somali (so)"

    ran = signpost("directory", "import", "--yes", str(polish.save()))

    assert ran.code == 1
    assert ran.err.startswith('Translations, row 1, column D (Somali (so)): "Somali (so)" is no column of this sheet\n')


# --- a feed

FEED = {
    "contents": [
        {
            "name": "Harbour Drop-in",
            "description": "Drop in and talk.",
            "service_areas": [{"name": "Ashby"}],
            "contacts": [{"phones": [{"number": "01622 721000"}]}],
            "cost_options": [{"amount": 3}],
        },
        {"name": "National Line"},
    ]
}


@pytest.fixture
def feed(tmp_path: Path) -> str:
    path = tmp_path / "feed.json"
    path.write_text(json.dumps(FEED))
    return str(path)


def test_a_feed_becomes_drafts_that_nobody_is_shown_yet(signpost: Signpost, small_hub: Path, feed: str) -> None:
    ran = signpost("directory", "import", feed, "--need", "talk", "--yes")

    text = (small_hub / "westshire/harbour-drop-in.yaml").read_text("utf-8")
    assert text == (
        "# yaml-language-server: $schema=../schema/service.json\n"
        "id: harbour-drop-in\n"
        "name: Harbour Drop-in\n"
        "kind: service\n"
        "status: draft\n"
        "reason: Imported from feed.json on 2026-12-01, to be checked.\n"
        "confidence: low\n"
        "words:\n"
        "  en:\n"
        "    summary: Drop in and talk.\n"
        "needs: [talk]\n"
        "audiences: [public, champion]\n"
        "covers: [ashby]\n"
        "phones:\n"
        '  - number: "01622 721000"\n'
        "sources:\n"
        '  - report: "Open Referral feed: feed.json"\n'
        "checked: 2026-12-01\n"
        "review_by: 2027-12-01\n"
    )
    shown = "".join(f"  + {line}\n" for line in text.splitlines()[1:])
    assert (ran.code, ran.out) == (0, f"westshire/harbour-drop-in.yaml (new)\n{shown}\n")
    assert ran.err == (
        "harbour-drop-in: not taken from the feed:\n"
        "    its cost_options\n"
        'Not taken: "National Line" is there already, as national-line. It stays as it is.\n'
        "1 new draft\n"
        "Written. See what changes for the public with: signpost directory diff HEAD\n"
    )
    assert signpost("directory", "check").code == 0


def test_a_second_time_nothing_is_new(signpost: Signpost, small_hub: Path, feed: str) -> None:
    signpost("directory", "import", feed, "--need", "talk", "--yes")
    before = files(small_hub)

    ran = signpost("directory", "import", feed, "--need", "talk", "--yes")

    assert (ran.code, ran.out) == (0, "")
    assert ran.err == (
        'Not taken: "Harbour Drop-in" is there already, as harbour-drop-in. It stays as it is.\n'
        'Not taken: "National Line" is there already, as national-line. It stays as it is.\n'
        "Nothing changes.\n"
    )
    assert files(small_hub) == before


def test_a_need_or_place_that_is_not_there_is_told(signpost: Signpost, small_hub: Path, feed: str) -> None:
    ran = signpost("directory", "import", feed, "--need", "tlak")
    assert ran.code == 2
    assert 'there is no need "tlak". Known: champion_refer, employer_respond' in ran.told
    ran = signpost("directory", "import", feed, "--area", "margate")
    assert ran.code == 2
    assert 'there is no area or district "margate". Known: everywhere, westshire, norbury-area, ashby' in ran.told
