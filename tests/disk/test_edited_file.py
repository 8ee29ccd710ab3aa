"""A hub's file is replaced whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.disk.edited_file import read_text, write_text, write_texts


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


def test_several_files_are_written_together(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("id: a\n")

    write_texts(tmp_path, {"a.yaml": "id: b\n", "new/c.yaml": "id: c\n"}, {"a.yaml": b"id: a\n"})

    assert (tmp_path / "a.yaml").read_text() == "id: b\n"
    assert (tmp_path / "new/c.yaml").read_text() == "id: c\n"
    assert not list(tmp_path.rglob(".*.new"))


def test_a_write_that_fails_in_the_middle_leaves_all_files_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {"a.yaml": b"id: a\n", "b.yaml": b"id: b\n"}
    for name, raw in before.items():
        (tmp_path / name).write_bytes(raw)
    replace = Path.replace

    def fails_at_b(self: Path, target: Path) -> Path:
        if target.name == "b.yaml":
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fails_at_b)

    with pytest.raises(OSError, match="No space left"):
        write_texts(tmp_path, {"a.yaml": "id: x\n", "c.yaml": "id: c\n", "b.yaml": "id: y\n"}, before)

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before


def test_a_file_that_somebody_else_changed_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("id: newer\n")
    (tmp_path / "b.yaml").write_text("id: b\n")

    with pytest.raises(OSError, match="somebody else has changed it meanwhile"):
        write_texts(tmp_path, {"b.yaml": "id: x\n", "a.yaml": "id: y\n"}, {"a.yaml": b"id: a\n", "b.yaml": b"id: b\n"})

    assert (tmp_path / "b.yaml").read_text() == "id: b\n"
    assert (tmp_path / "a.yaml").read_text() == "id: newer\n"
