"""The SQLite file: no trace of a chat after it was forgotten, rights, and what is said when it cannot be used."""

from __future__ import annotations

import hashlib
import sqlite3
import stat
import struct
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.storage.cipher import Cipher
from bot.storage.database import open_store
from bot.storage.store import StoreError
from tests.storage.conftest import SECRET

NOW = datetime(2026, 11, 21, 23, 10, tzinfo=UTC)
WIPED = range(880_000_001, 880_000_021)
KEPT = range(990_000_001, 990_000_021)


def _bytes_of(path: Path) -> bytes:
    """Everything that lies on the disk: the file, its write-ahead log and its index."""
    return b"".join(file.read_bytes() for file in sorted(path.parent.glob(path.name + "*")))


def _forms(number: int) -> list[bytes]:
    return [
        str(number).encode(),
        f"{number:x}".encode(),
        struct.pack(">q", number),
        struct.pack("<q", number),
        number.to_bytes(4, "big"),
        number.to_bytes(4, "little"),
        hashlib.sha256(str(number).encode()).digest(),
    ]


def _rows(path: Path, chats: set[bytes]) -> set[bytes]:
    """Every hash and ciphertext that is on record for these chats."""
    connection = sqlite3.connect(path)
    found = {
        value
        for table in ("chats", "messages", "report_marks")
        for row in connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 (fixed names)
        if chats & set(row)
        for value in row
        if isinstance(value, bytes)
    }
    connection.close()
    return found


async def test_forgotten_chats_leave_no_byte_behind(tmp_path: Path) -> None:
    """Twenty chats are forgotten among twenty that stay, so that pages are split, merged, freed and used again."""
    path = tmp_path / "signpost.sqlite3"
    store = await open_store(f"sqlite:///{path}", SECRET)
    cipher = Cipher(SECRET)
    try:
        for round_ in range(3):
            for wiped, kept in zip(WIPED, KEPT, strict=True):
                for chat in (wiped, kept):
                    first = 700_000_000 + round_ * 100
                    await store.note_messages(chat, list(range(first, first + 8)), NOW)
                    await store.keep(chat, f"language=en district=thanet seen={round_}", NOW)
                    await store.report(f"service-{round_}", chat, NOW)
        traces = _rows(path, {cipher.chat(chat) for chat in WIPED})
        assert len(traces) > 20 * 24 * 2
        before = _bytes_of(path)
        assert all(trace in before for trace in traces), "the test would see a trace if there was one"
        for chat in WIPED:
            await store.forget_messages(chat, list(range(700_000_000, 700_000_008)))
            await store.forget(chat)
        assert sorted(await store.silent_since(NOW)) == list(KEPT)
        for number in range(10):
            await store.keep(KEPT[number], "language=pl", NOW)
        await store.forget(KEPT[19])
        after = _bytes_of(path)
        assert [trace for trace in traces if trace in after] == []
        for chat in WIPED:
            assert not any(form in after for form in _forms(chat))
        assert (tmp_path / "signpost.sqlite3-wal").stat().st_size == 0
    finally:
        await store.close()


async def test_old_records_leave_no_byte_behind_either(tmp_path: Path) -> None:
    path = tmp_path / "signpost.sqlite3"
    store = await open_store(f"sqlite:///{path}", SECRET)
    try:
        await store.note_messages(WIPED[0], [1, 2, 3], NOW)
        traces = _rows(path, {Cipher(SECRET).chat(WIPED[0])})
        assert traces
        await store.drop_old(NOW.replace(day=22))
        assert not any(trace in _bytes_of(path) for trace in traces)
    finally:
        await store.close()


async def test_a_reader_that_holds_the_log_is_told_of_and_the_next_try_finishes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.storage.engine._PRAGMAS", ("busy_timeout=50", "journal_mode=WAL", "secure_delete=ON"))
    path = tmp_path / "signpost.sqlite3"
    store = await open_store(f"sqlite:///{path}", SECRET)
    try:
        await store.keep(WIPED[0], "language=en", NOW)
        reader = sqlite3.connect(path, isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM chats").fetchall()
        with pytest.raises(StoreError, match="held by another program"):
            await store.forget(WIPED[0])
        reader.close()
        await store.forget(WIPED[0])
        assert Cipher(SECRET).chat(WIPED[0]) not in _bytes_of(path)
    finally:
        await store.close()


async def test_only_its_owner_may_read_the_file(tmp_path: Path) -> None:
    store = await open_store(f"sqlite:///{tmp_path / 'data' / 'signpost.sqlite3'}", SECRET)
    await store.keep(1, "", NOW)
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in (tmp_path / "data").iterdir()}
    await store.close()
    assert set(modes.values()) == {0o600}
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700


async def test_a_file_that_is_no_database_is_one_clear_sentence(tmp_path: Path) -> None:
    path = tmp_path / "signpost.sqlite3"
    path.write_bytes(b"these are holiday pictures " * 1000)
    with pytest.raises(StoreError, match="is damaged, or is no SQLite database") as told:
        await open_store(f"sqlite:///{path}", SECRET)
    assert str(path) in str(told.value)
    assert "\n" not in str(told.value)


async def test_a_damaged_file_is_one_clear_sentence(tmp_path: Path) -> None:
    path = tmp_path / "signpost.sqlite3"
    store = await open_store(f"sqlite:///{path}", SECRET)
    await store.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + b"\xff" * (len(whole) - 100))
    with pytest.raises(StoreError, match="is damaged"):
        await open_store(f"sqlite:///{path}", SECRET)


@pytest.mark.parametrize("place", ["a-file/signpost.sqlite3", "a-folder"])
async def test_a_place_that_cannot_hold_it_is_one_clear_sentence(tmp_path: Path, place: str) -> None:
    (tmp_path / "a-file").write_text("")
    (tmp_path / "a-folder").mkdir()
    with pytest.raises(StoreError, match="SIGNPOST_DATABASE_URL=sqlite:"):
        await open_store(f"sqlite:///{tmp_path / place}", SECRET)


@pytest.mark.parametrize("url", ["mysql://root@localhost/x", "not an address"])
async def test_another_kind_of_address_is_refused_without_showing_it(url: str) -> None:
    with pytest.raises(StoreError, match="SIGNPOST_DATABASE_URL") as told:
        await open_store(url, SECRET)
    assert url not in str(told.value)


def test_a_store_that_failed_to_open_does_not_keep_the_process_alive(tmp_path: Path) -> None:
    path = tmp_path / "signpost.sqlite3"
    path.write_bytes(b"no database " * 1000)
    code = (
        "import asyncio\nfrom bot.storage.database import open_store\nfrom bot.storage.store import StoreError\n"
        f"try:\n    asyncio.run(open_store('sqlite:///{path}', 'x' * 32))\nexcept StoreError:\n    print('told')\n"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(  # noqa: S603 (our own code)
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, timeout=15, check=True
    )
    assert done.stdout == "told\n"
