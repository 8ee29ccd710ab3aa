"""`signpost directory …`: the hub's daily work."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, get_args

import typer

from bot.app import now
from bot.channels.plain_text import part_lines
from bot.commands.configured import settings
from bot.conversation.cards import card
from bot.conversation.voice import Voice
from bot.directory.json_schema import schemas
from bot.directory.loader import build
from bot.directory.problem import DirectoryError, Problem, Severity
from bot.directory.service import Status
from bot.disk.catalogue_files import read_catalogues
from bot.disk.directory_files import load, read_files

commands = typer.Typer(
    no_args_is_help=True, help="Look after the directory.", epilog="Example: signpost directory check"
)


@commands.command(epilog="Example: signpost directory check directory")
def check(
    folder: Annotated[
        Path | None, typer.Argument(metavar="DIR", exists=True, file_okay=False, help="The directory folder.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a finding.")] = False,
) -> None:
    """Find every problem: file, line, column, what is wrong and how to mend it. Exit code 1 if there is an error."""
    root = folder or settings().directory
    try:
        directory, problems = build(read_files(root))
    except DirectoryError as error:
        directory, problems = None, error.problems
    for problem in problems:
        typer.echo(_as_json(problem, root) if as_json else _placed(problem, root))
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    if directory is not None and not errors:
        typer.echo(
            f"{len(directory.services)} services, {len(directory.needs)} needs, {len(directory.districts)} districts, "
            f"{len(directory.guidance)} guidance pages, {len(directory.routes)} referral routes: no errors.",
            err=True,
        )
    raise typer.Exit(1 if errors else 0)


def _placed(problem: Problem, root: Path) -> str:
    return f"{root / problem.file}{str(problem).removeprefix(problem.file)}"


def _as_json(problem: Problem, root: Path) -> str:
    return json.dumps(
        {
            "file": str(root / problem.file),
            "line": problem.line,
            "column": problem.column,
            "rule": problem.rule,
            "severity": problem.severity,
            "message": problem.message,
            "mend": problem.mend,
        },
        ensure_ascii=False,
    )


@commands.command("list", epilog="Example: signpost directory list --area kirklees --status draft")
def list_services(
    area: Annotated[str, typer.Option(help="A district or area id.")] = "",
    need: Annotated[str, typer.Option(help="A need id.")] = "",
    status: Annotated[str, typer.Option(help="live, draft or historic.")] = "",
    stale: Annotated[bool, typer.Option("--stale", help="Only those past their review date.")] = False,
) -> None:
    """List services, one a line: id, status, name and when they are due for review."""
    directory = load(settings().directory)
    today = now().date()
    _known("area or district", area, [*directory.areas, *directory.districts])
    _known("need", need, directory.needs)
    _known("status", status, get_args(Status))
    wanted = directory.districts_of((area,)) if area else frozenset(directory.districts)
    for service in directory.services.values():
        if (
            (not status or service.status == status)
            and (not need or need in service.needs)
            and wanted & directory.districts_of(service.covers)
            and not (stale and service.age(today) == "fresh")
        ):
            typer.echo(f"{service.id:40} {service.status:9} {service.review_by}  {service.name}")


def _known(kind: str, name: str, ids: Iterable[str]) -> None:
    if name and name not in ids:
        raise typer.BadParameter(f'there is no {kind} "{name}". Known: {", ".join(ids)}')


@commands.command(epilog="Example: signpost directory show davss")
def show(
    service: Annotated[str, typer.Argument(help="The service's id.")],
    language: Annotated[str, typer.Option(help="Language id.")] = "en",
) -> None:
    """Show a card exactly as a person would read it now."""
    configured = settings()
    directory = load(configured.directory)
    if service not in directory.services:
        raise typer.BadParameter(f'there is no service "{service}". Find its id with: signpost directory list')
    _known("language", language, directory.languages)
    entry = directory.services[service]
    if entry.status != "live":
        typer.echo(f"{entry.status}, not shown to anybody: {entry.reason}\n")
    voice = Voice(read_catalogues(configured.locales), language)
    typer.echo("\n".join(part_lines(card(entry, directory, voice, now()), language, voice.say("english_only"))))


@commands.command(epilog="Example: signpost directory schema directory/schema")
def schema(
    folder: Annotated[Path, typer.Argument(help="Where to write the schemas.")],
) -> None:
    """Write the JSON Schemas with which editors complete and check the files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in schemas().items():
        (folder / f"{name}.json").write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", "utf-8")
        typer.echo(f"{folder / name}.json")
