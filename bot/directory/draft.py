"""A new service's file: what is known so far, as a draft that nobody is shown yet."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from bot.directory.directory import Directory
from bot.directory.entry_file import EntryFile
from bot.directory.problem import Problem
from bot.directory.review import months_later, usual_months
from bot.directory.service import EVERYWHERE, Service
from bot.directory.yaml_edit import file_text
from bot.directory.yaml_text import Value

NATIONAL = "national"
"""The folder of what covers every district."""

TO_FILL_IN = {"empty-value", "missing-field", "shared-phone"}
"""Findings that a draft may have: only staff know what belongs there."""

_HEAD = "# yaml-language-server: $schema=../schema/service.json"
_LONGEST_ID = 60


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody knows of a new service. What is empty is left for staff to fill in."""

    id: str
    name: str
    kind: str
    needs: tuple[str, ...]
    covers: tuple[str, ...]
    audiences: tuple[str, ...]
    summary: str = ""
    phones: tuple[str, ...] = ()
    email: str = ""
    website: str = ""
    sources: tuple[str, ...] = ()


def proposed_id(name: str, taken: Iterable[str]) -> str:
    """An id made from a name, and from no service's that is there: "Zoë's Drop-in (Thanet)" is zoes-drop-in-thanet."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]", "", plain)).strip("-")
    found = words[:_LONGEST_ID].rstrip("-") or "new-service"
    ids = set(taken)
    numbered = (f"{found}-{number}" for number in range(2, len(ids) + 3))
    return found if found not in ids else next(name for name in numbered if name not in ids)


def folder_for(covers: tuple[str, ...], directory: Directory, entries: Iterable[EntryFile]) -> str:
    """The folder where the services of the same places are kept; the area's own name where there are none yet."""
    if EVERYWHERE in covers:
        return NATIONAL
    wanted = directory.districts_of(covers)
    folders = Counter(
        PurePosixPath(entry.file).parts[0]
        for entry in entries
        if isinstance(entry.entry, Service)
        and directory.is_local(entry.entry.covers)
        and wanted & directory.districts_of(entry.entry.covers)
    )
    areas = (area.id for area in directory.hub.areas if wanted <= set(area.districts))
    return folders.most_common(1)[0][0] if folders else next(areas, covers[0])


def draft_text(draft: Draft, directory: Directory, today: date) -> str:
    """The file, with an empty line for each thing that staff must still write."""
    fields: dict[str, Value] = {
        "id": draft.id,
        "name": draft.name,
        "kind": draft.kind,
        "status": "draft",
        "reason": f'New on {today}. Look at its card; if it is right, write "status: live" and delete this line.',
        "words": {"en": {"summary": draft.summary}},
        "needs": draft.needs,
        "audiences": draft.audiences,
        "covers": draft.covers,
    }
    optional: Mapping[str, Value] = {
        "phones": [{"number": number} for number in draft.phones],
        "email": draft.email,
        "website": draft.website,
    }
    fields |= {name: value for name, value in optional.items() if value}
    fields |= {
        "sources": [{"page": page} for page in draft.sources],
        "checked": today,
        "review_by": months_later(today, usual_months(draft.kind, directory.services.values())),
    }
    return file_text(fields, _HEAD)


def to_fill_in(problems: Iterable[Problem], file: str) -> tuple[list[Problem], list[Problem]]:
    """The findings about a new file: those that only staff can mend, and those that speak against writing it."""
    about = [problem for problem in problems if problem.file == file]
    later = [problem for problem in about if problem.rule in TO_FILL_IN]
    return later, [problem for problem in about if problem.rule not in TO_FILL_IN]
