"""`signpost directory show`: an entry exactly as a person would see it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Annotated, get_args

import typer

from bot.channels.plain_text import part_lines
from bot.commands.configured import settings
from bot.commands.directory.known_ids import known
from bot.commands.directory.opened import opened
from bot.commands.moment import moment_from
from bot.conversation.cards import card
from bot.conversation.guide import step, whole_page
from bot.conversation.refer import route_parts
from bot.conversation.reply import Choice, Part
from bot.conversation.voice import Voice
from bot.directory.directory import Directory
from bot.directory.entry import Dated
from bot.directory.guidance import Guidance
from bot.directory.opening_hours import LONDON
from bot.directory.referral import Route
from bot.directory.service import EXPIRES_AFTER_DAYS, Audience, Service
from bot.disk.catalogue_files import read_catalogues
from bot.search.ranking import reachable


def show(
    entry: Annotated[str, typer.Argument(metavar="ID", help="The id of a service, guidance page or referral route.")],
    language: Annotated[str, typer.Option(help="Language id.")] = "en",
    at: Annotated[str, typer.Option(help="The time to show it for, such as 2026-11-21T23:10:00+00:00.")] = "",
    audience: Annotated[str, typer.Option(help="public, champion or employer.")] = "",
) -> None:
    """Show a card, a guidance page or a referral route exactly as a person would see it."""
    hub = opened()
    directory, found = hub.directory, hub.entry(entry).entry
    known("language", language, directory.languages)
    known("audience", audience, get_args(Audience))
    try:
        moment = moment_from(at or None)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None
    for reason in _not_shown(found, audience, moment):
        typer.echo(reason, err=True)
    voice = Voice(read_catalogues(settings().locales), language)
    parts, choices = _seen(found, directory, voice, moment)
    marked = voice.say("english_only")
    texts = ["\n".join(part_lines(part, language, marked)) for part in parts]
    buttons = "  ".join(f"[{choice.label}]" for choice in choices)
    typer.echo("\n\n".join([*texts, *filter(None, [buttons])]))


def _seen(entry: Dated, directory: Directory, voice: Voice, moment: datetime) -> tuple[list[Part], list[Choice]]:
    """What the chat would show: a page with all of its steps, and the pages that its last step leads to."""
    if isinstance(entry, Service):
        return [card(entry, directory, voice, moment)], []
    if isinstance(entry, Guidance):
        back = f"guide:{entry.id}:"
        _, choices = step(entry, len(entry.steps) - 1, voice, directory)
        onward = [choice for choice in choices if not choice.action.startswith(back)]
        return [whole_page(entry, voice, len(entry.steps))], onward
    assert isinstance(entry, Route)  # noqa: S101
    return route_parts(entry, directory, voice, moment), []


def _not_shown(entry: Dated, audience: str, moment: datetime) -> Iterator[str]:
    """Why nobody, or not the asked audience, is shown this."""
    if isinstance(entry, Service):
        if entry.status != "live":
            yield f"{entry.status}, not shown to anybody: {entry.reason}"
        if entry.age(moment.astimezone(LONDON).date()) == "expired":
            yield f"not shown to anybody: its review_by, {entry.review_by}, is more than {EXPIRES_AFTER_DAYS} days ago"
        if not reachable(entry):
            yield "not shown to anybody: it names no way to reach it"
    audiences: tuple[str, ...] = getattr(entry, "audiences", ("champion",))
    if audience and audience not in audiences:
        yield f"not shown to this audience: it is for {', '.join(audiences)}"
