"""What sheets of services ask for, against the directory as it stands.

Only a cell that says something else than the directory is a change. A row that is not there changes nothing: an entry
is never taken out by a spreadsheet. A row whose entry was changed after the file was made is refused: an old file
would bring an old number back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz, process

from bot.directory.draft import proposed_id
from bot.directory.entry import ENGLISH
from bot.interchange.cell_kinds import LINES, LIST, TEXT, CellError
from bot.interchange.headings import Headings
from bot.interchange.held import Held, at
from bot.interchange.service_columns import LAYOUTS, POSITION, SERVICES, VERSION, Column, Layout
from bot.interchange.sheet import Cell, Content, Row, Sheet, WrongCell
from bot.interchange.taken import Change, NewEntry, Taken, changed, put

NAME = "Name"
FILLED_IN = {("status",), ("checked",), ("review_by",)}
"""Fields of a new entry that need no cell: it is a draft of today."""


def read_service_sheets(
    sheets: Mapping[str, Sheet], services: Mapping[str, Held], languages: Mapping[str, str]
) -> Taken:
    """What the sheets ask for. `services`: by id; `languages`: id and English name."""
    reading = _Reading(services, languages)
    for layout in LAYOUTS:
        if layout.name in sheets:
            reading.read(layout, sheets[layout.name])
    reading.look_whether_whole()
    return reading.taken


@dataclass(frozen=True, slots=True)
class _ReadRow:
    """A row of a service that is there, or is new: what its columns stand for."""

    layout: Layout
    headings: Headings
    row: Row
    id: str
    position: int

    def cell(self, heading: str) -> Cell:
        return self.headings.cell(self.row, heading)

    def content(self, heading: str) -> Content:
        return self.headings.content(self.row, heading)


class _Reading:
    def __init__(self, services: Mapping[str, Held], languages: Mapping[str, str]) -> None:
        self.taken = Taken()
        self._services = services
        self._columns = {layout.name: layout.columns(languages) for layout in LAYOUTS}
        self._rows: list[_ReadRow] = []

    def read(self, layout: Layout, sheet: Sheet) -> None:
        """Takes what one sheet asks for."""
        columns = self._columns[layout.name]
        known = [*layout.first, *(column.heading for column in columns), VERSION]
        headings = Headings(sheet, known, layout.first[:1], self.taken.wrong)
        if layout.first[0] not in headings:
            return
        seen: dict[tuple[str, int], int] = {}
        for row in sheet.rows:
            if all(content is None for content in row.cells):
                continue
            found = self._stands_for(layout, headings, row, seen)
            if found:
                self._rows.append(found)
                self._take(found)
        self._note_missing(layout, seen)

    def _stands_for(
        self, layout: Layout, headings: Headings, row: Row, seen: dict[tuple[str, int], int]
    ) -> _ReadRow | None:
        name = self._id(layout, headings, row)
        if name is None:
            return None
        position = self._position(layout, headings, row, name, seen)
        if position is None:
            return None
        if (name, position) in seen:
            self._wrong(
                headings.cell(row, layout.first[-1]),
                f"this stands in row {seen[name, position]}, too",
                "Keep one of the two rows.",
            )
            return None
        seen[name, position] = row.number
        return _ReadRow(layout, headings, row, name, position)

    def _id(self, layout: Layout, headings: Headings, row: Row) -> str | None:
        """The id of the service that the row is about; a new one's is noted, and made up if it has only a name."""
        cell = headings.cell(row, layout.first[0])
        name = self._value(cell, TEXT.read, headings.content(row, layout.first[0]))
        known = [*self._services, *self.taken.new]
        if name is _WRONG:
            return None
        if name in known:
            return str(name)
        if layout.name == SERVICES:
            called = headings.content(row, NAME)
            if name is None and isinstance(called, str):
                name = proposed_id(called, known)
            if name is None:
                self._wrong(cell, "this row has no id and no name", "Write them, or delete the row.")
                return None
            self.taken.new[name] = NewEntry(name, {"id": name, "words": {ENGLISH: {}}}, {("id",): cell})
            return str(name)
        if name is None:
            self._wrong(cell, "this row does not say which service it is about", "Write the service's id.")
            return None
        best = process.extractOne(name, known, scorer=fuzz.ratio, score_cutoff=60)
        mend = f'Did you mean "{best[0]}"?' if best else "Write an id of the sheet Services."
        self._wrong(cell, f'there is no service "{name}"', mend)
        return None

    def _position(
        self, layout: Layout, headings: Headings, row: Row, name: str, seen: Mapping[tuple[str, int], int]
    ) -> int | None:
        """The position in the list; behind its last item for one that is new."""
        if not layout.items:
            return 0
        there = len(at(self._services[name].data, layout.items) or []) if name in self._services else 0
        following = there + sum(position >= there for other, position in seen if other == name)
        cell = headings.cell(row, POSITION)
        typed = self._value(cell, TEXT.read, headings.content(row, POSITION))
        if typed is None or typed is _WRONG:
            return following
        position = int(str(typed)) - 1 if str(typed).isdecimal() else -1
        if 0 <= position <= following:
            return position
        count = "1 row" if there == 1 else f"{there} rows"
        self._wrong(cell, f"{name} has {count} here, and no No. {typed}", "Leave the No. of a new row empty.")
        return None

    def _take(self, found: _ReadRow) -> None:
        """Takes each cell that says something else than the directory does."""
        service = self._services.get(found.id)
        before = len(self.taken.changes)
        for column in self._columns[found.layout.name]:
            if column.heading not in found.headings:
                continue
            path = found.layout.path(column.path, found.position)
            cell = found.cell(column.heading)
            value = self._value(cell, column.kind.read, found.content(column.heading))
            if value is _WRONG:
                continue
            if service:
                self._compare(service, column, path, value, cell)
            elif value is not None:
                put(self.taken.new[found.id].data, path, value)
                self.taken.new[found.id].cells[path] = cell
        version = found.content(VERSION)
        if service and len(self.taken.changes) > before and version not in {None, service.version}:
            self._wrong(
                found.cell(VERSION),
                f"{service.file} was changed after this file was made",
                "Export again and make your change there. To keep this row all the same, empty this cell.",
            )

    def _compare(self, service: Held, column: Column, path: Any, value: Any, cell: Cell) -> None:
        old = at(service.data, path)
        shown = None if old is None else column.kind.read(column.kind.written(old))
        if value == shown:
            return
        if column.kind in {LIST, LINES} and old is not None and shown != old:
            self._wrong(
                cell,
                "an item of this list holds a semicolon or a line break, so it cannot be told where it ends",
                f"Put back what stood here, and change the list in {service.file}.",
            )
            return
        self.taken.changes.append(Change(service.file, path, old, value, cell))

    def look_whether_whole(self) -> None:
        """Finds the empty cells without which what stands around them cannot be."""
        after = {id_: new.data for id_, new in self.taken.new.items()}
        for file in {change.file for change in self.taken.changes}:
            service = next(held for held in self._services.values() if held.file == file)
            changes = [change for change in self.taken.changes if change.file == file]
            after[service.id] = changed(service.data, changes)
        wrong = {problem.cell for problem in self.taken.wrong}
        for found in self._rows:
            for heading in self._lacking(found, after.get(found.id)):
                self.taken.lacking.add(found.id)
                if found.cell(heading) not in wrong:
                    self._wrong(found.cell(heading), f'"{heading}" is empty', "Fill in this cell.")
        for new in self.taken.new.values():
            if "sources" not in new.data:
                self.taken.lacking.add(new.id)
                self._wrong(
                    new.cells[("id",)],
                    "a new service needs a source",
                    f'Add a row for "{new.id}" to the sheet Sources.',
                )

    def _lacking(self, found: _ReadRow, data: Mapping[str, Any] | None) -> Iterator[str]:
        """The headings of what the row lacks."""
        if data is None:
            return
        for column in self._columns[found.layout.name]:
            path = found.layout.path(column.path, found.position)
            group = at(data, path[:-1])
            if found.id in self.taken.new and path in FILLED_IN:
                continue
            if group is not None and path[-1] not in group and found.layout.required(path):
                yield column.heading

    def _note_missing(self, layout: Layout, seen: Mapping[tuple[str, int], int]) -> None:
        there = [
            (service.id, position)
            for service in self._services.values()
            for position in range(len(at(service.data, layout.items) or []) if layout.items else 1)
        ]
        missing = sum(item not in seen for item in there)
        if missing:
            rows = "1 row is" if missing == 1 else f"{missing} rows are"
            stay = "what it stands for stays as it is" if missing == 1 else "what they stand for stays as it is"
            self.taken.notes.append(f"{layout.name}: {rows} not in this file; {stay}.")

    def _value(self, cell: Cell, read: Any, content: Content) -> Any:
        """The value of a cell; _WRONG if it has none, which is told."""
        try:
            return read(content)
        except CellError as error:
            self._wrong(cell, error.message, error.mend)
            return _WRONG

    def _wrong(self, cell: Cell, message: str, mend: str) -> None:
        self.taken.wrong.append(WrongCell(cell, message, mend))


_WRONG = object()
"""A cell that has been told already."""
