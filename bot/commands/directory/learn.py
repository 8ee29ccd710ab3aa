"""`signpost directory learn`: learns the example messages now, so that the next start need not."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress

from bot.app import prepare, prepare_second, second_reader_missing
from bot.commands.configured import settings


def learn(
    into: Annotated[
        Path | None, typer.Option(file_okay=False, help="The folder to keep it in; by default the user's cache.")
    ] = None,
    encoder: Annotated[
        bool, typer.Option("--encoder", help="Learn for the encoder too (minutes); writes second-reader.npz.")
    ] = False,
) -> None:
    """Learn the directory's messages now (seconds), so that the next start or question need not wait."""
    configured = settings()
    typer.echo(prepare(configured, into or configured.cache_folder))
    if not encoder:
        return
    if reason := second_reader_missing():
        raise typer.BadParameter(f"there is no encoder here: {reason}.")
    with Progress(transient=True) as progress:
        task = progress.add_task("Reading the messages")
        told = prepare_second(configured, lambda done, of: progress.update(task, completed=done, total=of))
    typer.echo(told)
