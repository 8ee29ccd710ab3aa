"""A feed's file that cannot be read is one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.disk.feed_file import MAX_BYTES, FeedFileError, read_feed


def test_a_feed_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('\ufeff{"contents": ["Zoë"]}', "utf-8")

    assert read_feed(path) == {"contents": ["Zoë"]}


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b'{"a": \n 1,}', "a.json:2:4: this is no JSON. Download it again."),
        ('"Zoë"'.encode("cp1252"), "a.json is not saved as UTF-8, as JSON is. Ask for it in UTF-8."),
        (b"[" * 100_000, "a.json is no feed: it nests too deep. Download it again."),
        (b" " * (MAX_BYTES + 1), "a.json has more than 50 MB. Split it, and import each part."),
    ],
    ids=["no JSON", "another encoding", "too deep", "too large"],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, raw: bytes, told: str) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(raw)

    with pytest.raises(FeedFileError) as refused:
        read_feed(path)
    assert str(refused.value) == f"{tmp_path}/{told}"


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FeedFileError, match="cannot be read: No such file or directory"):
        read_feed(tmp_path / "a.json")
