"""`signpost directory new`: a new service's file, begun."""

from __future__ import annotations

import sys
from typing import Annotated, get_args

import typer

from bot.clock import now
from bot.commands.directory.known_ids import known
from bot.commands.directory.opened import Opened, opened
from bot.commands.directory.saving import save
from bot.directory.draft import Draft, draft_text, folder_for, proposed_id, to_fill_in
from bot.directory.opening_hours import LONDON
from bot.directory.service import EVERYWHERE, Audience, Kind
from bot.disk.directory_files import examined


def new(
    name: Annotated[str, typer.Option(help="Its name, as it calls itself.")] = "",
    area: Annotated[
        list[str] | None, typer.Option(help="A district or area that it covers, or everywhere. May be repeated.")
    ] = None,
    need: Annotated[list[str] | None, typer.Option(help="What it helps with, closest first. May be repeated.")] = None,
    summary: Annotated[str, typer.Option(help="What it does for somebody, in two plain sentences.")] = "",
    phone: Annotated[list[str] | None, typer.Option(help="A number, in quotes. May be repeated.")] = None,
    website: Annotated[str, typer.Option(help="Its page, with https://.")] = "",
    email: Annotated[str, typer.Option(help="Its e-mail address.")] = "",
    source: Annotated[list[str] | None, typer.Option(help="The page where you read it. May be repeated.")] = None,
    kind: Annotated[str, typer.Option(help="helpline, drop-in, team …")] = "service",
    audience: Annotated[list[str] | None, typer.Option(help="public, champion or employer. May be repeated.")] = None,
    entry_id: Annotated[str, typer.Option("--id", help="Its id, if not made from its name.")] = "",
) -> None:
    """Begin a new service: writes its file as a draft, and says what is still to be filled in.

    In a terminal it asks for what was not given.
    """
    hub = opened()
    directory, today = hub.directory, now().astimezone(LONDON).date()
    name = name or _asked("--name", "Its name")
    draft = Draft(
        id=entry_id or _asked("--id", "Its id", proposed_id(name, directory.services)),
        name=name,
        kind=kind,
        covers=tuple(area or _several("--area", "The districts or areas that it covers, or everywhere")),
        needs=tuple(need or _several("--need", "The needs that it helps with, closest first")),
        audiences=tuple(audience or ("public", "champion")),
        summary=summary or _asked("--summary", "What it does for somebody, in two plain sentences", ""),
        phones=tuple(phone or _several("--phone", "Its numbers", "")),
        website=website or _asked("--website", "Its page", ""),
        email=email or _asked("--email", "Its e-mail address", ""),
        sources=tuple(source or _several("--source", "The pages where you read it", "")),
    )
    _check(draft, hub)
    file = f"{folder_for(draft.covers, directory, hub.entries)}/{draft.id}.yaml"
    text = draft_text(draft, directory, today)
    _, problems = examined({**hub.files, file: text.encode()}, with_phrases=False)
    later, wrong = to_fill_in(problems, file)
    if wrong:
        raise typer.BadParameter("\n".join(f"{problem.message}. {problem.mend}" for problem in wrong))
    save(hub.root / file, text)
    typer.echo(hub.root / file)
    for problem in later:
        typer.echo(f"line {problem.line}: {problem.message}. {problem.mend}", err=True)
    if later:
        typer.echo("Until that is mended the directory fails its check, and no other edit goes live.", err=True)
    typer.echo(f"It is a draft: nobody is shown it. Look at it with: signpost directory show {draft.id}", err=True)


def _check(draft: Draft, hub: Opened) -> None:
    directory = hub.directory
    for place in draft.covers:
        known("area or district", place, [EVERYWHERE, *directory.areas, *directory.districts])
    for need in draft.needs:
        known("need", need, directory.needs)
    for audience in draft.audiences:
        known("audience", audience, get_args(Audience))
    known("kind", draft.kind, get_args(Kind))
    if draft.id in directory.services:
        raise typer.BadParameter(
            f'there is a service "{draft.id}" already: look at it with signpost directory show {draft.id}, '
            "or give another --id"
        )


def _asked(option: str, question: str, default: str | None = None) -> str:
    """The answer of whoever sits at the terminal; without one the default, or wrong usage where there is none."""
    if not sys.stdin.isatty():
        if default is None:
            raise typer.BadParameter(f"give {option}, or run this in a terminal, where it asks")
        return default
    while True:
        # Not typer's own prompt: it writes to standard output, where only the result belongs.
        typer.echo(f"{question} [{default}]: " if default else f"{question}: ", nl=False, err=True)
        line = sys.stdin.readline()
        answer = line.strip() or default
        if answer is not None:
            return answer
        if not line:
            raise typer.Abort


def _several(option: str, question: str, default: str | None = None) -> list[str]:
    answer = _asked(option, f"{question} (several: with commas)", default)
    return [part.strip() for part in answer.split(",") if part.strip()]
