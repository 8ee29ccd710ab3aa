"""Writes a file that a command has changed or made, and tells in one sentence why it could not."""

from __future__ import annotations

from pathlib import Path

import typer

from bot.disk.edited_file import write_text


def save(path: Path, text: str) -> None:
    """Writes `text`, making the file's folder if need be. Ends the command with exit code 1 if that cannot be done."""
    try:
        path.parent.mkdir(exist_ok=True)
        write_text(path, text)
    except OSError as error:
        raise refused(path, error) from None


def refused(path: Path, error: Exception) -> typer.Exit:
    """What to raise once a change of `path` has failed: it tells why."""
    reason = error.strerror if isinstance(error, OSError) else error
    typer.echo(f"{path} cannot be written: {reason}.", err=True)
    return typer.Exit(1)
