"""An edit is live within two seconds, whole or not at all, and whatever somebody saves, people are answered."""

from __future__ import annotations

import logging
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from tests.conftest import PROJECT
from tests.small_hub import FILES, phrases, service

LINE = "national/mens-line.yaml"
NEW_NUMBER = FILES[LINE].replace(b"0808 801 0327", b"01622 721000")
WITHIN = 2.0
"""Seconds, as promised to hub staff."""

# Every request would fill a screen of the report.
for name in ("httpx", "httpcore"):
    logging.getLogger(name).setLevel(logging.WARNING)


@dataclass
class Running:
    """A hub that is served by a process of its own."""

    root: Path
    locales: Path
    address: str
    log: Path

    def write(self, name: str, content: bytes) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    def restore(self) -> None:
        """The directory as it was, and nothing else."""
        shutil.rmtree(self.root, ignore_errors=True)
        for name, content in FILES.items():
            self.write(name, content)

    def page(self) -> str:
        answer = httpx.get(f"{self.address}/directory/service/mens-line")
        assert answer.status_code == 200
        return answer.text

    def directory(self) -> str:
        """What /readyz says of the directory. It is 200 whatever becomes of an edit."""
        answer = httpx.get(f"{self.address}/readyz")
        assert answer.status_code == 200
        assert answer.json()["status"] == "ok"
        return str(answer.json()["directory"])

    def metric(self, name: str) -> float:
        [value] = re.findall(rf"^{re.escape(name)} (\S+)$", httpx.get(f"{self.address}/metrics").text, re.MULTILINE)
        return float(value)

    def refused(self) -> str:
        """What is told once the newest edit is refused, without its time."""
        until(lambda: "is not used" in self.directory())
        assert "0808 801 0327" in self.page(), "the last good directory answers"
        told = re.fullmatch(r"the edit of \d\d:\d\d is not used: (.*)", self.directory())
        assert told
        return told[1]


def until(holds: Callable[[], bool], within: float = 10) -> float:
    """Waits until something holds; for how long."""
    began = time.monotonic()
    while not holds():
        assert time.monotonic() - began < within, "this never came to be"
        time.sleep(0.05)
    return time.monotonic() - began


@contextmanager
def served(folder: Path) -> Iterator[Running]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    running = Running(folder / "hub", folder / "locales", f"http://127.0.0.1:{port}", folder / "log")
    running.restore()
    shutil.copytree(PROJECT / "locales", running.locales)
    environment = os.environ | {
        "HOME": str(folder),
        "XDG_CACHE_HOME": str(PROJECT / ".pytest_cache"),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "PYTHONPATH": str(PROJECT),
        "SIGNPOST_DIRECTORY": str(running.root),
        "SIGNPOST_LOCALES": str(running.locales),
        "SIGNPOST_PORT": str(port),
    }
    with running.log.open("wb") as log:
        process = subprocess.Popen([sys.executable, "-m", "bot", "run"], stdout=log, stderr=log, env=environment)

    def answers() -> bool:
        try:
            return running.directory() == "ok"
        except httpx.TransportError:
            assert process.poll() is None, running.log.read_text()
            return False

    try:
        until(answers, 60)
        yield running
        began = time.monotonic()
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0
        assert time.monotonic() - began < 10
    finally:
        process.kill()


@pytest.fixture(scope="module")
def process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with served(tmp_path_factory.mktemp("served")) as running:
        yield running


@pytest.fixture
def hub(process: Running) -> Iterator[Running]:
    """The running hub, with its directory as it was, before the test and after it."""
    yield process
    process.restore()
    shutil.copytree(PROJECT / "locales", process.locales, dirs_exist_ok=True)
    until(lambda: process.directory() == "ok" and "0808 801 0327" in process.page())


def test_a_changed_number_is_live_within_two_seconds(hub: Running) -> None:
    hub.write(LINE, NEW_NUMBER)
    assert until(lambda: "01622 721000" in hub.page()) < WITHIN
    assert hub.directory() == "ok"
    assert hub.metric('signpost_directory_edits{result="used"}') >= 1
    assert hub.metric("signpost_directory_age_seconds") < 5


def test_a_changed_sentence_of_the_chat_is_live_too(hub: Running) -> None:
    catalogue = hub.locales / "en" / "LC_MESSAGES" / "signpost.po"
    catalogue.write_text(catalogue.read_text().replace('msgstr "Hello."', 'msgstr "Good day."'))
    until(lambda: "Good day." in httpx.get(hub.address).text)


def test_a_slip_is_told_with_its_place_and_the_old_number_stays(hub: Running) -> None:
    hub.write(LINE, NEW_NUMBER + b"phone: 1\n")
    assert hub.refused() == f"{LINE}:15:1 (unknown-field)"
    assert hub.metric("signpost_directory_edit_waiting") == 1
    assert f'{LINE}:15:1 (unknown-field): "phone" is not a field here' in hub.log.read_text()
    hub.write(LINE, NEW_NUMBER)
    until(lambda: "01622 721000" in hub.page())
    assert hub.metric("signpost_directory_edit_waiting") == 0


def test_what_a_file_says_and_where_it_lies_on_the_machine_is_told_to_nobody(hub: Running) -> None:
    """A message quotes what stands in the file: here it could be a refuge's address."""
    hub.write("national/refuge.yaml", service("refuge", venue="{address: 5}", website="Rose Cottage"))
    told = hub.refused()
    assert "Rose Cottage" not in told
    shutil.rmtree(hub.root)
    until(lambda: "no-folder" in hub.directory())
    assert str(hub.root) not in hub.directory()


def test_a_half_written_file_is_not_used_and_the_whole_one_is(hub: Running) -> None:
    whole = NEW_NUMBER
    with (hub.root / LINE).open("wb", buffering=0) as file:
        file.write(whole[:120])
        assert hub.refused().startswith(f"{LINE}:")
        file.write(whole[120:])
    until(lambda: "01622 721000" in hub.page())


def test_a_deleted_folder_takes_nobody_their_answer(hub: Running) -> None:
    shutil.rmtree(hub.root)
    assert hub.refused() == "the folder (no-folder)"


def test_links_that_go_round_end_nothing(hub: Running) -> None:
    (hub.root / "round").symlink_to(hub.root)
    (hub.root / "self.yaml").symlink_to(hub.root / "self.yaml")
    assert hub.refused() == "self.yaml:1:1 (unreadable)"


def test_a_file_of_100_megabytes_is_not_swallowed(hub: Running) -> None:
    with (hub.root / "national" / "huge.yaml").open("wb") as file:
        file.truncate(100_000_000)
    assert hub.refused() == "national/huge.yaml:1:1 (file-size)"


def test_a_catalogue_of_100_megabytes_is_not_swallowed(hub: Running) -> None:
    catalogue = hub.locales / "en" / "LC_MESSAGES" / "signpost.po"
    whole = catalogue.read_bytes()
    with catalogue.open("ab") as file:
        file.truncate(100_000_000)
    assert hub.refused() == "the locales"
    assert str(hub.root) not in hub.directory()
    catalogue.write_bytes(whole)


def test_a_file_that_cannot_be_read_is_told(hub: Running) -> None:
    file = hub.root / LINE
    if os.geteuid() == 0:
        # Root may read everything but this.
        file.unlink()
        file.symlink_to("/proc/self/mem")
    else:
        file.chmod(0)
    assert hub.refused() == f"{LINE}:1:1 (unreadable)"


def test_a_file_from_the_future_is_used_like_any_other(hub: Running) -> None:
    hub.write(LINE, NEW_NUMBER)
    os.utime(hub.root / LINE, (2**33, 2**33))
    until(lambda: "01622 721000" in hub.page())


def test_an_editor_that_writes_beside_and_renames_is_noticed(hub: Running) -> None:
    beside = hub.root / "national" / ".mens-line.yaml.tmp"
    beside.write_bytes(NEW_NUMBER)
    beside.replace(hub.root / LINE)
    assert until(lambda: "01622 721000" in hub.page()) < WITHIN


def test_many_files_at_once_are_taken_together(hub: Running) -> None:
    """As by a checkout: the entry and what names it come one after the other, and are never used one without the
    other."""
    hub.write("needs/talk.yaml", FILES["needs/talk.yaml"].replace(b"[national-line]", b"[service-0, national-line]"))
    for number in range(200):
        hub.write(f"norbury/service-{number}.yaml", service(f"service-{number}", website="https://example.org"))
    hub.write(LINE, NEW_NUMBER)
    until(lambda: "01622 721000" in hub.page())
    assert httpx.get(f"{hub.address}/directory/service/service-199").status_code == 200


def test_a_phrase_of_the_chat_that_is_deleted_takes_nobody_their_answer(hub: Running) -> None:
    catalogue = hub.locales / "en" / "LC_MESSAGES" / "signpost.po"
    catalogue.write_text(catalogue.read_text().replace('msgid "choice.exit"', 'msgid "choice.leave"'))
    assert hub.refused() == "the locales"
    assert 'en: the phrase "choice.exit" is missing or empty. Put it back.' in hub.log.read_text()


def test_a_directory_that_cannot_answer_a_button_is_not_used(hub: Running) -> None:
    """Nothing is wrong with any file, but nobody could ask any more what is kept of them."""
    for name in ("needs/privacy.yaml", "phrases/en/privacy.yaml"):
        (hub.root / name).unlink()
    until(lambda: "it could not be loaded" in hub.directory(), 60)
    assert "0808 801 0327" in hub.page()


def test_new_phrases_are_learnt_while_the_old_ones_answer(hub: Running) -> None:
    """Each run teaches another phrase, so that it has not been learnt before."""
    new = f"my wardrobe number {time.time_ns()} is broken"
    hub.write("phrases/en/men.yaml", phrases("men", [new, "im a man and my wife hits me", "help for male victims"]))
    hub.write(LINE, NEW_NUMBER)
    until(lambda: "learning the phrases of the edit of" in hub.directory(), 20)
    assert "0808 801 0327" in hub.page()
    until(lambda: "01622 721000" in hub.page(), 60)
    assert hub.directory() == "ok"


def test_nothing_of_all_this_was_a_fault_of_ours(process: Running) -> None:
    log = process.log.read_text()
    assert "Traceback" not in log
    assert "A page failed" not in log
