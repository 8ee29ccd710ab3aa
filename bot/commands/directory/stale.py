"""`signpost directory stale`: what is due to be checked, and whom to ring."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

import typer

from bot.clock import now
from bot.commands.directory.opened import opened
from bot.directory.opening_hours import LONDON
from bot.directory.review import due, how_late, where_to_ask


def stale(
    days: Annotated[int, typer.Option(min=0, help="Those due within this many days, too.")] = 30,
) -> None:
    """List what is past its review date or soon will be, oldest first, with the number to ring or the page to read."""
    hub = opened()
    today = now().astimezone(LONDON).date()
    found = due(hub.entries, today + timedelta(days=days))
    for entry in found:
        name = f"{entry.id} ({entry.kind})" if entry.kind != "service" else entry.id
        typer.echo(f"{entry.entry.review_by}  {how_late(entry.entry, today)}: {name}")
        typer.echo(f"            {where_to_ask(entry.entry)}")
    if not found:
        typer.echo(f"Nothing is due within {days} days.", err=True)
    else:
        typer.echo("\nWhen you have checked one: signpost directory checked ID", err=True)
