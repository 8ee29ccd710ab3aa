"""The program as a process: exit codes and streams as a shell or a script sees them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.conftest import HubMaker, Signpost
from tests.small_hub import FILES


def test_each_line_is_answered_before_the_next_is_asked_and_a_broken_one_stops_nothing(
    process: Signpost, small_hub: Path
) -> None:
    """A program that asks, waits and asks on is not left waiting."""
    lines = {
        b'{"id": 1, "text": "help"}': 1,
        b"\xff\xfe": None,
        b'{"id": "\\ud83d", "text": "help"}': "\ud83d",
        b'{"id": 3, "text": "help"}': 3,
    }
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "ask", "--jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        assert running.stderr is not None
        for line, name in lines.items():
            running.stdin.write(line + b"\n")
            running.stdin.flush()
            assert json.loads(running.stdout.readline())["id"] == name
        running.stdin.close()
        assert (running.wait(10), running.stderr.read()) == (0, b"")


def test_a_directory_with_a_slip_ends_with_sentences(process: Signpost, hub: HubMaker) -> None:
    hub({**FILES, "norbury/new.yaml": b"id: new\nid: new\n"})

    ran = process("ask", "help")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        'norbury/new.yaml:2:1: "id" stands twice: here and in line 1 (duplicate-key)\n'
        "    Keep one of the two.\n"
        "The directory cannot be used: 1 problem.\n"
    )


def test_wrong_settings_end_with_a_sentence(process: Signpost, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIGNPOST_SECRET_KEY", "hunter2")

    ran = process("run")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == ("SIGNPOST_SECRET_KEY: this is shorter than 32 characters. Example: $(openssl rand -hex 32)\n")


def test_a_reader_that_goes_away_causes_no_traceback(process: Signpost, small_hub: Path) -> None:
    """As in: signpost directory list | head -1."""
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as gone:
        ran = subprocess.run(
            [sys.executable, "-m", "bot", "directory", "list"],
            stdout=gone,
            stderr=subprocess.PIPE,
            timeout=60,
        )

    assert ran.returncode == 1
    assert b"Traceback" not in ran.stderr
