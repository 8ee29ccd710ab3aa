"""`signpost directory learn`: learns the example messages now, so that the next start need not."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.app import prepare
from bot.commands.configured import settings


def learn(
    into: Annotated[
        Path | None, typer.Option(file_okay=False, help="The folder to keep it in; by default the user's cache.")
    ] = None,
) -> None:
    """Learn the directory's messages now (seconds), so that the next start or question need not wait."""
    configured = settings()
    typer.echo(prepare(configured, into or configured.cache_folder))
