"""Services for other directories: those that anybody may be shown, as Open Referral UK writes them.

What hub staff and champions alone may know never gets here: notes, unconfirmed numbers, contacts for professionals,
services for champions only. An entry that hides its address has no location.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from bot.directory.directory import Directory
from bot.directory.entry import ENGLISH
from bot.directory.service import EVERYWHERE, Service
from bot.interchange.open_referral.identity import identifier
from bot.interchange.open_referral.terms import attributes, taxonomies, terms
from bot.interchange.open_referral.ways import SIGN_LANGUAGE, contacts, places, schedules
from bot.search.ranking import reachable

PROFILE = {
    "version": "HSDS-UK-3.0",
    "profile": "https://docs.openreferraluk.org/en/latest/",
    "openapi_url": "https://raw.githubusercontent.com/openreferral/uk-profile/main/schema/openapi.json",
}
"""What an interface of this standard says of itself."""
EVERYWHERE_NAME = "Everywhere"


def offered(directory: Directory, today: date) -> list[Service]:
    """What may be shown to anybody today, in the order of the ids."""
    shown = (
        service
        for service in directory.live_services
        if set(service.audiences) != {"champion"} and reachable(service) and service.age(today) != "expired"
    )
    return sorted(shown, key=lambda service: service.id)


def looked_for(services: Iterable[Service], search: str, term: str, taxonomy: str) -> Sequence[Service]:
    """Those with every word of `search` in their names or words, with a term, with a term of a taxonomy; "" is any."""
    words = search.casefold().split()
    return [
        service
        for service in services
        if (not words or all(word in _searched(service) for word in words))
        and (not term or term in terms(service))
        and (not taxonomy or taxonomy in taxonomies(service))
    ]


def _searched(service: Service) -> str:
    return "\n".join((service.name, *service.also_called, *_description(service))).casefold()


def feed(directory: Directory, today: date) -> dict[str, Any]:
    """Every service that is offered, whole, on one page."""
    services = offered(directory, today)
    return page([full(service, directory, today) for service in services], 1, max(len(services), 1), len(services))


def page(contents: list[dict[str, Any]], number: int, per_page: int, total: int) -> dict[str, Any]:
    """One page of a list. `number` counts from 1; a page behind the last is empty."""
    pages = max(-(-total // per_page), 1)
    return {
        "total_items": total,
        "total_pages": pages,
        "page_number": number,
        "size": len(contents),
        "first_page": number == 1,
        "last_page": number >= pages,
        "empty": not contents,
        "contents": contents,
    }


def brief(service: Service, directory: Directory, today: date) -> dict[str, Any]:
    """A service in a list: only what it has once."""
    return {name: value for name, value in full(service, directory, today).items() if not isinstance(value, list)}


def full(service: Service, directory: Directory, today: date) -> dict[str, Any]:
    """A service with everything that belongs to it."""
    found = {
        "id": identifier("service", service.id),
        "name": service.name,
        "description": "\n\n".join(_description(service)),
        "url": service.website,
        "email": service.email,
        "status": "active",
        "assured_date": service.checked.isoformat(),
        "alert": _alert(service, today),
        "schedules": schedules(service),
        "service_areas": [_area(service, place, directory) for place in service.covers],
        "service_at_locations": places(service),
        "languages": list(_languages(service, directory)),
        "contacts": contacts(service, directory),
        "attributes": attributes(service, directory),
    }
    return {name: value for name, value in found.items() if value not in (None, [])}


def _description(service: Service) -> Iterator[str]:
    words = service.words[ENGLISH]
    yield words.summary
    labelled = {
        "For": words.serves,
        "How to get in touch": words.refer,
        "Before you do": words.note,
        "Relay UK": service.relay_uk,
    }
    yield from (f"{label}: {text}" for label, text in labelled.items() if text)


def _alert(service: Service, today: date) -> str | None:
    if service.age(today) == "fresh":
        return None
    return f"This entry was to be checked again by {service.review_by}: what it says may have changed."


def _area(service: Service, place: str, directory: Directory) -> dict[str, Any]:
    if place == EVERYWHERE:
        name = EVERYWHERE_NAME
    elif place in directory.areas:
        name = directory.areas[place].name[ENGLISH]
    else:
        name = directory.districts[place].full_name
    return {"id": identifier("area", service.id, place), "service_id": identifier("service", service.id), "name": name}


def _languages(service: Service, directory: Directory) -> Iterator[dict[str, Any]]:
    spoken = service.interpreting
    named = [(directory.languages[name].english_name, name) for name in spoken.languages if name in directory.languages]
    named += [SIGN_LANGUAGE] * spoken.bsl
    for name, code in named:
        yield {**_language(service, code), "name": name, "code": code}
    if spoken.any_language:
        yield {**_language(service, "any"), "name": "Other languages", "note": "With an interpreter."}


def _language(service: Service, code: str) -> dict[str, Any]:
    return {"id": identifier("language", service.id, code), "service_id": identifier("service", service.id)}
