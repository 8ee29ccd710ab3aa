"""`signpost directory …`: the hub's daily work, one module a command."""

from __future__ import annotations

import typer

from bot.commands.directory import check, checked, coverage, diff, export, import_file, new, schema, show, stale
from bot.commands.directory import list as listing

NEW = 'Example: signpost directory new --name "Harbour Drop-in" --area thanet --need drop_in'

commands = typer.Typer(
    no_args_is_help=True, help="Look after the directory.", epilog="Example: signpost directory check"
)

commands.command("check", epilog="Example: signpost directory check directory")(check.check)
commands.command("list", epilog="Example: signpost directory list --area kirklees --status draft")(
    listing.list_services
)
commands.command("show", epilog="Example: signpost directory show davss")(show.show)
commands.command("new", epilog=NEW)(new.new)
commands.command("checked", epilog="Example: signpost directory checked davss oasis")(checked.checked)
commands.command("stale", epilog="Example: signpost directory stale --days 60")(stale.stale)
commands.command("coverage", epilog="Example: signpost directory coverage --area kirklees-area")(coverage.coverage)
commands.command("diff", epilog="Example: signpost directory diff HEAD~1")(diff.diff)
commands.command("export", epilog="Example: signpost directory export --to xlsx services.xlsx")(export.export)
commands.command("import", epilog="Example: signpost directory import services.xlsx")(import_file.import_file)
commands.command("schema", epilog="Example: signpost directory schema directory/schema")(schema.schema)
