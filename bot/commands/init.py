"""`signpost init`: the directory of a new hub, with one example of each kind."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer

from bot.app import now
from bot.directory.opening_hours import LONDON

TEMPLATE = Path(__file__).parent.parent / "new_hub"
_DUE_IN = timedelta(days=182)


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make. It must be new, or empty.")],
) -> None:
    """Make the directory of a new hub: one example of each kind of file, ready to edit."""
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            typer.echo(
                f"{folder} is there already, and is not empty. Nothing was written. Choose another name.", err=True
            )
            raise typer.Exit(1)
        count = _write(folder)
    except OSError as error:
        typer.echo(f"{folder} cannot be written to ({error.strerror}). Choose another place.", err=True)
        raise typer.Exit(1) from None
    typer.echo(f"{folder}: {count} files. Every service in it is invented, but for 999.")
    typer.echo(f'Ask it something: SIGNPOST_DIRECTORY={folder} signpost ask "i need to talk to someone"')


def _write(folder: Path) -> int:
    today = now().astimezone(LONDON).date()
    files = sorted(TEMPLATE.rglob("*.yaml"))
    for file in files:
        text = file.read_text("utf-8").replace("{today}", str(today)).replace("{later}", str(today + _DUE_IN))
        path = folder / file.relative_to(TEMPLATE)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    return len(files)
