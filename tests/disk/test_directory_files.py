"""Whatever lies in the folder, it is read, left alone or told: nothing is left out without a word."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.directory.problem import DirectoryError
from bot.disk.directory_files import read_files

NOBODY = 65534


@pytest.fixture
def root() -> Iterator[Path]:
    """In a folder that other users may enter, unlike pytest's own."""
    root = Path(tempfile.mkdtemp())
    root.chmod(0o755)
    (root / "national").mkdir()
    (root / "national" / "line.yaml").write_text("id: line\n")
    yield root
    shutil.rmtree(root)


@contextmanager
def somebody_without_rights() -> Iterator[None]:
    """Root may read everything; anybody else may not."""
    mine = os.geteuid()
    if mine == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(mine)


def told(root: Path) -> list[str]:
    with pytest.raises(DirectoryError) as error:
        read_files(root)
    return [str(problem) for problem in error.value.problems]


def test_a_file_that_may_not_be_read_is_told(root: Path) -> None:
    (root / "national" / "line.yaml").chmod(0)
    with somebody_without_rights():
        assert told(root) == [
            "national/line.yaml:1:1: this file cannot be read (Permission denied) (unreadable)\n"
            "    Give yourself the right to read it, or delete it."
        ]


def test_a_folder_that_may_not_be_read_is_told_and_its_services_are_not_just_gone(root: Path) -> None:
    (root / "national").chmod(0)
    with somebody_without_rights():
        assert told(root) == [
            "national:1:1: this folder cannot be read (Permission denied) (unreadable)\n"
            "    Give yourself the right to read it, or delete it."
        ]
    (root / "national").chmod(0o755)


def test_a_pipe_is_told_and_nobody_waits_for_it(root: Path) -> None:
    os.mkfifo(root / "national" / "pipe.yaml")
    assert told(root) == [
        "national/pipe.yaml:1:1: this file cannot be read (it is no plain file) (unreadable)\n"
        "    Give yourself the right to read it, or delete it."
    ]


def test_links_to_folders_are_not_followed_and_a_link_to_itself_is_told(root: Path) -> None:
    (root / "national" / "round").symlink_to(root)
    assert read_files(root).keys() == {"national/line.yaml"}
    (root / "self.yaml").symlink_to(root / "self.yaml")
    [line] = told(root)
    assert line.startswith("self.yaml:1:1: this file cannot be read (Too many levels of symbolic links)")


def test_of_a_huge_file_only_the_beginning_is_read(root: Path) -> None:
    with (root / "huge.yaml").open("wb") as file:
        file.truncate(100_000_000)
    assert len(read_files(root)["huge.yaml"]) == 1_000_001


def test_hidden_folders_and_what_is_no_yaml_are_left_alone(root: Path) -> None:
    (root / ".git").mkdir()
    (root / ".git" / "old.yaml").write_text("id: old\n")
    (root / "national" / "notes.txt").write_text("call them\n")
    assert read_files(root).keys() == {"national/line.yaml"}


def test_a_yml_file_is_told(root: Path) -> None:
    (root / "national" / "new.yml").write_text("id: new\n")
    assert told(root) == [
        "national/new.yml:1:1: this file ends in .yml, and only .yaml is read (file-name)\n    Rename it new.yaml."
    ]
