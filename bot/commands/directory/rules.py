"""`signpost directory rules`: what each finding of the check means."""

from __future__ import annotations

import typer

from bot.checks.page import page


def rules() -> None:
    """Print what each finding of the check means, as a page in Markdown."""
    typer.echo(page())
