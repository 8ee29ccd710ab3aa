"""`signpost doctor`: what is configured, what is not, and what is wrong. Secrets are never shown."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import fields
from datetime import timedelta
from pathlib import Path

import typer

from bot.app import load_directory, second_reader_missing
from bot.commands.configured import settings
from bot.directory.problem import DirectoryError
from bot.disk.catalogue_files import read_catalogues
from bot.search.learned import Learned
from bot.settings import PREFIX, SECRET, Settings
from bot.speech.catalogue import CatalogueError
from bot.storage.secret_key import load_or_make_key
from bot.storage.store import StoreError

Finding = tuple[str, bool, str]

WITHOUT_ENCODER = "Of 100 messages in other languages than English, about 3 fewer are understood at once."


def doctor() -> None:
    """Say what is configured, what is not, and what is wrong. Exit code 1 if something is wrong."""
    configured = settings()
    for line in _listed(configured):
        typer.echo(line)
    healthy = True
    for name, good, told in findings(configured):
        healthy = healthy and good
        typer.echo(f"{'ok   ' if good else 'WRONG'} {name}: {told}")
    raise typer.Exit(0 if healthy else 1)


def _listed(configured: Settings) -> Iterator[str]:
    """A line for each setting. Whole, however narrow the window is: half a path helps nobody."""
    for field in fields(Settings):
        value = getattr(configured, field.name)
        shown = ("set" if value else "not set") if field.name in SECRET else _shown(value)
        yield f"{PREFIX + field.name.upper():33} {shown}"


def _shown(value: object) -> str:
    match value:
        case timedelta():
            return _length(value)
        case bool():
            return "yes" if value else "no"
        case None | "":
            return "not set"
        case _:
            return str(value)


def _length(time: timedelta) -> str:
    hours, minutes = divmod(int(time.total_seconds()) // 60, 60)
    return f"{hours}h" if not minutes else f"{hours * 60 + minutes}m"


def findings(configured: Settings) -> Iterator[Finding]:
    """Each part, whether it works, and what there is to say."""
    yield from _directory(configured)
    yield _locales(configured.locales)
    yield _database(configured)
    yield "Telegram", True, "a token is set" if configured.telegram_token else "no token set: only the web is served"


def _directory(configured: Settings) -> Iterator[Finding]:
    try:
        directory, learned = load_directory(configured)
    except DirectoryError as error:
        yield "directory", False, f"{len(error.problems)} problem(s); the first: {error.problems[0]}"
        return
    live, drafts = len(directory.live_services), sum(s.status == "draft" for s in directory.services.values())
    yield "directory", True, f"{live} services shown, {drafts} drafts, {len(directory.needs)} needs; phrases learnt"
    yield "understanding", True, _readers(configured, learned)


def _readers(configured: Settings, learned: Learned) -> str:
    """Who reads messages here, and what a missing encoder costs (`python -m benchmarks.understanding`, 2026-11-22)."""
    if learned.second is not None:
        return f"by words, and where they leave doubt by the encoder {learned.second.encoder.name}"
    if not configured.encoder:
        reason = "SIGNPOST_ENCODER is no"
    else:
        reason = second_reader_missing() or (
            "the directory has no second-reader.npz that fits; make it with: signpost directory learn --encoder"
        )
    return f"by words alone, since {reason}. {WITHOUT_ENCODER}"


def _locales(folder: Path) -> Finding:
    try:
        speech = read_catalogues(folder)
    except CatalogueError as error:
        return "locales", False, str(error)
    return "locales", True, f"phrases in {', '.join(speech.catalogues)}"


def _database(configured: Settings) -> Finding:
    # Only here: see `signpost run`.
    from bot.storage.database import open_store

    async def try_it() -> bool:
        secret = configured.secret_key or load_or_make_key(configured.key_file)
        store = await open_store(configured.database_url, secret)
        try:
            return await store.usable()
        finally:
            await store.close()

    try:
        usable = asyncio.run(try_it())
    except StoreError as error:
        return "database", False, str(error)
    return "database", usable, "answers" if usable else "does not answer; look at SIGNPOST_DATABASE_URL"
