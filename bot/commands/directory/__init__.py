"""`signpost directory …`: the hub's daily work, one module a command."""

from __future__ import annotations

import typer

from bot.commands.late import Late, group_of

_COMMANDS = {
    "check": Late("bot.commands.directory.check", "check", "signpost directory check directory"),
    "rules": Late("bot.commands.directory.rules", "rules", "signpost directory rules"),
    "list": Late(
        "bot.commands.directory.list", "list_services", "signpost directory list --area kirklees --status draft"
    ),
    "show": Late("bot.commands.directory.show", "show", "signpost directory show davss"),
    "new": Late(
        "bot.commands.directory.new",
        "new",
        'signpost directory new --name "Harbour Drop-in" --area thanet --need drop_in',
    ),
    "checked": Late("bot.commands.directory.checked", "checked", "signpost directory checked davss oasis"),
    "sign": Late(
        "bot.commands.directory.sign",
        "sign",
        'signpost directory sign urgency/danger.yaml --as "Safeguarding lead"',
    ),
    "stale": Late("bot.commands.directory.stale", "stale", "signpost directory stale --days 60"),
    "coverage": Late("bot.commands.directory.coverage", "coverage", "signpost directory coverage --area kirklees-area"),
    "diff": Late("bot.commands.directory.diff", "diff", "signpost directory diff HEAD~1"),
    "export": Late("bot.commands.directory.export", "export", "signpost directory export --to xlsx services.xlsx"),
    "import": Late("bot.commands.directory.import_file", "import_file", "signpost directory import services.xlsx"),
    "schema": Late("bot.commands.directory.schema", "schema", "signpost directory schema directory/schema"),
    "learn": Late("bot.commands.directory.learn", "learn", "signpost directory learn"),
}

commands = typer.Typer(
    cls=group_of(_COMMANDS),
    no_args_is_help=True,
    help="Look after the directory.",
    epilog="Example: signpost directory check",
)
