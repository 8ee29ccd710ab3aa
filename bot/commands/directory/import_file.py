"""`signpost directory import`: takes over what somebody changed in a spreadsheet, or the services of a feed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.app import now
from bot.commands.directory import preview
from bot.commands.directory.known_ids import known
from bot.commands.directory.opened import Opened, opened
from bot.commands.directory.saving import refused
from bot.directory.opening_hours import LONDON
from bot.directory.problem import DirectoryError, Problem
from bot.directory.service import EVERYWHERE, Service
from bot.disk.csv_files import read_csv
from bot.disk.directory_files import checked
from bot.disk.edited_file import write_texts
from bot.disk.feed_file import read_feed
from bot.disk.sheet_file import SheetFileError
from bot.interchange.held import Held, held
from bot.interchange.open_referral.drafts import Missing, drafts
from bot.interchange.outcome import Hub, Outcome, at_cells, outcome
from bot.interchange.service_columns import LAYOUTS
from bot.interchange.service_reading import read_service_sheets
from bot.interchange.sheet import Sheet
from bot.interchange.taken import Taken
from bot.interchange.translation_sheet import TRANSLATIONS, read_translation_sheet

_SHEETS = (*(layout.name for layout in LAYOUTS), TRANSLATIONS)


def import_file(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="A workbook (.xlsx), CSV files (.csv, .zip, a folder) or a feed (.json)."),
    ],
    yes: Annotated[bool, typer.Option("--yes", help="Write without asking.")] = False,
    need: Annotated[
        list[str] | None, typer.Option(help="For a feed: the need of services that tell none we know. May be repeated.")
    ] = None,
    area: Annotated[
        list[str] | None,
        typer.Option(help="For a feed: the place of services that tell none we know. May be repeated."),
    ] = None,
) -> None:
    """Show what a spreadsheet or an Open Referral feed changes; then, if you say so, write it.

    All of it is written, or nothing. A row that is not there changes nothing; a new row, and each service of a feed,
    becomes a draft.
    """
    hub = opened()
    directory, today = hub.directory, now().astimezone(LONDON).date()
    for name in need or ():
        known("need", name, directory.needs)
    for name in area or ():
        known("area or district", name, [EVERYWHERE, *directory.areas, *directory.districts])
    by_name = {one.file: one for one in held(hub.files)}
    inside = Hub(directory, by_name, hub.entries)
    if file.suffix == ".json":
        taken = drafts(read_feed(file), file.name, directory, Missing(tuple(need or ()), tuple(area or ())), today)
    else:
        taken = _read(file, by_name, hub)
    result = outcome(taken, inside, today)
    _refuse_if_wrong(taken, result, hub)
    preview.show(result, taken.changes)
    for note in taken.notes:
        typer.echo(note, err=True)
    if not result.texts:
        typer.echo("Nothing changes.", err=True)
        return
    _ask(preview.counted(result, taken.changes), yes=yes)
    try:
        write_texts(hub.root, result.texts, hub.files)
    except OSError as error:
        typer.echo("Nothing was written. Import the file again once this is mended:", err=True)
        raise refused(Path(error.filename or hub.root), error) from None
    typer.echo("Written. See what changes for the public with: signpost directory diff HEAD", err=True)


def _read(file: Path, by_name: dict[str, Held], hub: Opened) -> Taken:
    sheets = _sheets(file)
    names = {language.id: language.english_name for language in hub.directory.languages.values()}
    if TRANSLATIONS in sheets:
        taken = read_translation_sheet(sheets[TRANSLATIONS], list(by_name.values()), names)
    else:
        services = {one.id: one for one in by_name.values() if one.model is Service}
        taken = read_service_sheets(sheets, services, names)
    taken.notes += [f'The sheet "{name}" is not one of ours and is not read.' for name in sheets.keys() - set(_SHEETS)]
    return taken


def _sheets(file: Path) -> dict[str, Sheet]:
    if file.suffix == ".xlsx":
        # Only here: no other command pays for its memory and time.
        from bot.disk.xlsx_file import read_xlsx

        found = read_xlsx(file)
    elif file.is_dir() or file.suffix in {".csv", ".zip"}:
        found = read_csv(file, _SHEETS)
    else:
        raise SheetFileError(f"{file} is no .xlsx, .csv, .zip or .json file. Save it as .xlsx.")
    sheets = {sheet.name: sheet for sheet in found}
    if not sheets.keys() & set(_SHEETS):
        raise SheetFileError(f"{file} has none of the sheets that an export has: {', '.join(_SHEETS)}.")
    return sheets


def _refuse_if_wrong(taken: Taken, result: Outcome, hub: Opened) -> None:
    elsewhere: list[Problem] = []
    if result.texts:
        texts = {name: text.encode() for name, text in result.texts.items()}
        try:
            checked({**hub.files, **texts}, with_phrases=False)
        except DirectoryError as error:
            wrong, elsewhere = at_cells(error.problems, result)
            taken.wrong += wrong
    if not taken.wrong and not elsewhere:
        return
    for problem in (*sorted(taken.wrong), *elsewhere):
        typer.echo(problem, err=True)
    count = len(taken.wrong) + len(elsewhere)
    typer.echo(f"{count} {'thing is' if count == 1 else 'things are'} wrong. Nothing was written.", err=True)
    raise typer.Exit(1)


def _ask(what: str, *, yes: bool) -> None:
    if yes:
        typer.echo(what, err=True)
    elif not _at_a_terminal():
        typer.echo(f"{what}. Nothing was written. To write it, add --yes.", err=True)
        raise typer.Exit(1)
    elif not typer.confirm(f"{what}. Write this?", err=True):
        typer.echo("Nothing was written.", err=True)
        raise typer.Exit(1)


def _at_a_terminal() -> bool:
    return sys.stdin.isatty()
