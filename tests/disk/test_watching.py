"""A change of files is noticed whatever its times say, and only once nobody writes any more."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from bot.disk.watching import Watch, look


class Clock:
    """A monotonic clock for a test to turn."""

    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "hub"
    (root / "national").mkdir(parents=True)
    (root / "national" / "line.yaml").write_text("id: line\n")
    return root


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def watch(root: Path, clock: Clock) -> Watch:
    return Watch((root,), clock)


def looks(watch: Watch, count: int = 4) -> list[bool]:
    return [watch.changed() for _ in range(count)]


def test_where_nothing_changes_nothing_is_told(watch: Watch) -> None:
    assert looks(watch) == [False, False, False, False]


def test_an_edit_is_told_once_at_the_second_look_that_saw_the_same(watch: Watch, root: Path) -> None:
    (root / "national" / "line.yaml").write_text("id: other\n")
    assert looks(watch) == [False, True, False, False]
    assert watch.at_rest()


def test_while_somebody_writes_nothing_is_told(watch: Watch, root: Path) -> None:
    told = []
    for number in range(5):
        (root / "new.yaml").write_text("id: new\n" * number)
        told += looks(watch, 1)
    assert told == [False] * 5
    assert looks(watch) == [True, False, False, False]


def test_an_edit_of_the_same_length_with_the_old_time_put_back_is_told(watch: Watch, root: Path) -> None:
    file = root / "national" / "line.yaml"
    before = file.stat()
    file.write_text("id: mine\n")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_size == before.st_size
    assert True in looks(watch)


def test_a_file_from_the_future_is_told_once(watch: Watch, root: Path) -> None:
    file = root / "national" / "line.yaml"
    file.write_text("id: later\n")
    os.utime(file, (2**33, 2**33))
    assert looks(watch) == [False, True, False, False]


def test_a_change_that_leaves_no_sign_is_found_by_reading(
    watch: Watch, root: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a network's file system that keeps old times: the looks are all the same."""
    seen = look((root,))
    looks(watch, 1)
    monkeypatch.setattr("bot.disk.watching.look", lambda _: seen)
    (root / "national" / "line.yaml").write_text("id: mine\n")
    assert looks(watch) == [False, False, False, False]
    clock.seconds += 31
    assert looks(watch) == [True, False, False, False]


def test_an_editor_that_writes_beside_and_renames_is_seen(watch: Watch, root: Path) -> None:
    beside = root / "national" / ".line.yaml.swp"
    beside.write_text("id: renamed\n")
    assert looks(watch) == [False, False, False, False], "hidden files are nobody's business"
    beside.replace(root / "national" / "line.yaml")
    assert looks(watch) == [False, True, False, False]


def test_a_folder_that_goes_and_comes_back_is_seen_both_times(watch: Watch, root: Path, tmp_path: Path) -> None:
    root.rename(tmp_path / "away")
    assert looks(watch) == [False, True, False, False]
    shutil.copytree(tmp_path / "away", root)
    assert looks(watch) == [False, True, False, False]


def test_a_link_to_the_folder_that_leads_elsewhere_is_seen(root: Path, tmp_path: Path, clock: Clock) -> None:
    """As where each version lies in a folder of its own, and a link names the one in use."""
    shutil.copytree(root, tmp_path / "next")
    current = tmp_path / "current"
    current.symlink_to(root)
    watch = Watch((current,), clock)
    (tmp_path / "new").symlink_to(tmp_path / "next")
    (tmp_path / "new").replace(current)
    assert looks(watch) == [False, True, False, False]


def test_links_that_go_round_lead_nowhere(watch: Watch, root: Path) -> None:
    (root / "round").symlink_to(root)
    (root / "self.yaml").symlink_to(root / "self.yaml")
    assert looks(watch) == [False, True, False, False]


def test_an_edit_while_the_last_one_is_loaded_is_no_rest(watch: Watch, root: Path) -> None:
    (root / "national" / "line.yaml").write_text("id: one\n")
    looks(watch, 2)
    (root / "national" / "line.yaml").write_text("id: two\n")
    assert not watch.at_rest()
    assert looks(watch) == [False, True, False, False]
