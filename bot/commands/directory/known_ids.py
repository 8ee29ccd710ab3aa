"""Refuses an id that the directory does not have, and tells those that it has."""

from __future__ import annotations

from collections.abc import Iterable

import typer


def known(kind: str, name: str, ids: Iterable[str]) -> None:
    """Nothing, if `name` is empty or one of `ids`. Raises BadParameter, which ends the command with exit code 2."""
    if name and name not in ids:
        raise typer.BadParameter(f'there is no {kind} "{name}". Known: {", ".join(ids)}')
