"""The services of a feed as drafts: what is known is taken, what is not is told. Nothing that is there is changed.

A refuge's address is not taken, nor a person's name. A number that another entry has is put where only staff see it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import phonenumbers
from pydantic import TypeAdapter, ValidationError

from bot.directory import phone_number
from bot.directory.directory import Directory
from bot.directory.draft import proposed_id
from bot.directory.entry import ENGLISH, Link, PageUrl
from bot.directory.phone_number import REGION, dialled
from bot.directory.schema_errors import explain
from bot.directory.service import Email, Service
from bot.directory.yaml_source import Document
from bot.interchange.open_referral.feed_models import FeedLocation, FeedPlace, FeedSchedule, FeedService, services_in
from bot.interchange.open_referral.identity import identifier
from bot.interchange.open_referral.matching import Matched, district_of
from bot.interchange.open_referral.plain import HIDES, plain, shortened, without_places
from bot.interchange.open_referral.schedules import Weekly, rule_of
from bot.interchange.taken import NewEntry, Taken

_SUMMARY, _NOTES = 320, 1500
"""Characters that the fields hold."""
_LONGEST_TOLD = 60
_ACTIVE = {"", "active"}
_TEXT_OR_FAX = {"text", "fax", "video", "pager"}
_OF_NO_USE = {"organization_id", "last_modified", "assurer_email"}
_PHYSICAL = {"", "physical"}


@dataclass(frozen=True, slots=True)
class Missing:
    """What staff say of services whose needs or places the feed tells in no words that are known here."""

    needs: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()


def drafts(feed: object, source: str, directory: Directory, missing: Missing, today: date) -> Taken:
    """A new entry for each service that the directory does not have; in the notes, what was not taken, and why."""
    taken = Taken()
    there = {identifier("service", service.id): service.id for service in directory.services.values()}
    there |= {service.name.casefold(): service.id for service in directory.services.values()}
    numbers = {dialled(phone.number) for service in directory.services.values() for phone in service.phones}
    for found in services_in(feed):
        if isinstance(found, str):
            taken.notes.append(f"Not taken: {found}.")
            continue
        name = plain(found.name)
        known = there.get(found.id) or there.get(name.casefold())
        if known:
            taken.notes.append(f'Not taken: "{name}" is there already, as {known}. It stays as it is.')
        elif found.status not in _ACTIVE:
            taken.notes.append(f'Not taken: "{name}" is {found.status} in the feed.')
        else:
            id_ = proposed_id(name, [*directory.services, *taken.new])
            drafting = _Drafting(found, name, directory, source)
            try:
                entry = drafting.entry(id_, missing, numbers, today)
            except _NotTakenError as error:
                taken.notes.append(f'Not taken: "{name}": {error}')
                continue
            taken.new[id_] = NewEntry(id_, entry)
            if drafting.left:
                taken.notes.append("\n    ".join([f"{id_}: not taken from the feed:", *drafting.left]))
            there |= {found.id or id_: id_, name.casefold(): id_}
    return taken


class _NotTakenError(Exception):
    """Why a whole service is left out."""


class _Drafting:
    """One service on its way to a draft. `left`: what of it finds no place there."""

    def __init__(self, found: FeedService, name: str, directory: Directory, source: str) -> None:
        self.left: list[str] = []
        self._found = found
        self._name = name
        self._directory = directory
        self._source = source
        self._hides = bool(HIDES.search(f"{name} {plain(found.description)}"))
        self._places = [(one, one.location) for one in found.service_at_locations if one.location]

    def entry(self, id_: str, missing: Missing, numbers: set[str], today: date) -> dict[str, Any]:
        """The fields of the draft. Raises _NotTakenError. `numbers`, those that other entries have, grows."""
        matched = Matched(self._found, self._directory)
        needs = matched.needs or list(missing.needs)
        covers = matched.areas or self._districts() or list(missing.areas)
        for values, what, option in ((needs, "what it helps with", "--need"), (covers, "where it works", "--area")):
            if not values:
                raise _NotTakenError(f"the feed does not say {what} in words known here. Give {option}.")
        self.left += [
            f'"{shortened(word, _LONGEST_TOLD)}", which is not known here' for word in matched.unknown if word
        ]
        venue = self._venue()
        text = self._text()
        summary = shortened(text, _SUMMARY) or self._name
        fields = {
            "id": id_,
            "name": self._name,
            "kind": matched.kind,
            "status": "draft",
            "reason": f"Imported from {self._source} on {today}, to be checked.",
            "confidence": "low",
            "confidential_address": self._hides,
            "words": {ENGLISH: {"summary": summary}},
            "needs": needs,
            "audiences": ["public", "champion"],
            "covers": covers,
            "for": matched.people,
            **self._phones(numbers),
            "email": self._kept(Email, self._found.email, "e-mail address"),
            "website": self._kept(Link, self._found.url, "website"),
            "venue": venue,
            "interpreting": {
                **({"languages": matched.languages} if matched.languages else {}),
                **({"bsl": True} if matched.bsl else {}),
            },
            "notes": shortened(" ".join(self._notes(text, summary)), _NOTES),
            "sources": [self._read_at()],
        }
        entry = {name: value for name, value in fields.items() if value not in ("", [], {}, None, False)}
        self._refuse_if_no_entry(entry, today)
        self._tell_what_else()
        return entry

    def _text(self) -> str:
        """Its description; of a service that hides people, without the sentences that tell of a place."""
        text = plain(self._found.description).replace("\n", " ")
        if not self._hides:
            return text
        addresses = (line for _, location in self._places for line in _address(location))
        safe = without_places(text, addresses)
        self.left += ["sentences that could tell where it is"] if safe != text else []
        return safe

    def _notes(self, text: str, summary: str) -> Iterable[str]:
        runs = self._found.organization
        if runs and runs.name and runs.name.casefold() != self._name.casefold():
            yield f"Run by {plain(runs.name).rstrip('.')}."
        hours = [
            f"{one.byday} {one.opens_at}-{one.closes_at}"
            for one in self._found.schedules
            if not one.service_at_location_id and one.byday
        ]
        if hours:
            yield f"Hours in the feed: {', '.join(hours)}."
        if text != summary and text:
            yield f"The feed says: {text}"

    def _districts(self) -> list[str]:
        """Where its doors are, unless it hides them."""
        codes = (address.postal_code for _, location in self._places for address in location.addresses)
        found = (district_of(code, self._directory) for code in codes if not self._hides)
        return list(dict.fromkeys(district for district in found if district))

    def _venue(self) -> dict[str, Any]:
        doors = [(place, location) for place, location in self._places if location.location_type in _PHYSICAL]
        online = len(self._places) - len(doors)
        self.left += [f"{online} of its places, which are not doors"] if online else []
        if self._hides:
            self.left += ["its address: it reads like a refuge"] if doors else []
            return {}
        self.left += [f"{len(doors) - 1} more of its addresses"] if doors[1:] else []
        if not doors:
            return {}
        place, location = doors[0]
        address = plain(", ".join(_address(location)))
        hours = self._hours(place)
        return {"address": address, **({"hours": hours} if hours else {})} if address else {}

    def _hours(self, place: FeedPlace) -> str | None:
        of_place = (one for one in self._found.schedules if place.id and one.service_at_location_id == place.id)
        schedules = [*place.schedules, *of_place]
        rule = rule_of([Weekly(one.byday, one.opens_at, one.closes_at) for one in schedules if _weekly(one)])
        if schedules and (rule is None or not all(map(_weekly, schedules))):
            self.left.append("the hours of its address")
            return None
        return rule

    def _phones(self, numbers: set[str]) -> dict[str, list[dict[str, str]]]:
        """Its numbers; those that stand in another entry are for staff to look at."""
        given = [phone for contact in self._found.contacts for phone in contact.phones] + list(self._found.phones)
        given += [phone for _, location in self._places for phone in location.phones if not self._hides]
        own: list[dict[str, str]] = []
        others: list[dict[str, str]] = []
        for phone in given:
            number = _dialled_here(phone.number)
            if not phone.number.strip() or any(number == one["number"] for one in (*own, *others)):
                continue
            if phone.type.casefold() in _TEXT_OR_FAX or number is None:
                self.left.append(f'"{phone.number.strip()}", which is no UK number to call')
            elif dialled(number) in numbers:
                others.append({"number": number, "seen": f"{self._source}. Another entry has this number, too."})
                self.left.append(f"{number}, which another entry has: it is under unconfirmed_phones")
            else:
                own.append({"number": number})
                numbers.add(dialled(number))
        return {"phones": own, "unconfirmed_phones": others}

    def _kept(self, kind: Any, text: str, what: str) -> str:
        """The text, if it is one of its kind; else it is told."""
        text = text.strip()
        try:
            return str(TypeAdapter(kind).validate_python(text)) if text else ""
        except ValidationError:
            self.left.append(f'its {what} "{text}"')
            return ""

    def _read_at(self) -> dict[str, str]:
        page = self._found.url.strip()
        dated = {"says_date": self._found.assured_date} if self._found.assured_date else {}
        try:
            return {"page": str(TypeAdapter(PageUrl).validate_python(page)), **dated}
        except ValidationError:
            return {"report": f"Open Referral feed: {self._source}", **dated}

    def _refuse_if_no_entry(self, entry: dict[str, Any], today: date) -> None:
        try:
            Service.model_validate({**entry, "checked": today, "review_by": today})
        except ValidationError as error:
            first = explain(error, Document(self._source), Service)[0]
            raise _NotTakenError(f"{first.message}. {first.mend}") from None

    def _tell_what_else(self) -> None:
        people = sum(
            bool(contact.name) and contact.name.casefold() != self._name.casefold() for contact in self._found.contacts
        )
        self.left += [f"the names of its contacts ({people})"] if people else []
        extra = self._found.model_extra or {}
        self.left += [f"its {name}" for name, value in extra.items() if value and name not in _OF_NO_USE]


def _address(location: FeedLocation) -> list[str]:
    lines = [
        line for one in location.addresses[:1] for line in (one.address_1, one.city, one.postal_code) if line.strip()
    ]
    return lines or [location.name] * bool(location.name)


def _weekly(schedule: FeedSchedule) -> bool:
    """Whether it is the same every week, without end."""
    return schedule.freq.upper() == "WEEKLY" and schedule.interval in {"", "1"} and not schedule.valid_to


def _dialled_here(number: str) -> str | None:
    """The number as it is dialled in the UK, spaced; None if it is none."""
    text = " ".join(re.sub(r"[^\d+]", " ", number.replace("(0)", "")).split())
    text = re.sub(r"^(?:\+|00) ?44 ?0?", "0", text)
    try:
        checked = phone_number.check(text)
    except ValueError:
        return None
    if " " in checked or not checked.startswith("0"):
        return checked
    return phonenumbers.format_number(phonenumbers.parse(checked, REGION), phonenumbers.PhoneNumberFormat.NATIONAL)
