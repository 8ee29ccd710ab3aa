"""`signpost directory list`: the services, one a line."""

from __future__ import annotations

from typing import Annotated, get_args

import typer

from bot.app import now
from bot.commands.configured import settings
from bot.commands.directory.known_ids import known
from bot.directory.service import Status
from bot.disk.directory_files import load


def list_services(
    area: Annotated[str, typer.Option(help="A district or area id.")] = "",
    need: Annotated[str, typer.Option(help="A need id.")] = "",
    status: Annotated[str, typer.Option(help="live, draft or historic.")] = "",
    stale: Annotated[bool, typer.Option("--stale", help="Only those past their review date.")] = False,
) -> None:
    """List services, one a line: id, status, name and when they are due for review."""
    directory = load(settings().directory)
    today = now().date()
    known("area or district", area, [*directory.areas, *directory.districts])
    known("need", need, directory.needs)
    known("status", status, get_args(Status))
    wanted = directory.districts_of((area,)) if area else frozenset(directory.districts)
    for service in directory.services.values():
        if (
            (not status or service.status == status)
            and (not need or need in service.needs)
            and wanted & directory.districts_of(service.covers)
            and not (stale and service.age(today) == "fresh")
        ):
            typer.echo(f"{service.id:40} {service.status:9} {service.review_by}  {service.name}")
