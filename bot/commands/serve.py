"""`signpost run`: serves every configured channel until it is told to stop."""

from __future__ import annotations

import asyncio
import logging

import typer

from bot.commands.configured import settings


def run() -> None:
    """Serve the web chat, and Telegram when a token is set, until Ctrl+C or SIGTERM."""
    # Only here: the other commands need neither Telegram nor the web nor a database, and start without them.
    from bot.serving import serve

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    asyncio.run(serve(settings(), typer.echo))
