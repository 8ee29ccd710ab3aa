"""`signpost chat`: the same conversation in the terminal."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.app import load_conversation, now
from bot.channels.terminal import talk
from bot.commands.configured import settings


def chat(
    language: Annotated[str, typer.Option(help="Language to begin in, such as en or pl.")] = "en",
) -> None:
    """Talk to Signpost in the terminal. Nothing is kept."""
    talk(load_conversation(settings()), language, now)
