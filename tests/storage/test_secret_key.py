"""The key file: made once, for its owner alone, and never replaced in silence."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.storage.secret_key import load_or_make_key
from bot.storage.store import StoreError


def test_the_key_is_made_once_and_read_afterwards(tmp_path: Path) -> None:
    path = tmp_path / "config" / "signpost" / "secret.key"
    key = load_or_make_key(path)
    assert len(key) >= 32
    assert load_or_make_key(path) == key
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [file.name for file in path.parent.iterdir()] == ["secret.key"]


def test_two_that_start_at_once_share_one_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(lambda _: load_or_make_key(tmp_path / "c" / "secret.key"), range(16)))
    assert len(keys) == 1


def test_a_key_file_that_others_could_read_is_closed_to_them(tmp_path: Path) -> None:
    path = tmp_path / "secret.key"
    path.write_text("k" * 40)
    path.chmod(0o644)
    assert load_or_make_key(path) == "k" * 40
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [b"", b"too short\n", b"\xff\xfe" * 40])
def test_a_short_or_broken_key_is_told_without_its_content(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "secret.key"
    path.write_bytes(content)
    with pytest.raises(StoreError, match="The key file") as told:
        load_or_make_key(path)
    assert "too short\n" not in str(told.value)
    assert path.read_bytes() == content


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file, not a folder")
    with pytest.raises(StoreError, match="SIGNPOST_SECRET_KEY"):
        load_or_make_key(tmp_path / "config" / "secret.key")
