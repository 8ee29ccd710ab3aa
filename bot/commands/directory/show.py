"""`signpost directory show`: a card exactly as a person would see it."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.app import now
from bot.channels.plain_text import part_lines
from bot.commands.configured import settings
from bot.commands.directory.known_ids import known
from bot.conversation.cards import card
from bot.conversation.voice import Voice
from bot.disk.catalogue_files import read_catalogues
from bot.disk.directory_files import load


def show(
    service: Annotated[str, typer.Argument(help="The service's id.")],
    language: Annotated[str, typer.Option(help="Language id.")] = "en",
) -> None:
    """Show a card exactly as a person would read it now."""
    configured = settings()
    directory = load(configured.directory)
    if service not in directory.services:
        raise typer.BadParameter(f'there is no service "{service}". Find its id with: signpost directory list')
    known("language", language, directory.languages)
    entry = directory.services[service]
    if entry.status != "live":
        typer.echo(f"{entry.status}, not shown to anybody: {entry.reason}\n")
    voice = Voice(read_catalogues(configured.locales), language)
    typer.echo("\n".join(part_lines(card(entry, directory, voice, now()), language, voice.say("english_only"))))
