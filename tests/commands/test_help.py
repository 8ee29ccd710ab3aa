"""Every command's help ends with an example, and the example works."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from bot.commands.line import commands
from tests.commands.conftest import HubMaker, Signpost
from tests.conftest import PROJECT
from tests.small_hub import FILES

SERVES = {"run", "chat", "practise"}
"""Commands that go on until they are stopped: their examples are read, and run elsewhere."""


def documented(table: typer.Typer, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every command and group of commands, by the words that call it."""
    yield before
    for command in table.registered_commands:
        assert command.callback is not None
        yield (*before, command.name or command.callback.__name__)
    for group in table.registered_groups:
        assert group.typer_instance is not None
        assert group.name
        yield from documented(group.typer_instance, (*before, group.name))


COMMANDS = list(documented(commands))
ENDING = [words for words in COMMANDS if not SERVES & set(words)]


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
        ("ask",),
        ("doctor",),
        ("directory", "check"),
        ("directory", "list"),
        ("directory", "show"),
        ("directory", "schema"),
    } <= set(COMMANDS)


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: " ".join(words) or "signpost")
def test_the_example_calls_the_command_that_it_stands_under(signpost: Signpost, words: tuple[str, ...]) -> None:
    assert tuple(example(signpost, words)[: len(words)]) == words


@pytest.mark.parametrize("words", ENDING, ids=lambda words: " ".join(words) or "signpost")
def test_the_example_works(
    signpost: Signpost, hub: HubMaker, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, words: tuple[str, ...]
) -> None:
    """As it stands: a look into the directory over the launch data, all else and what writes over the small hub."""
    if "directory" not in words or "sign" in words:
        hub(FILES)
    if "check" in words:
        (tmp_path / "directory").symlink_to(PROJECT / "directory")
    monkeypatch.chdir(tmp_path)

    ran = signpost(*example(signpost, words))

    assert ran.code == 0, ran.err
    assert ran.out or ran.err


def test_the_example_of_chat_works(signpost: Signpost, small_hub: Path) -> None:
    ran = signpost(*example(signpost, ("chat",)), stdin=b"")

    assert ran.code == 0, ran.err
    assert "0808 2000 247" in ran.out or "I am a computer program" in ran.out
