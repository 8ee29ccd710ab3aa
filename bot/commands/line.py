"""The table of commands."""

from __future__ import annotations

from typing import Annotated

import typer

from bot import __version__
from bot.commands import ask, chat, directory, doctor, practise, serve

commands = typer.Typer(
    name="signpost",
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


commands.command("run", epilog="Example: SIGNPOST_PORT=8081 signpost run")(serve.run)
commands.command("chat", epilog="Example: signpost chat --language en")(chat.chat)
commands.command("practise", epilog="Example: signpost practise")(practise.practise)
commands.command("ask", epilog='Example: signpost ask "refuge tonight TN23" --json')(ask.ask)
commands.command("doctor", epilog="Example: signpost doctor")(doctor.doctor)
commands.add_typer(directory.commands, name="directory")
