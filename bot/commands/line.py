"""The table of commands."""

from __future__ import annotations

from typing import Annotated

import typer

from bot import __version__
from bot.commands.late import Late, group_of

_COMMANDS = {
    "run": Late("bot.commands.serve", "run", "SIGNPOST_PORT=8081 signpost run"),
    "chat": Late("bot.commands.chat", "chat", "signpost chat --language en"),
    "practise": Late("bot.commands.practise", "practise", "signpost practise"),
    "ask": Late("bot.commands.ask", "ask", 'signpost ask "refuge tonight TN23" --json'),
    "doctor": Late("bot.commands.doctor", "doctor", "signpost doctor"),
    "init": Late("bot.commands.init", "init", "signpost init our-hub"),
    "directory": Late("bot.commands.directory", "commands"),
    "reports": Late("bot.commands.reports", "commands"),
    "insight": Late("bot.commands.insight", "insight", "signpost insight --days 90"),
}

commands = typer.Typer(
    name="signpost",
    cls=group_of(_COMMANDS),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Tells people affected by domestic abuse, champions and employers where to turn.",
    epilog='Example: signpost ask "my ex keeps following me home, im in margate"',
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"signpost {__version__}")
        raise typer.Exit


@commands.callback()
def _whole(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Tells people affected by domestic abuse, champions and employers where to turn."""
