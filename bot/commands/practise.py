"""`signpost practise`: champions practise in the terminal what to say."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.app import load_conversation, now
from bot.channels.terminal import talk
from bot.commands.configured import settings


def practise(
    language: Annotated[str, typer.Option(help="Language to practise in, such as en or pl.")] = "en",
) -> None:
    """Practise what to say when somebody tells you: invented people, and what each reply does. Nothing is kept."""
    talk(load_conversation(settings()), language, now, first="practise")
