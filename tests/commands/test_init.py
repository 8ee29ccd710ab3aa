"""`signpost init`, and the first hour of a new hub: what the page says is done, word for word."""

from __future__ import annotations

import os
import re
import shlex
import signal
import socket
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from tests.commands.conftest import Signpost
from tests.conftest import PROJECT

PAGE = (PROJECT / "docs" / "hub" / "first-hour.md").read_text("utf-8")
NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
EDITED = Path("our-hub/national/example-helpline.yaml")


@pytest.fixture(autouse=True)
def that_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day on which the page was written."""
    for module in ("init", "moment"):
        monkeypatch.setattr(f"bot.commands.{module}.now", lambda: NOW)


def blocks() -> list[tuple[str, str]]:
    """The page's blocks of code, each with its kind."""
    return re.findall(r"^```(\w+)\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


def edit(line: str) -> None:
    """Writes a line in the place of the one with the same key."""
    key = line.partition(":")[0]
    text, count = re.subn(rf"^{key}:.*$", line.strip(), EDITED.read_text("utf-8"), flags=re.MULTILINE)
    assert count == 1, line
    EDITED.write_text(text, "utf-8")


def answer_of(process: subprocess.Popen[bytes], port: int) -> str:
    for _ in range(600):
        assert process.poll() is None
        try:
            return httpx.post(f"http://127.0.0.1:{port}/chat", data={"text": "i need to talk to someone"}).text
        except httpx.TransportError:
            time.sleep(0.1)
    raise AssertionError("nothing is served")


def test_the_first_hour_goes_as_the_page_says(signpost: Signpost, monkeypatch: pytest.MonkeyPatch) -> None:
    served = ""
    for kind, block in blocks():
        if kind == "yaml":
            edit(block)
            continue
        [first, *rest] = block.splitlines()
        words = shlex.split(first.removeprefix("$ "))
        while "=" in words[0]:
            monkeypatch.setenv(*words.pop(0).split("=", 1))
        assert words.pop(0) == "signpost"
        if words == ["run"]:
            served = run_and_ask()
            continue
        ran = signpost(*words)
        assert "\n".join((ran.out + ran.err).splitlines()) == "\n".join(rest)
    assert "Harbour Line" in served
    assert "0808 157 0123" in served


def run_and_ask() -> str:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = os.environ | {"SIGNPOST_PORT": str(port), "PYTHONPATH": str(PROJECT)}
    with subprocess.Popen([sys.executable, "-m", "bot", "run"], env=environment) as process:
        try:
            return answer_of(process, port)
        finally:
            process.send_signal(signal.SIGTERM)


def test_what_it_makes_answers_everybody_who_may_ask(signpost: Signpost, monkeypatch: pytest.MonkeyPatch) -> None:
    signpost("init", "our-hub")
    monkeypatch.setenv("SIGNPOST_DIRECTORY", "our-hub")
    for text, told in {
        "hes kicking the door in": "In danger now: call 999",
        "refuge in exampleton": "Exampleton Outreach (invented)",
        "how do i refer someone high risk in exampleton": "High risk, Exampleshire (invented)",
        "an employee told me her husband hits her": "Find a quiet place where nobody can listen.",
        "are you a real person": "This chat is a program",
    }.items():
        assert told in signpost("ask", text).out


def test_a_folder_that_holds_anything_is_left_as_it_is(signpost: Signpost, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("my notes")

    ran = signpost("init", "mine")

    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "mine is there already, and is not empty. Nothing was written. Choose another name.\n"
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["notes.txt"]


def test_an_empty_folder_will_do(signpost: Signpost, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    assert signpost("init", "mine").code == 0


def test_a_place_that_cannot_be_written_to_is_told(signpost: Signpost, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    ran = signpost("init", "file/hub")

    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "file/hub cannot be written to (Not a directory). Choose another place.\n"


def test_no_number_of_the_examples_belongs_to_anybody() -> None:
    """Ofcom keeps 08081 570000 to 570999 free for plays and films."""
    template = PROJECT / "bot" / "new_hub"
    numbers = {
        number
        for file in template.rglob("*.yaml")
        for number in re.findall(r'number: "([\d ]+)"', file.read_text("utf-8"))
    }
    assert numbers
    assert all(number == "999" or number.startswith("0808 157 0") for number in numbers)
