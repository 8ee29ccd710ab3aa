"""`signpost directory …`: the hub's daily work, one module a command."""

from __future__ import annotations

import typer

from bot.commands.directory import check, learn, rules, schema, show, sign
from bot.commands.directory import list as listing

SIGN = 'Example: signpost directory sign urgency/danger.yaml --as "Safeguarding lead"'

commands = typer.Typer(
    no_args_is_help=True, help="Look after the directory.", epilog="Example: signpost directory check"
)

commands.command("check", epilog="Example: signpost directory check directory")(check.check)
commands.command("rules", epilog="Example: signpost directory rules")(rules.rules)
commands.command("list", epilog="Example: signpost directory list --area kirklees --status draft")(
    listing.list_services
)
commands.command("show", epilog="Example: signpost directory show davss")(show.show)
commands.command("sign", epilog=SIGN)(sign.sign)
commands.command("schema", epilog="Example: signpost directory schema directory/schema")(schema.schema)
commands.command("learn", epilog="Example: signpost directory learn")(learn.learn)
