"""`signpost directory diff`: what changes for the public, in sentences."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.commands.conftest import HubMaker, Signpost
from tests.small_hub import FILES, service

NOON = ("--at", "2026-11-23T12:00")
"""A Monday."""


def git(root: Path, *words: str) -> None:
    """One git command in the hub's folder."""
    name = ("-c", "user.name=Hub", "-c", "user.email=hub@example.org")
    subprocess.run(["git", "-C", str(root), *name, *words], check=True, capture_output=True)  # noqa: S603, S607


@pytest.fixture
def kept(hub: HubMaker) -> Path:
    """The small hub, kept in git."""
    root = hub(FILES)
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "As it was")
    return root


def test_a_change_is_told_as_the_public_meets_it(signpost: Signpost, kept: Path) -> None:
    outreach = kept / "westshire/ashby-outreach.yaml"
    outreach.write_bytes(outreach.read_bytes().replace(b"01233 680150", b"01233 680151"))
    police = kept / "westshire/westshire-police.yaml"
    police.write_bytes(police.read_bytes().replace(b"status: live", b"status: draft\nreason: It moved."))
    men = kept / "needs/men.yaml"
    men.write_bytes(men.read_bytes().replace(b"[mens-line]", b"[national-line]"))

    ran = signpost("directory", "diff", "HEAD", *NOON)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "Ashby Outreach: the phone 01233 680150 becomes 01233 680151.\n"
        "Westshire Police: no longer shown (draft: It moved).\n"
        "The need “Help for men” now puts first: National Line.\n"
        "The need “Help for men” no longer puts first: Mens Line.\n"
        "People who ask about “Help for men” now see National Line first, before: Mens Line.\n"
        "People in Westshire who ask about “Police help” now see Emergency 999 first, before: Westshire Police.\n"
    )


def test_two_folders_can_be_compared(signpost: Signpost, hub: HubMaker, tmp_path: Path) -> None:
    root = hub(FILES)
    shutil.copytree(root, tmp_path / "before")
    (root / "norbury").mkdir()
    (root / "norbury/aid.yaml").write_bytes(
        service("aid", covers="[norbury]", needs="[talk, refuge]", phones="[{number: '01622 721000'}]")
    )

    ran = signpost("directory", "diff", str(tmp_path / "before"), *NOON)

    assert ran.code == 0
    assert ran.out == (
        "Aid: new, for people in Norbury who ask about “Talk to someone” and “A safe place”.\n"
        "People in Norbury who ask about “A safe place” now see Aid among the first 3.\n"
        "People in Norbury who ask about “Talk to someone” now see Aid among the first 3, Womens Line no longer.\n"
    )


def test_what_only_staff_see_is_counted_and_not_told(signpost: Signpost, kept: Path) -> None:
    path = kept / "national/mens-line.yaml"
    path.write_bytes(path.read_bytes() + b"notes: Ask for Sam.\n")

    ran = signpost("directory", "diff", "HEAD", *NOON)

    assert (ran.code, ran.out) == (0, "Nothing changes for the public.\n")
    assert ran.err == "1 more entry changes in a way that only hub staff see.\n"


def test_an_older_version_that_breaks_todays_rules_can_be_compared(
    signpost: Signpost, hub: HubMaker, tmp_path: Path
) -> None:
    root = hub(FILES)
    shutil.copytree(root, tmp_path / "before")
    (tmp_path / "before/national/mens-line.yaml").write_bytes(b"id: mens-line\nnumber: 01622\n")

    ran = signpost("directory", "diff", str(tmp_path / "before"), *NOON)

    assert ran.code == 0
    assert ran.out.startswith("Mens Line: new, for people in every district who ask about “Help for men” and ")
    assert f"national/mens-line.yaml could not be read in {tmp_path}/before and is left out there.\n" in ran.err


def test_a_directory_with_an_error_is_not_compared(signpost: Signpost, kept: Path) -> None:
    (kept / "national/mens-line.yaml").write_bytes(b"id: mens-line\n")

    ran = signpost("directory", "diff", "HEAD")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith('national/mens-line.yaml:1:1: "sources", "checked", "review_by", "name", "kind", ')


def test_the_folder_may_lie_anywhere_in_its_repository(
    signpost: Signpost, hub: HubMaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = hub({**FILES, "schema/need.yaml": b"no: entry\n", "notes.txt": b"a", "national/.draft.yaml": b"x"})
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "hub")
    git(tmp_path, "commit", "-q", "-m", "As it was")
    (root / "national/Zoë.yaml").write_bytes(service("zoe"))
    (root / "national/Zoë.yaml").rename(root / "national/zoe.yaml")

    ran = signpost("directory", "diff", "HEAD", *NOON)

    assert ran.code == 0
    assert ran.out.startswith("Zoe: new, for people in every district ")


@pytest.mark.parametrize("revision", ["nope", "--all", "HEAD~7", ""])
def test_a_revision_that_is_not_there_is_told(signpost: Signpost, kept: Path, revision: str) -> None:
    ran = signpost("directory", "diff", "--", revision)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f'there is no folder and no git revision "{revision}". See what there is with: git log --oneline -- {kept}\n'
    )


def test_a_folder_outside_git_is_told(signpost: Signpost, small_hub: Path) -> None:
    ran = signpost("directory", "diff", "HEAD")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"{small_hub} is not kept in git. Give a folder with the other version instead.\n"


def test_a_revision_without_the_folder_is_told(signpost: Signpost, small_hub: Path) -> None:
    git(small_hub, "init", "-q")
    git(small_hub, "commit", "-q", "--allow-empty", "-m", "Nothing yet")

    ran = signpost("directory", "diff", "HEAD")

    assert (ran.code, ran.err) == (2, f"in revision HEAD there is no directory at {small_hub}\n")


def test_a_machine_without_git_is_told(signpost: Signpost, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(kept))

    ran = signpost("directory", "diff", "HEAD")

    assert (ran.code, ran.err) == (
        2,
        "git is not on this machine. Install it, or give a folder with the other version instead.\n",
    )
