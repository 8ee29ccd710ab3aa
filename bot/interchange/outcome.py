"""From what is asked to the files as they would be; and from what the check says of these back to the cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.directory.directory import Directory
from bot.directory.draft import HEAD, folder_for
from bot.directory.entry_file import EntryFile
from bot.directory.problem import Problem
from bot.directory.review import months_later, usual_months
from bot.directory.service import Service
from bot.directory.yaml_edit import EditError, file_text
from bot.directory.yaml_source import Mark, Path, read_yaml
from bot.interchange.held import Held
from bot.interchange.sheet import Cell, WrongCell
from bot.interchange.taken import Change, NewEntry, Taken, changed, edited, in_order


@dataclass(frozen=True, slots=True)
class Hub:
    """The directory that something is taken into."""

    directory: Directory
    held: Mapping[str, Held]
    """Its files by name."""
    entries: Sequence[EntryFile]


@dataclass(slots=True)
class Outcome:
    """The files as they would be, and where each value of them was asked for."""

    texts: dict[str, str] = field(default_factory=dict)
    cells: dict[str, dict[Path, Cell]] = field(default_factory=dict)
    new: dict[str, NewEntry] = field(default_factory=dict)
    """The new entries by file."""


def outcome(taken: Taken, hub: Hub, today: date) -> Outcome:
    """The files after what is asked. A file that cannot be edited is noted as a wrong cell in `taken`.

    An entry in which something would be missing is left out: `taken` is refused anyway.
    """
    result = Outcome()
    languages = tuple(hub.directory.languages)
    by_file: dict[str, list[Change]] = {}
    for change in taken.changes:
        by_file.setdefault(change.file, []).append(change)
    for file, changes in by_file.items():
        if hub.held[file].id in taken.lacking:
            continue
        result.cells[file] = {change.path: change.cell for change in changes}
        try:
            result.texts[file] = edited(hub.held[file], changed(hub.held[file].data, changes), languages)
        except EditError as error:
            taken.wrong.append(WrongCell(changes[0].cell, f"{file}: {error}", "Change it in the file."))
    for new in taken.new.values():
        if new.id in taken.lacking:
            continue
        if new.data.get("status", "draft") != "draft":
            taken.notes.append(f"{new.id}: what is new is written as a draft. Look at its card before it goes live.")
        data = _completed(new.data, hub.directory, today)
        file = f"{folder_for(tuple(data['covers']), hub.directory, hub.entries)}/{new.id}.yaml"
        result.texts[file] = file_text(data, HEAD)
        result.cells[file], result.new[file] = new.cells, new
    return result


def _completed(data: Mapping[str, Any], directory: Directory, today: date) -> dict[str, Any]:
    """The fields of a new draft, with the dates of today where none are given."""
    due = months_later(today, usual_months(str(data.get("kind")), directory.services.values()))
    reason = f'New on {today}. Look at its card; if it is right, write "status: live" and delete this line.'
    return in_order(Service, {"reason": reason, "checked": today, "review_by": due, **data, "status": "draft"})


def at_cells(problems: Iterable[Problem], result: Outcome) -> tuple[list[WrongCell], list[Problem]]:
    """What the check says of the files, at the cells that it comes from; and what comes from none."""
    wrong, elsewhere = [], []
    for problem in problems:
        cell = _cell(problem, result)
        if cell is None:
            elsewhere.append(problem)
        else:
            wrong.append(WrongCell(cell, problem.message, problem.mend))
    return wrong, elsewhere


def _cell(problem: Problem, result: Outcome) -> Cell | None:
    if problem.file not in result.texts:
        return None
    document, _ = read_yaml(result.texts[problem.file].encode(), problem.file)
    mark = Mark(problem.line, problem.column)
    paths = [path for path, found in (*document.marks.items(), *document.key_marks.items()) if found == mark]
    path = max(paths, key=len, default=())
    cells = result.cells[problem.file]
    around = (path[:end] for end in range(len(path), 0, -1))
    inside = (other for other in cells if path and other[: len(path)] == path)
    found = next((one for one in (*around, *inside) if one in cells), None)
    return cells[found] if found else None
