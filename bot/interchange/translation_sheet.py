"""The sheet for a translator: each text that people read in English, and beside it one other language.

A translation is taken if it stands beside the English that the directory has today. One that belongs to an older text,
one that is marked as unfinished, and a card of which only a part is translated are left out and told: a person is
shown a whole text or the English one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.directory.entry import ENGLISH
from bot.directory.guidance import Guidance
from bot.directory.hub import Hub
from bot.directory.need import Need
from bot.directory.referral import Route
from bot.directory.service import Service
from bot.directory.urgency import Urgency
from bot.directory.yaml_source import Path
from bot.interchange.cell_kinds import TEXT, CellError
from bot.interchange.fields import fields_at
from bot.interchange.headings import Headings
from bot.interchange.held import Held, at
from bot.interchange.sheet import Row, Sheet, WrongCell
from bot.interchange.taken import Change, Taken, changed

TRANSLATIONS = "Translations"
FILE, FIELD, ENGLISH_TEXT, STATE, WHO = "File", "Field", "English", "State", "Who and when"
MISSING, THERE, UNFINISHED = "missing", "there", "unfinished"
_STATES = (MISSING, THERE, UNFINISHED)
_TRANSLATED = {Service, Need, Guidance, Urgency, Route, Hub}
_FOR_STAFF = {"professional"}
_LANGUAGE_HEADING = re.compile(r".+ \(([a-z]+(?:-[a-z]+)*)\)")
_FIRST_ROW = 2


@dataclass(frozen=True, slots=True)
class Text:
    """A text that people read, and where its English stands."""

    held: Held
    english: Path

    @property
    def field(self) -> str:
        """Its place, as staff read it: "steps.2", counted from 1, without the language."""
        return ".".join(str(step + 1 if isinstance(step, int) else step) for step in self.english if step != ENGLISH)

    def path(self, language: str) -> Path:
        """Where it stands in a language."""
        return tuple(language if step == ENGLISH else step for step in self.english)


def translation_sheet(files: Sequence[Held], language: str, name: str) -> Sheet:
    """Every text of what people are shown, with its translation into `language`, whose English name is `name`."""
    rows = []
    for number, text in enumerate(texts(files), _FIRST_ROW):
        english = at(text.held.data, text.english)
        translated = at(text.held.data, text.path(language)) or ""
        state = THERE if translated else MISSING
        rows.append(Row(number, (_file(text), text.field, english, translated, state, "")))
    headings = (FILE, FIELD, ENGLISH_TEXT, f"{name} ({language})", STATE, WHO)
    return Sheet(TRANSLATIONS, headings, tuple(rows), {STATE: _STATES})


def texts(files: Sequence[Held]) -> Iterator[Text]:
    """The texts of all files that people are shown, in the order of the files."""
    for held in files:
        if held.model in _TRANSLATED and held.data.get("status", "live") == "live":
            yield from (Text(held, path) for path in _english(held.data, ()))


def _english(value: Any, path: Path) -> Iterator[Path]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == ENGLISH and isinstance(inner, str):
                yield (*path, key)
            elif key == ENGLISH:
                yield from ((*path, key, field) for field in inner)
            elif key not in _FOR_STAFF:
                yield from _english(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _english(inner, (*path, number))


def _file(text: Text) -> str:
    return text.held.file.removesuffix(".yaml")


def read_translation_sheet(sheet: Sheet, files: Sequence[Held], languages: Mapping[str, str]) -> Taken:
    """What the sheet asks for. `languages`: the directory's, id and English name."""
    taken = Taken()
    heading = next((one for one in sheet.headings if _LANGUAGE_HEADING.fullmatch(one)), "")
    language = heading[heading.rfind("(") + 1 : -1]
    known = [FILE, FIELD, ENGLISH_TEXT, STATE, WHO]
    if language in languages and language != ENGLISH:
        known.append(heading)
    headings = Headings(sheet, known, known[:3], taken.wrong)
    if not taken.wrong and len(known) == len((FILE, FIELD, ENGLISH_TEXT, STATE, WHO)):
        cell = headings.cell(Row(1, ()), ENGLISH_TEXT)
        taken.wrong.append(WrongCell(cell, "no column holds translations", 'Its heading is as in "Polish (pl)".'))
    if taken.wrong:
        return taken
    there = {(_file(text), text.field): text for text in texts(files)}
    seen: dict[tuple[str, str], int] = {}
    for row in sheet.rows:
        if any(content is not None for content in row.cells):
            _take(_Asked(headings, row, heading, language), there, seen, taken)
    _leave_out_parts(files, language, taken)
    missing = len(there.keys() - seen.keys())
    if missing:
        taken.notes.append(f"{_many(missing, 'text')} of the directory: not in this file, left as it is.")
    return taken


@dataclass(frozen=True, slots=True)
class _Asked:
    headings: Headings
    row: Row
    heading: str
    language: str

    def text(self, heading: str) -> str | None:
        value = TEXT.read(self.headings.content(self.row, heading))
        return value if value is None else str(value)


def _take(asked: _Asked, there: Mapping[tuple[str, str], Text], seen: dict[tuple[str, str], int], taken: Taken) -> None:
    row, headings = asked.row, asked.headings
    values = {}
    for heading in (FILE, FIELD, ENGLISH_TEXT, asked.heading, STATE):
        try:
            values[heading] = asked.text(heading)
        except CellError as error:
            taken.wrong.append(WrongCell(headings.cell(row, heading), error.message, error.mend))
            return
    name = (values[FILE] or "", values[FIELD] or "")
    state = (values[STATE] or "").lower()
    if state and state not in _STATES:
        mend = f"Write {MISSING}, {THERE} or {UNFINISHED}; what is unfinished is not taken over."
        taken.wrong.append(WrongCell(headings.cell(row, STATE), f'"{values[STATE]}" is no state', mend))
    elif name in seen:
        told = f"this text stands in row {seen[name]}, too"
        taken.wrong.append(WrongCell(headings.cell(row, FIELD), told, "Keep one of the two rows."))
    elif name not in there:
        told = f'{name[0]} has no text "{name[1]}" that people are shown'
        taken.wrong.append(WrongCell(headings.cell(row, FIELD), told, "Put back what stood here, or delete the row."))
    else:
        seen[name] = row.number
        _compare(there[name], values, asked, taken)


def _compare(text: Text, values: Mapping[str, str | None], asked: _Asked, taken: Taken) -> None:
    new = values[asked.heading]
    path = text.path(asked.language)
    old = at(text.held.data, path)
    if new is None or new == TEXT.read(old):
        return
    place = f"row {asked.row.number}: {_file(text)}, {text.field}"
    if (values[STATE] or "").lower() == UNFINISHED:
        taken.notes.append(f"{place}: marked as unfinished, not taken over.")
    elif values[ENGLISH_TEXT] != TEXT.read(at(text.held.data, text.english)):
        taken.notes.append(f"{place}: the English is another today, not taken over. Export again for the new text.")
    else:
        cell = asked.headings.cell(asked.row, asked.heading)
        taken.changes.append(Change(text.held.file, path, old, new, cell))


def _leave_out_parts(files: Sequence[Held], language: str, taken: Taken) -> None:
    """Leaves out the texts of a card that would be half in one language, half in nothing."""
    by_file = {held.file: held for held in files}
    asked = {change.file for change in taken.changes}
    for file in sorted(asked):
        held = by_file[file]
        after = changed(held.data, [change for change in taken.changes if change.file == file])
        group: Path = ("words", language)
        words = at(after, group)
        if not isinstance(words, dict):
            continue
        lacking = [field for field, required in fields_at(held.model, group).items() if required and field not in words]
        if lacking:
            taken.changes = [change for change in taken.changes if change.file != file or change.path[:2] != group]
            fields = ", ".join(f"words.{field}" for field in lacking)
            taken.notes.append(f"{file.removesuffix('.yaml')}: not taken over as long as these are missing: {fields}.")


def _many(count: int, thing: str) -> str:
    return f"{count} {thing}{'' if count == 1 else 's'}"
