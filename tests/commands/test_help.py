"""Every command's help ends with an example, and the example works."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from bot.commands.line import commands
from tests.commands.conftest import HubMaker, Signpost
from tests.conftest import PROJECT
from tests.small_hub import FILES

SERVES = {"run", "chat", "practise"}
"""Commands that go on until they are stopped: their examples are read, and run elsewhere."""


def documented(command: Any, words: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every command and group of commands, by the words that call it."""
    yield words
    for called, inner in getattr(command, "commands", {}).items():
        yield from documented(inner, (*words, called))


COMMANDS = list(documented(typer.main.get_command(commands)))
ELSEWHERE = {("reports", "close")}
"""Commands that need something to work on: see the tests of their own."""
ENDING = [words for words in COMMANDS if not SERVES & set(words) and words not in ELSEWHERE]


def example(signpost: Signpost, words: tuple[str, ...]) -> list[str]:
    """The words of the example in a command's help, the program's name left out."""
    ran = signpost(*words, "--help")
    assert (ran.code, ran.err) == (0, "")
    found = re.search(r"Example: (.*)\Z", " ".join(ran.out.split()))
    assert found, f"signpost {' '.join(words)} --help has no example at its end"
    typed = [word for word in shlex.split(found[1]) if not re.fullmatch(r"SIGNPOST_[A-Z_]+=\S+", word)]
    assert typed[0] == "signpost"
    return typed[1:]


def test_the_commands_of_the_product_are_there() -> None:
    """More may come; these are promised."""
    assert {
        ("run",),
        ("chat",),
        ("practise",),
        ("ask",),
        ("doctor",),
        ("init",),
        ("insight",),
        ("reports",),
        ("reports", "close"),
        ("directory", "check"),
        ("directory", "list"),
        ("directory", "show"),
        ("directory", "new"),
        ("directory", "checked"),
        ("directory", "sign"),
        ("directory", "stale"),
        ("directory", "coverage"),
        ("directory", "diff"),
        ("directory", "export"),
        ("directory", "import"),
        ("directory", "schema"),
    } <= set(COMMANDS)


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: " ".join(words) or "signpost")
def test_the_example_calls_the_command_that_it_stands_under(signpost: Signpost, words: tuple[str, ...]) -> None:
    assert tuple(example(signpost, words)[: len(words)]) == words


@pytest.mark.parametrize("words", ENDING, ids=lambda words: " ".join(words) or "signpost")
def test_the_example_works(
    signpost: Signpost, hub: HubMaker, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, words: tuple[str, ...]
) -> None:
    """A look into the directory over a copy of the launch data; all else, and what signs, over the small hub."""
    if "directory" in words and "sign" not in words:
        launch_copy(tmp_path, monkeypatch)
    else:
        hub(FILES)
    monkeypatch.chdir(tmp_path)
    if "import" in words:
        signpost(*example(signpost, ("directory", "export")))

    ran = signpost(*example(signpost, words))

    assert ran.code == 0, ran.err
    assert ran.out or ran.err


def launch_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy that a command may write into, without its phrases, and with an older version."""
    shutil.copytree(PROJECT / "directory", tmp_path / "directory", ignore=shutil.ignore_patterns("phrases", "schema"))
    monkeypatch.setenv("SIGNPOST_DIRECTORY", str(tmp_path / "directory"))
    identity = ("-c", "user.name=Hub", "-c", "user.email=hub@example.org")
    commit = ("commit", "-q", "--allow-empty", "-m", "As it was")
    for act in (("init", "-q"), ("add", "."), commit, commit):
        subprocess.run(["git", "-C", str(tmp_path / "directory"), *identity, *act], check=True)  # noqa: S603, S607


def test_the_example_of_chat_works(signpost: Signpost, small_hub: Path) -> None:
    ran = signpost(*example(signpost, ("chat",)), stdin=b"")

    assert ran.code == 0, ran.err
    assert "0808 2000 247" in ran.out or "I am a computer program" in ran.out
