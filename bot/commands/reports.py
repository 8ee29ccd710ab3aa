"""`signpost reports`: which numbers did not work for people, and `signpost reports close` once that is settled."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.app import now
from bot.commands.configured import settings
from bot.commands.stored import in_store
from bot.directory.opening_hours import LONDON
from bot.disk.directory_files import checked, read_files
from bot.reported import Reported, reported

_REASONS = {
    "no-answer": "nobody answered",
    "wrong-number": "wrong number",
    "no-help": "could not help",
    "": "no reason given",
}


commands = typer.Typer(
    invoke_without_command=True,
    help="List the entries of which people said that a number did not work.",
    epilog="Example: signpost reports",
)


@commands.callback()
def reports(context: typer.Context) -> None:
    """List the entries of which people said that a number did not work."""
    if context.invoked_subcommand:
        return
    counts = in_store(lambda store: store.reports())
    # What was said is settled by the check of an entry: nothing that phrases could tell.
    directory = checked(read_files(settings().directory), with_phrases=False)
    found = reported(counts, directory, now().astimezone(LONDON).date())
    for each in found:
        typer.echo(_line(each))
    if not found:
        typer.echo("No open reports.")


def close(
    entry: Annotated[str, typer.Argument(metavar="ID", help="The id of the entry.")],
) -> None:
    """Close the reports on an entry, once it was found right or was mended. A mark goes with them."""
    count = in_store(lambda store: store.close_reports(entry))
    if not count:
        typer.echo(f'There are no reports on "{entry}". See which there are: signpost reports', err=True)
        raise typer.Exit(1)
    typer.echo(f"{entry}: {_many(count)} closed.")


commands.command("close", epilog="Example: signpost reports close oasis")(close)


def _line(each: Reported) -> str:
    whys = ", ".join(f"{each.reasons[reason]} {told}" for reason, told in _REASONS.items() if each.reasons.get(reason))
    mark = "marked" if each.marked else ""
    name = each.name or "no such entry any more"
    return f"{each.service:40} {mark:6}  {_many(each.count)}, {each.last_week} in the last 7 days ({whys})  {name}"


def _many(count: int) -> str:
    return f"{count} report{'' if count == 1 else 's'}"
