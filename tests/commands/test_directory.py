"""`signpost directory check`: what hub staff see when they check their files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.checks import slow_rules
from bot.checks.checked import Checked
from bot.directory.problem import Problem
from tests.commands.conftest import HubMaker, Signpost
from tests.conftest import PROJECT
from tests.small_hub import FILES, service

BROKEN = {
    **FILES,
    "westshire/ashby-outreach.yaml": service("ashby-outreach", phone="no"),
    "norbury/norbury-aid.yaml": service("norbury-aid", phones="[{number: 01622721000}]"),
}
"""The small hub with two slips."""


def test_a_sound_directory_is_counted_and_passes(signpost: Signpost, small_hub: Path) -> None:
    ran = signpost("directory", "check")

    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "7 services, 8 needs, 3 districts, 1 guidance pages, 1 referral routes: no errors.\n"


def test_every_slip_is_told_with_its_place_and_its_mend(signpost: Signpost, hub: HubMaker) -> None:
    root = hub(BROKEN)

    ran = signpost("directory", "check")

    assert ran.code == 1
    assert ran.err == "2 errors. The directory is not used until the errors are mended.\n"
    assert ran.out == (
        f"{root}/norbury/norbury-aid.yaml:13:19: "
        "01622721000 has no quotes, so YAML reads it as 239837696 and not as text (unquoted)\n"
        '    Write it in straight quotes: "01622721000".\n'
        f'{root}/westshire/ashby-outreach.yaml:13:1: "phone" is not a field here (unknown-field)\n'
        '    Did you mean "phones"?\n'
    )


def test_the_first_character_of_a_file_is_line_1_column_1(signpost: Signpost, hub: HubMaker) -> None:
    root = hub({**FILES, "norbury/new.yaml": b"nam: New\n" + service("new")})

    ran = signpost("directory", "check")

    assert ran.out.startswith(f'{root}/norbury/new.yaml:1:1: "nam" is not a field here (unknown-field)\n')


def test_json_finds_the_same_and_only_writes_it_otherwise(signpost: Signpost, hub: HubMaker) -> None:
    root = hub(BROKEN)

    ran = signpost("directory", "check", "--json")

    assert ran.code == 1
    assert [json.loads(line) for line in ran.out.splitlines()] == [
        {
            "file": f"{root}/norbury/norbury-aid.yaml",
            "line": 13,
            "column": 19,
            "rule": "unquoted",
            "severity": "error",
            "message": "01622721000 has no quotes, so YAML reads it as 239837696 and not as text",
            "mend": 'Write it in straight quotes: "01622721000".',
        },
        {
            "file": f"{root}/westshire/ashby-outreach.yaml",
            "line": 13,
            "column": 1,
            "rule": "unknown-field",
            "severity": "error",
            "message": '"phone" is not a field here',
            "mend": 'Did you mean "phones"?',
        },
    ]


WARNED = {
    **FILES,
    "westshire/ashby-outreach.yaml": service(
        "ashby-outreach", checked="2025-11-01", review_by="2026-01-01", website="https://example.org"
    ),
}
"""The small hub with an entry that is due for review."""


def test_a_warning_is_told_and_the_directory_passes(signpost: Signpost, hub: HubMaker) -> None:
    root = hub(WARNED)

    ran = signpost("directory", "check")

    assert ran.code == 0
    assert ran.out == (
        "Warnings, which keep nothing from being used:\n"
        f"{root}/westshire/ashby-outreach.yaml:12:12: this was due for review by 2026-01-01 and is not shown any more "
        '(past-review)\n    Compare it with its sources, then set "checked" and "review_by" anew.\n'
    )
    assert ran.err.endswith(" 1 referral routes: no errors, 1 warning.\n")


def test_errors_come_first_and_warnings_stand_apart(signpost: Signpost, hub: HubMaker) -> None:
    hub(
        {
            **WARNED,
            "westshire/westshire-police.yaml": service(
                "westshire-police", needs="[polis]", website="https://example.org"
            ),
        }
    )

    ran = signpost("directory", "check")

    assert ran.code == 1
    assert [line.rpartition("(")[2] for line in ran.out.splitlines() if not line.startswith(" ")] == [
        "unknown-id)",
        "",
        "Warnings, which keep nothing from being used:",
        "past-review)",
    ]
    assert ran.err == "1 error, 1 warning. The directory is not used until the errors are mended.\n"


def test_github_is_given_an_annotation_a_finding(
    signpost: Signpost, hub: HubMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = hub(
        {
            **WARNED,
            "westshire/westshire-police.yaml": service("westshire-police", needs="[x]", website="https://example.org"),
        }
    )
    monkeypatch.chdir(root.parent)

    ran = signpost("directory", "check", "--github")

    assert ran.code == 1
    assert ran.out.splitlines() == [
        "::warning file=hub/westshire/ashby-outreach.yaml,line=12,col=12,title=past-review::this was due for review by "
        '2026-01-01 and is not shown any more%0ACompare it with its sources, then set "checked" and "review_by" anew.',
        '::error file=hub/westshire/westshire-police.yaml,line=7,col=9,title=unknown-id::there is no need "x"'
        "%0AMake it in needs/, or delete x.",
    ]


class Slow:
    """A rule that takes seconds."""

    __name__ = "bot.checks.dead_end"

    def check(self, checked: Checked) -> Iterator[Problem]:
        """One finding."""
        yield checked.warning("hub.yaml", (), "nobody can be reached at night", "Name a line.")


@pytest.mark.parametrize(
    ("files", "words", "found"),
    [(FILES, (), True), (FILES, ("--fast",), False), (WARNED, (), True), (BROKEN, (), False)],
)
def test_slow_rules_are_asked_unless_it_must_be_fast_or_there_is_an_error(
    signpost: Signpost,
    hub: HubMaker,
    monkeypatch: pytest.MonkeyPatch,
    files: dict[str, bytes],
    words: tuple[str, ...],
    found: bool,
) -> None:
    hub(files)
    monkeypatch.setattr(slow_rules, "SLOW", (Slow(),))

    ran = signpost("directory", "check", *words)

    assert ("nobody can be reached at night (dead-end)" in ran.out) is found


def test_the_meaning_of_every_finding_is_printed(signpost: Signpost) -> None:
    ran = signpost("directory", "rules")

    assert ran.code == 0
    assert ran.out == (PROJECT / "docs" / "hub" / "rules.md").read_text("utf-8")


def test_another_folder_can_be_checked_than_the_one_in_use(
    signpost: Signpost, small_hub: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "draft").mkdir()
    (tmp_path / "draft" / "hub.yaml").write_bytes(b"")
    monkeypatch.chdir(tmp_path)

    ran = signpost("directory", "check", "draft")

    assert ran.code == 1
    assert [line for line in ran.out.splitlines() if not line.startswith(" ")] == [
        "draft/harmful-words.yaml:1:1: this file is missing (missing-file)",
        "draft/hub.yaml:1:1: the file is empty (empty-file)",
        "draft/languages.yaml:1:1: this file is missing (missing-file)",
        "draft/places.yaml:1:1: this file is missing (missing-file)",
        "draft/referral.yaml:1:1: this file is missing (missing-file)",
    ]


def test_a_folder_that_is_no_directory_is_told_in_one_finding(signpost: Signpost, hub: HubMaker) -> None:
    """Not as hundreds of faults of files that were never meant for it."""
    root = hub({"notes/shopping.yaml": b"- milk\n", "other.yaml": b"a: b\n"})

    ran = signpost("directory", "check")

    assert ran.code == 1
    assert ran.out == (
        f"{root}/hub.yaml:1:1: this file is missing; every directory has one (missing-file)\n"
        "    Give the folder that holds hub.yaml, or copy the file from a working directory.\n"
    )


def test_a_folder_that_does_not_exist_is_wrong_usage(signpost: Signpost) -> None:
    ran = signpost("directory", "check", "no-such-folder")

    assert (ran.code, ran.out) == (2, "")
    assert "'no-such-folder' does not exist" in ran.told


def test_a_file_of_two_megabytes_is_told_and_not_read(signpost: Signpost, hub: HubMaker) -> None:
    root = hub({**FILES, "norbury/log.yaml": b"a" * 2_000_000})

    ran = signpost("directory", "check")

    assert ran.out == (
        f"{root}/norbury/log.yaml:1:1: this file has more than 1,000,000 bytes; a directory file has a few thousand "
        "(file-size)\n    Move it out of the directory folder, or split it.\n"
    )
