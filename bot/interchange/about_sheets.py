"""What the first sheet, or the file beside the CSV files, tells those who open it."""

from __future__ import annotations

from bot.interchange.service_columns import LAYOUTS, SERVICES
from bot.interchange.translation_sheet import MISSING, STATE, TRANSLATIONS, UNFINISHED, WHO

_READ_BACK = "When you are done: signpost directory import FILE. It shows every change, and asks before it writes."


def about_services() -> tuple[str, ...]:
    """The explanation of a file with the services."""
    lists = ", ".join(layout.name for layout in LAYOUTS if layout.items)
    return (
        "The services of a Signpost directory, drafts and history included. For hub staff only: it holds notes, "
        "unconfirmed numbers and contacts for professionals.",
        _READ_BACK,
        f"{SERVICES}: one row a service. {lists}: one row for each, by the service's id and its place in the list.",
        "Change what a cell says, and only that is changed. An empty cell takes the text out.",
        "A row that you delete changes nothing. To take a phone or a service away, change its file.",
        f'A new row in {SERVICES} is a new draft. It needs a row in "Sources", too. Leave No. and Version empty.',
        "Several things in one cell: with a semicolon between them. (Sources disagree: each in a line of its own.)",
        "Hours: Mo-Fr 09:00-17:00; PH off, or 24/7. Dates: 2026-11-21, or 21/11/2026. Yes, no, or empty: nobody knows.",
        "Keep cells formatted as text: a number that has lost its first 0 is refused.",
        "Version tells whether the entry was changed after this file was made. Leave it as it is.",
    )


def about_translations(language: str) -> tuple[str, ...]:
    """The explanation of a file for a translator."""
    return (
        f"What people read in Signpost, to be put into {language}. They may be afraid: plain words, short sentences.",
        f'Write in the column "{language}" of the sheet {TRANSLATIONS}. Leave File, Field and English as they are.',
        "Keep numbers, web addresses and names of services as they are in the English.",
        f'{STATE}: "{MISSING}" and "there" are filled in for you. Write "{UNFINISHED}" beside a text that is not to be '
        "used yet.",
        f"{WHO}: for your name or role, and the day. It is not kept in the directory.",
        "A card (words.…) is used once all of its texts are there.",
        _READ_BACK,
    )
