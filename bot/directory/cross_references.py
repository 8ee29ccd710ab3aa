"""What one file says of another: every id that is named exists, and no id or phone stands twice unexplained."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel
from rapidfuzz import fuzz, process

from bot.directory.directory import Directory
from bot.directory.district import District
from bot.directory.guidance import Guidance
from bot.directory.need import Need
from bot.directory.phone_number import dialled
from bot.directory.problem import Problem
from bot.directory.referral import Route
from bot.directory.service import EVERYWHERE, Service
from bot.directory.urgency import Urgency
from bot.directory.yaml_source import Document, Path

Files = Mapping[tuple[type[BaseModel], str], str]

ANYBODYS_NUMBERS = 6
"""Numbers of up to this many digits (999, 101, 111, 116123) are named by many services."""

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


def cross_reference_problems(directory: Directory, documents: Mapping[str, Document], files: Files) -> list[Problem]:
    """Every unknown id, every id in two files, every phone of two services without a reason."""
    return [*_unknown_ids(directory, documents, files), *_twice(documents), *_phones_twice(directory, documents, files)]


def _unknown_ids(directory: Directory, documents: Mapping[str, Document], files: Files) -> Iterator[Problem]:
    services, needs, guidance = set(directory.services), set(directory.needs), set(directory.guidance)
    places = {EVERYWHERE, *directory.areas, *directory.districts}
    languages = set(directory.languages)
    known: dict[type[BaseModel], dict[str, tuple[str, set[str]]]] = {
        Service: {
            "needs": ("need", needs),
            "covers": ("district or area", places),
            "words": ("language", languages),
            "urgency": ("urgency", set(directory.urgencies)),
        },
        Need: {
            "services": ("service", services),
            "guidance": ("guidance page", guidance),
            "name": ("language", languages),
            "answer": ("language", languages),
        },
        Urgency: {
            "need": ("need", needs),
            "services": ("service", services),
            "told_in_block": ("service", services),
            "block": ("language", languages),
        },
        Guidance: {"needs": ("need", needs), "next": ("guidance page", guidance)},
        Route: {"services": ("service", services), "covers": ("district or area", places)},
        District: {"neighbours": ("district", set(directory.districts))},
    }
    for (model, _), name in files.items():
        for field, (kind, ids) in known.get(model, {}).items():
            value: Any = documents[name].data.get(field, [])
            items: list[tuple[str, Path]] = (
                [(value, (field,))]
                if isinstance(value, str)
                else [(item, (field, item if isinstance(value, dict) else index)) for index, item in enumerate(value)]
            )
            yield from _missing(documents[name], items, kind, ids)
    for name, document in documents.items():
        if name.startswith("phrases/"):
            yield from _missing(document, [(document.data["need"], ("need",))], "need", needs)
            yield from _missing(document, [(document.data["language"], ("language",))], "language", languages)
            yield from _missing(
                document,
                [(key, ("urgent", key)) for key in document.data.get("urgent", {})],
                "urgency",
                set(directory.urgencies),
            )
    yield from _hub(directory, documents["hub.yaml"], services)


def _hub(directory: Directory, document: Document, services: set[str]) -> Iterator[Problem]:
    for index, area in enumerate(directory.hub.areas):
        yield from _missing(
            document,
            [(district, ("areas", index, "districts", place)) for place, district in enumerate(area.districts)],
            "district",
            set(directory.districts),
        )
        yield from _missing(
            document,
            [(line, ("areas", index, "always_open", place)) for place, line in enumerate(area.always_open)],
            "service",
            services,
        )
    for audience, lines in directory.hub.always_open.items():
        yield from _missing(
            document,
            [(line, ("always_open", audience, place)) for place, line in enumerate(lines)],
            "service",
            services,
        )


def _missing(document: Document, items: list[tuple[str, Path]], kind: str, ids: set[str]) -> Iterator[Problem]:
    for item, path in items:
        if item not in ids:
            best = process.extractOne(item, sorted(ids), scorer=fuzz.ratio, score_cutoff=60)
            mend = f'Did you mean "{best[0]}"?' if best else f"Make it in {_MADE_IN[kind]}, or delete {item}."
            tell = document.key_problem if path[-1] == item else document.problem
            yield tell(path, f'there is no {kind} "{item}"', mend, "unknown-id")


def _twice(documents: Mapping[str, Document]) -> Iterator[Problem]:
    first: dict[tuple[str, str], str] = {}
    for name, document in documents.items():
        if "/" not in name or name.startswith("phrases/"):
            continue
        folder = name.split("/", 1)[0]
        kind = folder if folder in {"needs", "urgency", "districts", "guidance", "referral-routes"} else "services"
        key = (kind, str(document.data.get("id")))
        if key in first:
            yield document.problem(
                ("id",),
                f'"{key[1]}" is also the id of {first[key]}',
                "Give one of the two another id and file name.",
                "duplicate-id",
            )
        first.setdefault(key, name)


def _phones_twice(directory: Directory, documents: Mapping[str, Document], files: Files) -> Iterator[Problem]:
    owner: dict[str, str] = {}
    for service in directory.services.values():
        for phone in service.phones:
            digits = dialled(phone.number)
            if phone.belongs_to is not None and _claims(directory, phone.belongs_to, digits):
                # Whom others name as the owner is the owner, whichever file is read first.
                owner.setdefault(digits, phone.belongs_to)
    for service in directory.services.values():
        for phone in service.phones:
            if phone.belongs_to is None:
                owner.setdefault(dialled(phone.number), service.id)
    for service in directory.services.values():
        document = documents[files[(Service, service.id)]]
        for index, phone in enumerate(service.phones):
            digits = dialled(phone.number)
            if len(digits) <= ANYBODYS_NUMBERS:
                continue
            path: Path = ("phones", index, "number")
            if phone.belongs_to is not None and phone.belongs_to not in directory.services:
                yield document.problem(
                    ("phones", index, "belongs_to"),
                    f'there is no service "{phone.belongs_to}"',
                    "Name the service that answers this number.",
                    "unknown-id",
                )
            elif phone.belongs_to is None and owner[digits] != service.id:
                yield document.problem(
                    path,
                    f"{phone.number} is also a number of {owner[digits]}",
                    f'If {owner[digits]} answers it, add "belongs_to: {owner[digits]}" below it.',
                    "shared-phone",
                )


def _claims(directory: Directory, name: str, digits: str) -> bool:
    service = directory.services.get(name)
    return service is not None and any(
        dialled(phone.number) == digits and phone.belongs_to is None for phone in service.phones
    )
