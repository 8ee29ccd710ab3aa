"""The pages say what is true: every setting and command has its entry, every link leads somewhere, every command line
that is shown can be run, and nothing is promised that cannot be kept."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import typer

from bot.commands.line import commands
from bot.directory.json_schema import schemas
from bot.settings import PREFIX, Settings

PROJECT = Path(__file__).resolve().parent.parent
DOCS = PROJECT / "docs"
PAGES = sorted(
    path
    for path in PROJECT.rglob("*.md")
    if not any(part.startswith(".") or part in {"build", "node_modules"} for part in path.relative_to(PROJECT).parts)
)

_FENCE = re.compile(r"^ *```.*?\n(.*?)^ *```", re.MULTILINE | re.DOTALL)
_INDENTED = re.compile(r"^ {4}\S.*$", re.MULTILINE)
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_COMMAND = re.compile(
    r"^\s*(?:\$ )?(?:Example: )?(?:[A-Z_]+=\S+ )*(?:\.venv/bin/)?signpost(?P<rest> .*|)$", re.MULTILINE
)
_SHELL = re.compile(r" (?:[|<>;&]|&&|\|\|)(?: |$).*")
_PROMISE = re.compile(r"\b(?:private(?! report)|privately|anonymous(?:ly)?|untraceable)\b", re.IGNORECASE)
_MACHINE = re.compile(r"(?<![\w.])/(?:work|tmp|root|home)/", re.IGNORECASE)
_REGISTRY = re.compile(
    "py_pi|python_hosted|npm_js|index_-url|artifact_ory|proxy\\.go_lang".replace("_", ""), re.IGNORECASE
)
"""In pieces, so that this file does not name what it looks for."""


def _named(page: Path) -> str:
    return page.relative_to(PROJECT).as_posix()


def _section(page: str, heading: str) -> str:
    """What stands below a heading, up to the next one of its kind or higher."""
    text = (DOCS / page).read_text("utf-8")
    found = re.search(rf"^(#+) {re.escape(heading)}\n(.*?)(?=^#{{1,2}} |\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, f'docs/{page} has no heading "{heading}"'
    return found[2]


def _anchors(text: str) -> set[str]:
    """The anchors of a page, as code hosts make them from its headings."""
    headings = re.findall(r"^#+ (.+)$", _FENCE.sub("", text), re.MULTILINE)
    made = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    return made | set(re.findall(r'<a id="([^"]+)">', text))


def _leaves(command: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every command and group of commands, with the words that call it."""
    yield path, command
    for name, inner in getattr(command, "commands", {}).items():
        yield from _leaves(inner, (*path, name))


ROOT: Any = typer.main.get_command(commands)
COMMANDS = {("signpost", *path): command for path, command in _leaves(ROOT)}


# --- settings


def test_every_setting_has_an_entry_with_a_default_and_an_example() -> None:
    for setting in fields(Settings):
        variable = PREFIX + setting.name.upper()
        entry = _section("operators/settings.md", f"`{variable}`")
        assert "- Default: " in entry, variable
        assert f"- Example: `{variable}=" in entry, variable


def test_no_entry_is_about_a_setting_that_does_not_exist() -> None:
    text = (DOCS / "operators" / "settings.md").read_text("utf-8")
    headings = set(re.findall(r"^## `(SIGNPOST_\w+)`$", text, re.MULTILINE))
    assert headings == {PREFIX + setting.name.upper() for setting in fields(Settings)}


# --- commands


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_has_an_entry_that_names_its_options(words: tuple[str, ...]) -> None:
    entry = _section("reference/commands.md", " ".join(words))
    for parameter in COMMANDS[words].params:
        for option in parameter.opts:
            if option.startswith("--"):
                assert option in entry, f"{' '.join(words)} {option}"


def test_no_entry_is_about_a_command_that_does_not_exist() -> None:
    text = _FENCE.sub("", (DOCS / "reference" / "commands.md").read_text("utf-8"))
    assert set(re.findall(r"^## (.+)$", text, re.MULTILINE)) == {" ".join(words) for words in COMMANDS}


def _lines_shown() -> Iterator[tuple[str, str]]:
    for page in PAGES:
        if page.name == "first-hour.md":
            # Each of its lines needs what the one before has made: tests/commands/test_init.py runs them all.
            continue
        text = page.read_text("utf-8")
        blocks = [*_FENCE.findall(text), *_INDENTED.findall(_FENCE.sub("", text))]
        for block in blocks:
            for found in _COMMAND.finditer(block):
                yield _named(page), found[1].strip()


@pytest.mark.parametrize(("page", "line"), sorted(set(_lines_shown())))
def test_a_command_line_that_a_page_shows_can_be_run(page: str, line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PROJECT)
    rest = shlex.split(_SHELL.sub("", f" {line}"))
    command, path = ROOT, ["signpost"]
    while rest and not rest[0].startswith("-") and hasattr(command, "commands"):
        path.append(rest.pop(0))
        assert path[-1] in command.commands, f"{page}: {' '.join(path)} is no command"
        command = command.commands[path[-1]]
    if "--help" in rest or "--version" in rest:
        return
    complete = not hasattr(command, "commands") or command.invoke_without_command
    assert complete, f"{page}: {' '.join(path)} needs a command after it"
    command.make_context(" ".join(path), rest)


# --- files of the directory


@pytest.mark.parametrize("kind", schemas())
def test_every_field_of_every_file_has_a_row(kind: str) -> None:
    schema = schemas()[kind]
    text = (DOCS / "reference" / "directory-files.md").read_text("utf-8")
    whole = text.partition(f'<a id="{kind}"></a>')[2].partition("<a id=")[0].partition("\n## Groups")[0]
    assert [name for name in schema["properties"] if f"\n| `{name}` |" not in whole] == []
    for group, inner in schema.get("$defs", {}).items():
        if inner.get("properties"):
            rows = _section("reference/directory-files.md", group).partition("\n### ")[0]
            assert [name for name in inner["properties"] if f"\n| `{name}` |" not in rows] == [], group


# --- links


@pytest.mark.parametrize("page", PAGES, ids=_named)
def test_every_link_leads_to_a_file_and_a_heading(page: Path) -> None:
    for target in _LINK.findall(_FENCE.sub("", page.read_text("utf-8"))):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        there = (page.parent / name).resolve() if name else page
        assert there.exists(), f"{_named(page)}: {target}"
        if anchor:
            assert anchor in _anchors(there.read_text("utf-8")), f"{_named(page)}: {target}"


def test_every_page_is_in_the_index() -> None:
    index = DOCS / "README.md"
    linked = {(DOCS / target.partition("#")[0]).resolve() for target in _LINK.findall(index.read_text("utf-8"))}
    assert {page for page in PAGES if page.is_relative_to(DOCS)} - linked == {index}


# --- the README


def test_the_readmes_two_commands_are_targets_of_the_makefile() -> None:
    readme = (PROJECT / "README.md").read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", (PROJECT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for command in ("run", "test"):
        assert f"    make {command} " in readme
        assert command in targets


@pytest.mark.parametrize("page", PAGES, ids=_named)
def test_every_make_target_that_a_page_names_exists(page: Path) -> None:
    makefile = (PROJECT / "Makefile").read_text("utf-8")
    for target in re.findall(r"(?:^|[`=\s])make ((?:-C \S+ )?[.\w/]*\w)", _code(page)):
        name = target.rpartition(" ")[2]
        assert re.search(rf"^{re.escape(name)}:", makefile, re.MULTILINE), f"{_named(page)}: make {name}"


def _code(page: Path) -> str:
    """What a page shows as code: in blocks and between backticks."""
    text = page.read_text("utf-8")
    outside = _FENCE.sub("", text)
    between = re.findall(r"`[^`\n]+`", outside)
    return "\n".join([*_FENCE.findall(text), *_INDENTED.findall(outside), *between])


# --- what no page says


@pytest.mark.parametrize("page", PAGES, ids=_named)
def test_no_page_promises_what_nobody_can_keep(page: Path) -> None:
    assert _PROMISE.findall(page.read_text("utf-8")) == []


@pytest.mark.parametrize("page", PAGES, ids=_named)
def test_no_page_names_the_machine_it_was_written_on(page: Path) -> None:
    text = page.read_text("utf-8")
    assert _MACHINE.findall(text) == []
    assert _REGISTRY.findall(text) == []
