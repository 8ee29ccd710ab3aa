"""`signpost directory list`: the services, one a line."""

from __future__ import annotations

import json
from datetime import date
from typing import Annotated, get_args

import typer

from bot.clock import now
from bot.commands.directory.known_ids import known
from bot.commands.directory.opened import opened
from bot.directory.opening_hours import LONDON
from bot.directory.service import Service, Status


def list_services(
    area: Annotated[str, typer.Option(help="A district or area id.")] = "",
    need: Annotated[str, typer.Option(help="A need id.")] = "",
    status: Annotated[str, typer.Option(help="live, draft or historic.")] = "",
    stale: Annotated[bool, typer.Option("--stale", help="Only those past their review date.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a service.")] = False,
) -> None:
    """List services, one a line: id, status, when they are due for review, and name."""
    hub = opened()
    directory = hub.directory
    today = now().astimezone(LONDON).date()
    known("area or district", area, [*directory.areas, *directory.districts])
    known("need", need, directory.needs)
    known("status", status, get_args(Status))
    wanted = directory.districts_of((area,)) if area else frozenset(directory.districts)
    files = {entry.id: entry.file for entry in hub.entries if entry.kind == "service"}
    for service in directory.services.values():
        if (
            (not status or service.status == status)
            and (not need or need in service.needs)
            and wanted & directory.districts_of(service.covers)
            and not (stale and service.age(today) == "fresh")
        ):
            typer.echo(_as_json(service, files[service.id], today) if as_json else _line(service))


def _line(service: Service) -> str:
    return f"{service.id:40} {service.status:9} {service.review_by}  {service.name}"


def _as_json(service: Service, file: str, today: date) -> str:
    return json.dumps(
        {
            "id": service.id,
            "name": service.name,
            "file": file,
            "status": service.status,
            "reason": service.reason,
            "needs": service.needs,
            "covers": service.covers,
            "audiences": service.audiences,
            "checked": service.checked.isoformat(),
            "review_by": service.review_by.isoformat(),
            "age": service.age(today),
        },
        ensure_ascii=False,
    )
