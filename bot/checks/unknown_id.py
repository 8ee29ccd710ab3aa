"""A file names something that does not exist: a service, need, district, area, language, urgency or guidance page.

Mostly it is a slip of the keyboard, or the thing was renamed or deleted. Take the name that is offered, or delete
the word. If a file of that name cannot be read because of another slip, nothing is said until that one is mended.

    needs/talk.yaml:4:12: there is no service "national-lines" (unknown-id)
        Did you mean "national-line"?
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from pydantic import BaseModel
from rapidfuzz import fuzz, process

from bot.checks.checked import Checked
from bot.checks.ways import phones_of, professional_phones_of
from bot.directory.directory import Directory
from bot.directory.district import District, PlaceRules
from bot.directory.guidance import Guidance
from bot.directory.harmful_words import HarmfulWordsFile
from bot.directory.hub import Hub
from bot.directory.need import Need
from bot.directory.phrases import PhraseFile
from bot.directory.practice import Practice
from bot.directory.problem import Problem
from bot.directory.referral import Route
from bot.directory.service import EVERYWHERE, Service
from bot.directory.urgency import Urgency
from bot.directory.yaml_source import Path

Named = Iterator[tuple[str, str, Path]]
"""What kind of thing a file names, its id, and where."""

_MADE_IN = {
    "need": "needs/",
    "district": "districts/",
    "district or area": "districts/ or in hub.yaml",
    "language": "languages.yaml",
    "urgency": "urgency/",
    "guidance page": "guidance/",
    "service": "the folder of its area",
}
"""Where something stands that does not exist yet."""


def check(checked: Checked) -> Iterator[Problem]:
    """Every id that nothing has."""
    known = _known(checked.directory)
    for file, value in checked.values.items():
        for kind, item, path in _named(value):
            yield from _missing(checked, file, kind, item, path, known[kind])
    languages = {(text.file, text.language_path): text.language for text in checked.texts}
    for (file, path), language in languages.items():
        yield from _missing(checked, file, "language", language, path, known["language"])


def _known(directory: Directory) -> Mapping[str, Collection[str]]:
    return {
        "need": directory.needs,
        "district": directory.districts,
        "district or area": {EVERYWHERE, *directory.areas, *directory.districts},
        "language": directory.languages,
        "urgency": directory.urgencies,
        "guidance page": directory.guidance,
        "service": directory.services,
    }


def _missing(
    checked: Checked, file: str, kind: str, item: str, path: Path, known: Collection[str]
) -> Iterator[Problem]:
    if item in known or checked.may_exist(item):
        return
    best = process.extractOne(item, sorted(known), scorer=fuzz.ratio, score_cutoff=60)
    mend = f'Did you mean "{best[0]}"?' if best else f"Make it in {_MADE_IN[kind]}, or delete {item}."
    document = checked.documents[file]
    tell = document.key_problem if path[-1] == item else document.problem
    yield tell(path, f'there is no {kind} "{item}"', mend)


def _named(value: BaseModel) -> Named:
    naming = _NAMING.get(type(value))
    return naming(value) if naming else iter(())


def _each(kind: str, items: Iterable[str], *path: str | int) -> Named:
    for index, item in enumerate(items):
        yield kind, item, (*path, index)


def _lists(lists: Mapping[str, str], value: Any) -> Named:
    """What the fields of `value` name that hold a list of ids: `lists` has the field and the kind."""
    for field, kind in lists.items():
        yield from _each(kind, getattr(value, field), field)


def _service(service: Service) -> Named:
    yield from _lists({"needs": "need", "covers": "district or area", "urgency": "urgency"}, service)
    for path, phone in (*phones_of(service), *professional_phones_of(service)):
        if phone.belongs_to:
            yield "service", phone.belongs_to, (*path, "belongs_to")


def _urgency(urgency: Urgency) -> Named:
    yield "need", urgency.need, ("need",)
    yield from _lists({"services": "service", "told_in_block": "service"}, urgency)


def _phrases(file: PhraseFile) -> Named:
    yield "need", file.need, ("need",)
    yield "language", file.language, ("language",)
    for urgency in file.urgent:
        yield "urgency", urgency, ("urgent", urgency)


def _hub(hub: Hub) -> Named:
    for index, area in enumerate(hub.areas):
        yield from _each("district", area.districts, "areas", index, "districts")
        yield from _each("service", area.always_open, "areas", index, "always_open")
    for audience, lines in hub.always_open.items():
        yield from _each("service", lines, "always_open", audience)


def _harmful(file: HarmfulWordsFile) -> Named:
    for index, harmful in enumerate(file.harmful_words):
        yield "language", harmful.language, ("harmful_words", index, "language")


def _places(places: PlaceRules) -> Named:
    for index, place in enumerate(places.ambiguous):
        yield from _each("district", place.districts, "ambiguous", index, "districts")
        if place.take:
            yield "district", place.take, ("ambiguous", index, "take")


_NAMING: Mapping[type[BaseModel], Callable[[Any], Named]] = {
    Service: _service,
    Need: partial(_lists, {"services": "service", "guidance": "guidance page"}),
    Urgency: _urgency,
    Guidance: partial(_lists, {"needs": "need", "next": "guidance page"}),
    Practice: partial(_lists, {"guidance": "guidance page"}),
    Route: partial(_lists, {"services": "service", "covers": "district or area"}),
    District: partial(_lists, {"neighbours": "district"}),
    PhraseFile: _phrases,
    Hub: _hub,
    PlaceRules: _places,
    HarmfulWordsFile: _harmful,
}
"""What each kind of file names."""
