"""Our own words as terms of taxonomies: what a service helps with, whom it takes, what kind of thing it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bot.directory.directory import Directory
from bot.directory.entry import ENGLISH
from bot.directory.service import Service
from bot.interchange.open_referral.identity import identifier

NEED, PERSON, KIND = "need", "person", "kind"
_TAXONOMIES = {
    NEED: "Signpost needs",
    PERSON: "Signpost people",
    KIND: "Signpost kinds",
}


def attributes(service: Service, directory: Directory) -> list[dict[str, Any]]:
    """The terms of a service, closest first."""
    return [
        {
            "id": identifier("attribute", service.id, kind, name),
            "link_id": identifier("service", service.id),
            "link_type": "service",
            "taxonomy_term_id": identifier(kind, name),
            "taxonomy_term": _term(kind, name, directory),
        }
        for kind, name in _terms(service)
    ]


def taxonomies(service: Service) -> frozenset[str]:
    """The ids of the taxonomies of which the service has a term."""
    return frozenset(identifier("taxonomy", kind) for kind, _ in _terms(service))


def terms(service: Service) -> frozenset[str]:
    """The ids of the service's terms."""
    return frozenset(identifier(kind, name) for kind, name in _terms(service))


def _terms(service: Service) -> Iterator[tuple[str, str]]:
    yield from ((NEED, need) for need in service.needs)
    yield from ((PERSON, person) for person in service.people)
    yield KIND, service.kind


def _term(kind: str, name: str, directory: Directory) -> dict[str, Any]:
    label = directory.needs[name].name[ENGLISH] if kind == NEED else name
    return {
        "id": identifier(kind, name),
        "name": label,
        "description": f"{_TAXONOMIES[kind]}: {label}",
        "taxonomy": _TAXONOMIES[kind],
        "taxonomy_id": identifier("taxonomy", kind),
    }
