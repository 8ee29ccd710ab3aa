"""What was found sound is not read again, and nothing else is taken for sound."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.directory.loader import build
from bot.directory.yaml_source import Mark
from bot.disk import read_before
from tests.slips import ENTRY, entry
from tests.small_hub import FILES


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """Where a record lies in which the whole small hub was found sound."""
    path = read_before.path_for(tmp_path / "cache", tmp_path)
    read_before.keep(path, FILES, build(FILES), {})
    return path


def test_every_file_is_known_and_holds_the_same(record: Path) -> None:
    known = read_before.known(record, FILES)
    again, afresh = build(FILES, known=known), build(FILES)

    assert known.keys() == FILES.keys()
    assert again.problems == []
    assert {name: value for name, value in again.values.items() if not name.startswith("phrases/")} == {
        name: value for name, value in afresh.values.items() if not name.startswith("phrases/")
    }


def test_of_phrases_only_what_they_name_is_kept(record: Path) -> None:
    again = build(FILES, known=read_before.known(record, FILES))

    assert again.values["phrases/en/talk.yaml"].model_dump() == {
        "need": "talk",
        "language": "en",
        "phrases": (),
        "urgent": {"self_harm": ()},
    }


def test_a_place_in_a_known_file_is_still_found(record: Path) -> None:
    again = build(FILES, known=read_before.known(record, FILES))

    assert again.documents["needs/talk.yaml"].mark(("name", "en")) == Mark(2, 12)


def test_a_file_with_another_content_or_name_is_not_known(record: Path) -> None:
    changed = {**FILES, ENTRY: entry("We help.", "We listen."), "norbury/copy.yaml": FILES["hub.yaml"]}

    assert FILES.keys() - read_before.known(record, changed).keys() == {ENTRY}
    assert "norbury/copy.yaml" not in read_before.known(record, changed)


def test_a_file_with_a_slip_is_never_kept(tmp_path: Path) -> None:
    path = read_before.path_for(tmp_path / "cache", tmp_path)
    broken = {**FILES, ENTRY: entry("status: live", "status: Live"), "needs/other.yaml": FILES["needs/talk.yaml"]}
    read_before.keep(path, broken, build(broken), {})

    assert broken.keys() - read_before.known(path, broken).keys() == {ENTRY, "needs/other.yaml"}


@pytest.mark.parametrize("content", [b"", b"nonsense", b"\xff\xfe", b"a b c\n\n"])
def test_a_record_that_cannot_be_read_is_no_record(record: Path, content: bytes) -> None:
    record.write_bytes(content)

    assert read_before.known(record, FILES) == {}


def test_a_record_that_holds_something_else_is_not_believed(record: Path) -> None:
    known = dict.fromkeys(FILES, b'{"id": 1}')

    assert build(FILES, known=known).values == build(FILES).values


def test_it_is_written_only_when_something_new_was_found_sound(record: Path) -> None:
    record.chmod(0o600)
    before = record.stat().st_mtime_ns
    read_before.keep(record, FILES, build(FILES), read_before.known(record, FILES))

    assert record.stat().st_mtime_ns == before


def test_a_folder_that_cannot_be_written_to_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file, not a folder")

    read_before.keep(read_before.path_for(tmp_path / "cache", tmp_path), FILES, build(FILES), {})


def test_few_records_are_kept(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    for number in range(8):
        read_before.keep(read_before.path_for(cache, tmp_path / str(number)), FILES, build(FILES), {})

    assert len(list(cache.iterdir())) == 5
