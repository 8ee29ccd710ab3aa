"""`signpost directory export`: the directory for a spreadsheet, a translator or another program."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from bot.app import now
from bot.commands.directory.known_ids import known
from bot.commands.directory.opened import Opened, opened
from bot.directory.entry import ENGLISH
from bot.directory.opening_hours import LONDON
from bot.directory.service import Service
from bot.disk.csv_files import write_csv
from bot.disk.sheet_file import SheetFileError
from bot.interchange.about_sheets import about_services, about_translations
from bot.interchange.held import held
from bot.interchange.open_referral.feed import feed
from bot.interchange.service_sheets import service_sheets
from bot.interchange.sheet import Sheet
from bot.interchange.translation_sheet import translation_sheet

_TO = ("xlsx", "csv", "oruk")


def export(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write; for csv a folder, or a .zip.")],
    to: Annotated[str, typer.Option(help="xlsx, csv or oruk (Open Referral UK).")],
    language: Annotated[
        str, typer.Option(help="A language id: only the texts, English beside this language, for a translator.")
    ] = "",
) -> None:
    """Write the directory as a workbook, as CSV files or as an Open Referral UK feed."""
    known("kind of file", to, _TO)
    hub = opened()
    known("language", language, [name for name in hub.directory.languages if name != ENGLISH])
    if language and to == "oruk":
        raise typer.BadParameter("--language is for xlsx and csv: a feed is in English")
    if file.exists():
        # It may hold somebody's afternoon of edits.
        raise typer.BadParameter(f"{file} is there already. Delete it, or write another name.")
    try:
        told = _feed(file, hub) if to == "oruk" else _sheets(file, to, language, hub)
    except OSError as error:
        raise SheetFileError(f"{file} cannot be written: {error.strerror}.") from None
    typer.echo(f"{file}: {told}")


def _sheets(file: Path, to: str, language: str, hub: Opened) -> str:
    names = {language.id: language.english_name for language in hub.directory.languages.values()}
    files = list(held(hub.files))
    if language:
        sheets = [translation_sheet(files, language, names[language])]
        about = about_translations(names[language])
    else:
        services = [one for one in files if one.model is Service]
        sheets, about = service_sheets(services, names), about_services()
    if to == "xlsx":
        # Only here: no other command pays for its memory and time.
        from bot.disk.xlsx_file import write_xlsx

        write_xlsx(file, sheets, about)
    else:
        write_csv(file, sheets, about)
    return ", ".join(f"{_rows(sheet)} in {sheet.name}" for sheet in sheets)


def _rows(sheet: Sheet) -> str:
    return f"{len(sheet.rows)} row{'' if len(sheet.rows) == 1 else 's'}"


def _feed(file: Path, hub: Opened) -> str:
    found = feed(hub.directory, now().astimezone(LONDON).date())
    file.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return f"{found['total_items']} services"
