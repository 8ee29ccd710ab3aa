"""Fixtures for every test: no outside network, no home folder, no message text in any log; a small invented hub."""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.app import learning_path
from bot.conversation.conversation import Conversation
from bot.directory.directory import Directory
from bot.disk import model_file
from bot.disk.catalogue_files import read_catalogues
from bot.disk.directory_files import checked, load, read_files
from bot.search.learned import Learned
from bot.search.learning import learn
from bot.search.understanding import Understander
from bot.speech.catalogue import Speech
from tests.small_hub import FILES

PROJECT = Path(__file__).resolve().parent.parent
SATURDAY_NIGHT = datetime(2026, 11, 21, 23, 10, tzinfo=UTC)
"""A moment at which offices are closed."""
MONDAY_NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)

_connect = socket.socket.connect


def _local_only(self: socket.socket, address: Any) -> None:
    host = address[0] if isinstance(address, tuple) else ""
    if host not in {"", "127.0.0.1", "::1", "localhost"}:
        pytest.fail(f"a test reached for the outside network: {host}")
    _connect(self, address)


@pytest.fixture(autouse=True)
def at_home_nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No test touches the outside network, the home folder or the settings of the machine."""
    monkeypatch.setattr(socket.socket, "connect", _local_only)
    home = tmp_path / "home"
    home.mkdir()
    for variable in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(variable, str(home if variable == "HOME" else home / variable.lower()))
    monkeypatch.chdir(tmp_path)
    for variable in (
        "SIGNPOST_TELEGRAM_TOKEN",
        "SIGNPOST_DATABASE_URL",
        "SIGNPOST_SECRET_KEY",
        "SIGNPOST_DIRECTORY",
        "SIGNPOST_LOCALES",
        "SIGNPOST_PORT",
        "SIGNPOST_HOST",
    ):
        monkeypatch.delenv(variable, raising=False)


@pytest.fixture
def private() -> list[str]:
    """Words that must never be logged: a test adds what it types."""
    return ["kicking the door", "margate baker"]


@pytest.fixture(autouse=True)
def nothing_private_in_logs(caplog: pytest.LogCaptureFixture, private: list[str]) -> Iterator[None]:
    """A leak in a log is a danger to somebody: every test checks its own."""
    caplog.set_level(logging.DEBUG)
    yield
    for record in caplog.get_records("setup") + caplog.get_records("call"):
        for words in private:
            assert words.lower() not in record.getMessage().lower(), f"logged by {record.name}: {words!r}"


@pytest.fixture(scope="session")
def speech() -> Speech:
    return read_catalogues(PROJECT / "locales")


@pytest.fixture(scope="session")
def small_directory() -> Directory:
    """Two areas, a handful of services, a few needs: small enough to hold in mind (`tests/small_hub.py`)."""
    return checked(FILES)


@pytest.fixture(scope="session")
def small_conversation(small_directory: Directory, speech: Speech) -> Conversation:
    return Conversation(small_directory, Understander(small_directory, learn(small_directory)), speech)


@pytest.fixture(scope="session")
def launch_directory() -> Directory:
    return load(PROJECT / "directory")


@pytest.fixture(scope="session")
def launch_learned(launch_directory: Directory) -> Learned:
    """What was learnt from the launch directory, kept between runs by its content."""
    path = learning_path(PROJECT / ".pytest_cache" / "signpost", read_files(PROJECT / "directory"))
    known = model_file.read(path)
    if known is None:
        known = learn(launch_directory)
        model_file.write(path, known)
    return known


@pytest.fixture(scope="session")
def launch_conversation(launch_directory: Directory, launch_learned: Learned, speech: Speech) -> Conversation:
    """The real thing."""
    return Conversation(launch_directory, Understander(launch_directory, launch_learned), speech)


@pytest.fixture
def clock() -> Callable[[], datetime]:
    return lambda: SATURDAY_NIGHT
