"""`signpost directory checked`: somebody has looked at an entry again."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from bot.clock import now
from bot.commands.directory.opened import opened
from bot.commands.directory.saving import refused, save
from bot.directory.entry_file import EntryFile
from bot.directory.opening_hours import LONDON
from bot.directory.review import next_review
from bot.directory.yaml_edit import EditError, set_value
from bot.disk.edited_file import read_text


def checked(
    ids: Annotated[list[str], typer.Argument(metavar="ID", help="Ids of services, guidance pages or routes.")],
) -> None:
    """Write down that you checked entries today: `checked` becomes today, `review_by` as long after it as it was."""
    hub = opened()
    today = now().astimezone(LONDON).date()
    looked_at = [hub.entry(name) for name in dict.fromkeys(ids)]
    edited = [(entry, _edited(hub.root / entry.file, entry, today)) for entry in looked_at]
    for entry, text in edited:
        save(hub.root / entry.file, text)
        due = next_review(entry.entry, today)
        typer.echo(f"{entry.id}: checked {today} (before: {entry.entry.checked}), review by {due}")


def _edited(path: Path, entry: EntryFile, today: date) -> str:
    """The file's text with the new dates. Nothing is written before every file's text is known."""
    try:
        text = set_value(read_text(path), ("checked",), today)
        return set_value(text, ("review_by",), next_review(entry.entry, today))
    except (EditError, OSError) as error:
        raise refused(path, error) from None
