"""`signpost directory diff`: what changes for the public since a revision."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from bot.commands.configured import settings
from bot.commands.moment import moment_from
from bot.conversation.first_shown import moves
from bot.directory.changes import changes
from bot.directory.loader import PHRASES, as_far_as_it_can_be_read
from bot.disk.directory_files import checked, read_files
from bot.disk.git_revision import read_revision


def diff(
    revision: Annotated[str, typer.Argument(metavar="REV", help="A git revision, or a folder with the other version.")],
    at: Annotated[str, typer.Option(help="The time for which to tell who is shown first. Default: now.")] = "",
) -> None:
    """Say in sentences what changes for the public, from a git revision or another folder to the directory in use."""
    root = settings().directory
    try:
        moment = moment_from(at or None)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None
    new_files = read_files(root)
    old_files = read_files(Path(revision)) if revision and Path(revision).is_dir() else read_revision(root, revision)
    new = checked(_without_equal_phrases(new_files, old_files))
    old, left_out = as_far_as_it_can_be_read(_without_equal_phrases(old_files, new_files))
    for name in left_out:
        typer.echo(f"{name} could not be read in {revision} and is left out there.", err=True)
    if old is None:
        raise typer.BadParameter(f"{revision} holds no directory that can be read")
    found = changes(old, new)
    sentences = [*found.sentences, *moves(old, new, moment)]
    for sentence in sentences:
        typer.echo(sentence)
    if not sentences:
        typer.echo("Nothing changes for the public.")
    if found.unseen:
        entries = "1 more entry changes" if found.unseen == 1 else f"{found.unseen} more entries change"
        typer.echo(f"{entries} in a way that only hub staff see.", err=True)


def _without_equal_phrases(files: Mapping[str, bytes], others: Mapping[str, bytes]) -> dict[str, bytes]:
    """Most phrases are the same on both sides; reading them would take longer than all the rest."""
    return {name: raw for name, raw in files.items() if not name.startswith(f"{PHRASES}/") or others.get(name) != raw}
