"""`signpost directory export`: what hub staff, translators and other directories are given."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from tests.commands.conftest import HubMaker, Signpost
from tests.small_hub import FILES, service

STAFF_ONLY = {
    "professional": "{phones: [{number: '01622 721000'}], email: duty@example.org}",
    "unconfirmed_phones": "[{number: '01622 721001', seen: an old page}]",
    "notes": "Zoe knows them.",
    "conflicts": "[One page says Monday; one says Tuesday.]",
}


def rows(path: Path, sheet: str) -> list[dict[str, Any]]:
    page: Any = load_workbook(path)[sheet]
    [headings, *found] = page.iter_rows(values_only=True)
    return [{name: value for name, value in zip(headings, row, strict=True) if value is not None} for row in found]


def test_a_workbook_has_a_row_a_service_a_phone_and_a_source(signpost: Signpost, hub: HubMaker, tmp_path: Path) -> None:
    hub(FILES | {"national/mens-line.yaml": service("mens-line", for_="[men]", phones="[]", **STAFF_ONLY)})
    path = tmp_path / "services.xlsx"

    ran = signpost("directory", "export", "--to", "xlsx", str(path))

    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        f"{path}: 7 rows in Services, 5 rows in Phones, 1 row in Phones for professionals, "
        "1 row in Unconfirmed phones, 7 rows in Sources\n"
    )
    by_id = {row["Id"]: row for row in rows(path, "Services")}
    version = by_id["mens-line"].pop("Version")
    assert by_id["mens-line"] == {
        "Id": "mens-line",
        "Name": "Mens Line",
        "Status": "live",
        "Kind": "service",
        "How sure": "high",
        "What it does (English)": "Mens Line listens and helps.",
        "Helps with": "talk",
        "Shown to": "public; champion; employer",
        "Covers": "everywhere",
        "Whom it takes": "men",
        "E-mail for professionals": "duty@example.org",
        "Sources disagree": "One page says Monday; one says Tuesday.",
        "Notes": "Zoe knows them.",
        "Checked": "2026-11-01",
        "Review by": "2027-11-01",
    }
    [phone] = [row for row in rows(path, "Phones") if row["Service"] == "national-line"]
    assert phone == {
        "Service": "national-line",
        "No.": "1",
        "Number": "0808 2000 247",
        "Hours": "24/7",
        "Free": "yes",
        "Version": by_id["national-line"]["Version"],
    }
    assert rows(path, "Unconfirmed phones") == [
        {"Service": "mens-line", "No.": "1", "Number": "01622 721001", "Seen": "an old page", "Version": version}
    ]


def test_the_first_sheet_says_how_to_use_it(signpost: Signpost, small_hub: Path, tmp_path: Path) -> None:
    signpost("directory", "export", "--to", "xlsx", str(tmp_path / "a.xlsx"))

    page: Any = load_workbook(tmp_path / "a.xlsx").worksheets[0]
    lines = [row[0] for row in page.iter_rows(values_only=True)]
    assert page.title == "Read me"
    assert "A row that you delete changes nothing. To take a phone or a service away, change its file." in lines


def test_csv_files_stand_in_a_folder(signpost: Signpost, small_hub: Path, tmp_path: Path) -> None:
    ran = signpost("directory", "export", "--to", "csv", str(tmp_path / "sheets"))

    assert ran.code == 0
    assert sorted(path.name for path in (tmp_path / "sheets").iterdir()) == [
        "phones-for-professionals.csv",
        "phones.csv",
        "read-me.txt",
        "services.csv",
        "sources.csv",
        "unconfirmed-phones.csv",
    ]


def test_a_translator_gets_english_beside_one_language_and_nothing_else(
    signpost: Signpost, hub: HubMaker, tmp_path: Path
) -> None:
    national = service("national-line", words="{en: {summary: 'They listen.'}, pl: {summary: 'Słuchają.'}}")
    secret = service("mens-line", **STAFF_ONLY, phones="[{number: '0808 801 0327', label: {en: Helpline}}]")
    hub(FILES | {"national/national-line.yaml": national, "national/mens-line.yaml": secret})
    path = tmp_path / "pl.xlsx"

    ran = signpost("directory", "export", "--to", "xlsx", "--language", "pl", str(path))

    assert (ran.code, ran.err) == (0, "")
    assert load_workbook(path).sheetnames == ["Read me", "Translations"]
    found = {(row["File"], row["Field"]): row for row in rows(path, "Translations")}
    assert found["national/national-line", "words.summary"] == {
        "File": "national/national-line",
        "Field": "words.summary",
        "English": "They listen.",
        "Polish (pl)": "Słuchają.",
        "State": "there",
    }
    assert found["guidance/employer-told", "steps.2"] == {
        "File": "guidance/employer-told",
        "Field": "steps.2",
        "English": "Listen and believe.",
        "State": "missing",
    }
    assert found["national/mens-line", "phones.1.label"]["English"] == "Helpline"
    kinds = {file.split("/")[0] for file, _ in found}
    assert kinds == {"guidance", "hub", "national", "needs", "referral-routes", "urgency", "westshire"}
    assert ("westshire/ashby-drop-in", "words.summary") not in found, "a draft is not shown, and not translated"
    everything = json.dumps(rows(path, "Translations"))
    for private in ("01622 721000", "01622 721001", "duty@example.org", "Zoe", "Monday", "0808 801 0327"):
        assert private not in everything


def test_open_referral_gets_what_anybody_may_be_shown(signpost: Signpost, small_hub: Path, tmp_path: Path) -> None:
    path = tmp_path / "feed.json"

    ran = signpost("directory", "export", "--to", "oruk", str(path))

    assert (ran.code, ran.err, ran.out) == (0, "", f"{path}: 6 services\n")
    feed = json.loads(path.read_text("utf-8"))
    assert feed["total_items"] == len(feed["contents"]) == 6
    assert "Ashby Drop In" not in {one["name"] for one in feed["contents"]}, "a draft"


def test_a_file_that_is_there_is_not_written_over(signpost: Signpost, small_hub: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_text("an afternoon of edits")

    ran = signpost("directory", "export", "--to", "xlsx", str(path))

    assert (ran.code, ran.out) == (2, "")
    assert "is there already. Delete it, or write another name." in ran.told
    assert path.read_text() == "an afternoon of edits"


def test_a_file_that_cannot_be_written_is_told(signpost: Signpost, small_hub: Path, tmp_path: Path) -> None:
    for kind in ("xlsx", "oruk"):
        path = tmp_path / "nowhere" / "a"
        ran = signpost("directory", "export", "--to", kind, str(path))
        assert (ran.code, ran.out, ran.err) == (2, "", f"{path} cannot be written: No such file or directory.\n")


def test_a_wrong_word_is_told(signpost: Signpost, small_hub: Path, tmp_path: Path) -> None:
    path = str(tmp_path / "a")
    for words, told in (
        (["--to", "ods"], 'there is no kind of file "ods". Known: xlsx, csv, oruk'),
        (["--to", "xlsx", "--language", "fr"], 'there is no language "fr". Known: pl, ar'),
        (["--to", "xlsx", "--language", "en"], 'there is no language "en". Known: pl, ar'),
        (["--to", "oruk", "--language", "pl"], "--language is for xlsx and csv: a feed is in English"),
    ):
        ran = signpost("directory", "export", *words, path)
        assert (ran.code, ran.out) == (2, "")
        assert told in ran.told
