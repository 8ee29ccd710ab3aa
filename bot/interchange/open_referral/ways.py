"""The ways to reach a service, as Open Referral has them: phones of a contact, places, and the hours of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.directory.directory import Directory
from bot.directory.entry import ENGLISH
from bot.directory.service import Phone, Service
from bot.interchange.open_referral.identity import identifier
from bot.interchange.open_referral.schedules import weekly

SIGN_LANGUAGE = ("British Sign Language", "bfi")
"""Its name, and its code of ISO 639-3."""
_NOT_ON_HOLIDAYS = "Closed on England's bank holidays."
_HOURS_UNSURE = "These hours may have changed."


@dataclass(frozen=True, slots=True)
class _Place:
    """A door to go to, or a page where somebody writes or signs."""

    key: str
    type: str
    name: str
    description: str | None
    hours: str | None


def contacts(service: Service, directory: Directory) -> list[dict[str, Any]]:
    """One contact with every number, or none. What else is to be known of a number stands in its description."""
    contact = {"id": identifier("contact", service.id), "service_id": identifier("service", service.id)}
    phones = [
        {
            "id": identifier("phone", service.id, number),
            "contact_id": contact["id"],
            "number": phone.number,
            "type": "voice",
            **_described(" ".join(_told(phone, directory))),
        }
        for number, phone in enumerate(service.phones)
    ]
    if service.text:
        words = service.text.words[ENGLISH]
        phones.append(
            {
                "id": identifier("phone", service.id, "text"),
                "contact_id": contact["id"],
                "number": service.text.number,
                "type": "text",
                **_described(words),
            }
        )
    return [{**contact, "name": service.name, "phones": phones}] if phones else []


def places(service: Service) -> list[dict[str, Any]]:
    """Where it can be visited or met. An entry that hides its address has no door."""
    return [
        {
            "id": identifier("place", service.id, place.key),
            "service_id": identifier("service", service.id),
            "location_id": identifier("location", service.id, place.key),
            "location": {
                "id": identifier("location", service.id, place.key),
                "location_type": place.type,
                "name": place.name,
                **_described(place.description),
            },
        }
        for place in _places(service)
    ]


def schedules(service: Service) -> list[dict[str, Any]]:
    """The hours of every way, each named."""
    found: list[dict[str, Any]] = []
    for number, phone in enumerate(service.phones):
        notes = () if phone.hours_sure else (_HOURS_UNSURE,)
        found += _schedules(service, f"phone/{number}", f"Call {phone.number}", "By phone", phone.hours, notes)
    if service.text:
        found += _schedules(service, "text", service.text.words[ENGLISH], "By text message", service.text.hours)
    for place in _places(service):
        at_place = {"service_at_location_id": identifier("place", service.id, place.key)}
        attending = "In person" if place.type == "physical" else "Online"
        found += [{**one, **at_place} for one in _schedules(service, place.key, place.name, attending, place.hours)]
    return found


def _places(service: Service) -> Iterator[_Place]:
    if service.venue and not service.confidential_address:
        words = (service.venue.words or {}).get(ENGLISH)
        yield _Place("venue", "physical", service.venue.address, words, service.venue.hours)
    if service.webchat:
        yield _Place("webchat", "virtual", "Webchat", service.webchat.page, service.webchat.hours)
    if service.bsl:
        yield _Place("bsl", "virtual", SIGN_LANGUAGE[0], service.bsl.page, service.bsl.hours)


def _schedules(
    service: Service, way: str, name: str, attending: str, rule: str | None, notes: tuple[str, ...] = ()
) -> Iterator[dict[str, Any]]:
    if rule is None:
        return
    base = {"service_id": identifier("service", service.id), "attending_type": attending}
    week = weekly(rule)
    if week is None:
        base["description"] = f"{name}: {rule} (as OpenStreetMap writes opening hours)"
        yield {"id": identifier("schedule", service.id, way), **base, **_noted(notes)}
        return
    if not week.open_on_holidays:
        notes = (*notes, _NOT_ON_HOLIDAYS)
    for number, hours in enumerate(week.hours):
        yield {
            "id": identifier("schedule", service.id, way, number),
            **base,
            "freq": "WEEKLY",
            "byday": hours.byday,
            "opens_at": hours.opens_at,
            "closes_at": hours.closes_at,
            "description": f"{name}: {'day and night' if rule == '24/7' else rule}",
            **_noted(notes),
        }


def _told(phone: Phone, directory: Directory) -> Iterator[str]:
    texts = [words[ENGLISH] for words in (phone.label, phone.then) if words]
    texts += [f"Answered by {directory.services[phone.belongs_to].name}"] if phone.belongs_to else []
    texts += ["Free to call"] * bool(phone.free)
    texts += ["May show on a phone bill"] * bool(phone.on_bill)
    texts += ["May ring back"] * bool(phone.rings_back)
    yield from (f"{text.rstrip('.')}." for text in texts)


def _described(text: str | None) -> dict[str, str]:
    return {"description": text} if text else {}


def _noted(notes: tuple[str, ...]) -> dict[str, str]:
    return {"notes": " ".join(notes)} if notes else {}
