"""Runs `signpost` as somebody at a keyboard would: words in, exit code, output and talk out."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest

from bot.commands.errors import run
from bot.commands.line import commands
from tests.conftest import PROJECT
from tests.small_hub import FILES

HubMaker = Callable[[dict[str, bytes]], Path]


@dataclass(frozen=True)
class Ran:
    """What came of a command."""

    code: int
    out: str
    err: str

    @property
    def told(self) -> str:
        """The talk on standard error as one line, without the box that typer draws around it."""
        return " ".join(self.err.translate(str.maketrans("", "", "╭╮╰╯│─")).split())


class Signpost(Protocol):
    """The command line."""

    def __call__(self, *words: str, stdin: bytes = b"") -> Ran:
        """Runs one command in this process."""
        ...


@pytest.fixture
def signpost(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Signpost:
    """The command line, with whatever is learnt kept in the project's own test cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(PROJECT / ".pytest_cache"))

    def act(*words: str, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "argv", ["signpost", *words])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = run(commands)
        sys.stdout.flush()
        return Ran(code, *capfd.readouterr())

    return act


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> HubMaker:
    """Writes a hub's directory and makes it the one in use."""

    def make(files: dict[str, bytes]) -> Path:
        root = tmp_path / "hub"
        for name, content in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        monkeypatch.setenv("SIGNPOST_DIRECTORY", str(root))
        return root

    return make


@pytest.fixture
def small_hub(hub: HubMaker) -> Path:
    """The small invented hub, in use."""
    return hub(FILES)


@pytest.fixture
def process(monkeypatch: pytest.MonkeyPatch) -> Signpost:
    """The command line as a process of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(PROJECT / ".pytest_cache"))
    monkeypatch.setenv("PYTHONPATH", str(PROJECT))

    def act(*words: str, stdin: bytes = b"") -> Ran:
        ran = subprocess.run(  # noqa: S603
            [sys.executable, "-m", "bot", *words], input=stdin, capture_output=True, timeout=60, env=dict(os.environ)
        )
        return Ran(ran.returncode, ran.stdout.decode(), ran.stderr.decode())

    return act
