"""A hub's file is replaced whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.disk.edited_file import read_text, write_text


def test_what_is_read_and_written_back_is_the_same_to_the_byte(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes("\ufeffname: Zoë\r\nid: a".encode())

    write_text(path, read_text(path))

    assert path.read_bytes() == "\ufeffname: Zoë\r\nid: a".encode()


def test_rights_and_links_of_a_file_stay(tmp_path: Path) -> None:
    path, link = tmp_path / "a.yaml", tmp_path / "link.yaml"
    path.write_text("id: a\n")
    path.chmod(0o640)
    link.symlink_to(path)

    write_text(link, "id: b\n")

    assert link.is_symlink()
    assert path.read_text() == "id: b\n"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("id: a\n")

    with pytest.raises(UnicodeEncodeError):
        write_text(path, "id: \ud83d")

    assert path.read_text() == "id: a\n"
    assert list(tmp_path.glob("*.yaml")) == [path]
    assert not list(tmp_path.glob(".*.new"))
