"""`signpost directory checked`: the dates change, and nothing else in the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import HubMaker, Signpost
from tests.conftest import PROJECT
from tests.small_hub import FILES

LINE = FILES["national/national-line.yaml"]


def test_an_entry_is_checked_today_and_due_as_long_after_as_before(signpost: Signpost, small_hub: Path) -> None:
    path = small_hub / "national/national-line.yaml"
    path.write_bytes(LINE.replace(b"checked: 2026-11-01\n", b"checked: 2026-11-01  # by Zo\xc3\xab\r\n# rang twice\n"))

    ran = signpost("directory", "checked", "national-line")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "national-line: checked 2026-12-01 (before: 2026-11-01), review by 2027-12-01\n"
    assert path.read_bytes() == LINE.replace(
        b"checked: 2026-11-01\n", b"checked: 2026-12-01  # by Zo\xc3\xab\r\n# rang twice\n"
    ).replace(b"review_by: 2027-11-01", b"review_by: 2027-12-01")
    assert signpost("directory", "check").code == 0


def test_several_at_once_pages_and_routes_among_them(signpost: Signpost, small_hub: Path) -> None:
    ran = signpost("directory", "checked", "mens-line", "employer-told", "westshire-high", "mens-line")

    assert ran.code == 0
    assert ran.out == (
        "mens-line: checked 2026-12-01 (before: 2026-11-01), review by 2027-12-01\n"
        "employer-told: checked 2026-12-01 (before: 2026-11-01), review by 2027-12-01\n"
        "westshire-high: checked 2026-12-01 (before: 2026-11-01), review by 2027-12-01\n"
    )
    assert b"checked: 2026-12-01\n" in (small_hub / "guidance/employer-told.yaml").read_bytes()


def test_one_wrong_id_and_nothing_is_written(signpost: Signpost, small_hub: Path) -> None:
    ran = signpost("directory", "checked", "mens-line", "nobody")

    assert (ran.code, ran.out) == (2, "")
    assert 'there is no service, guidance page or referral route "nobody"' in ran.told
    assert (small_hub / "national/mens-line.yaml").read_bytes() == FILES["national/mens-line.yaml"]


def test_without_an_id_nothing_is_checked(signpost: Signpost, small_hub: Path) -> None:
    ran = signpost("directory", "checked")

    assert (ran.code, ran.out) == (2, "")
    assert "Missing argument 'ID'" in ran.told


def test_a_file_that_may_not_be_written_is_told(
    signpost: Signpost, small_hub: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", denied)

    ran = signpost("directory", "checked", "mens-line")

    assert (ran.code, ran.out) == (1, "")
    assert ran.err == f"{small_hub}/national/mens-line.yaml cannot be written: Permission denied.\n"
    assert (small_hub / "national/mens-line.yaml").read_bytes() == FILES["national/mens-line.yaml"]


@pytest.mark.parametrize("name", ["kent-medway/davss", "guidance/clares-law", "national/police-999"])
def test_in_a_launch_file_two_lines_change(signpost: Signpost, hub: HubMaker, name: str) -> None:
    launch = PROJECT / "directory"
    files = [path for path in launch.rglob("*.yaml") if "phrases" not in path.parts]
    root = hub({path.relative_to(launch).as_posix(): path.read_bytes() for path in files})
    before = (root / f"{name}.yaml").read_text("utf-8").splitlines()

    ran = signpost("directory", "checked", name)

    after = (root / f"{name}.yaml").read_text("utf-8").splitlines()
    changed = [new for old, new in zip(before, after, strict=True) if old != new]
    assert ran.code == 0
    assert [line.split(":")[0] for line in changed] == ["checked", "review_by"]
    assert changed[0] == "checked: 2026-12-01"
