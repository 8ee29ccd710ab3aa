"""What changes for the public between two versions of the directory, in sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.directory.directory import Directory
from bot.directory.entry import Dated
from bot.directory.public_facts import (
    NAME,
    NOT_KNOWN,
    NOTHING,
    Public,
    district_facts,
    guidance_facts,
    hub_facts,
    listed,
    need_facts,
    phone_facts,
    places,
    quoted,
    route_facts,
    service_facts,
    urgency_facts,
)
from bot.directory.service import Phone, Service

Facts = Callable[[Any, Directory], Public]


@dataclass(frozen=True, slots=True)
class Changes:
    """The sentences, and how many entries change in a way that nobody outside the hub sees."""

    sentences: tuple[str, ...]
    unseen: int


def changes(old: Directory, new: Directory) -> Changes:
    """What the public meets otherwise in `new` than in `old`. (Who is shown first: `bot.conversation.first_shown`.)"""
    told: list[str] = []
    unseen = 0
    for old_entries, new_entries, facts in _kinds(old, new):
        for name in sorted(old_entries.keys() | new_entries.keys()):
            was, now = old_entries.get(name), new_entries.get(name)
            found = list(_entry(was, now, facts, old, new))
            told += found
            unseen += not found and was != now and not _checked_again(was, now)
    told += _differences(hub_facts(old), hub_facts(new))
    return Changes((*told, *_dates(old, new), *_phrases(old, new), *_understood(old, new)), unseen)


def _kinds(old: Directory, new: Directory) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any], Facts]]:
    yield old.services, new.services, service_facts
    yield old.guidance, new.guidance, guidance_facts
    yield old.routes, new.routes, route_facts
    yield old.needs, new.needs, need_facts
    yield old.urgencies, new.urgencies, urgency_facts
    yield old.districts, new.districts, district_facts


def _entry(was: Any, now: Any, facts: Facts, old: Directory, new: Directory) -> Iterator[str]:
    shown_before, shown_now = _shown(was), _shown(now)
    if shown_before and shown_now:
        before, after = facts(was, old), facts(now, new)
        yield from _differences(before, after)
        yield from _phones(after.title, before.phones, after.phones, old, new)
    elif shown_before:
        why = f"{now.status}: {now.reason}" if isinstance(now, Service) else "its file is gone"
        yield f"{facts(was, old).title}: no longer shown ({_unstopped(why)})."
    elif shown_now:
        yield f"{facts(now, new).title}: {'shown again' if was else 'new'}{_introduced(now, new)}."


def _shown(entry: Any) -> bool:
    return entry is not None and (not isinstance(entry, Service) or entry.status == "live")


def _introduced(entry: Any, directory: Directory) -> str:
    if not isinstance(entry, Service):
        return ""
    needs = listed(quoted(directory.needs[need].name["en"]) for need in entry.needs)
    return f", for people in {places(directory.districts_of(entry.covers), directory)} who ask about {needs}"


def _differences(before: Public, after: Public) -> Iterator[str]:
    for label in before.facts | after.facts:
        was, now = before.facts.get(label, NOTHING), after.facts.get(label, NOTHING)
        if was != now and {was, now} != {NOTHING, NOT_KNOWN}:
            title = before.title if label == NAME else after.title
            yield f"{title}: {label}: now {now}, before: {was}."
    for told, members in after.members.items():
        had = before.members.get(told, {})
        more = [name for key, name in members.items() if key not in had]
        fewer = [name for key, name in had.items() if key not in members]
        if more:
            yield f"{after.title} {told.gained} {listed(more)}."
        if fewer:
            yield f"{after.title} {told.lost} {listed(fewer)}."
        if told.reordered and not more and not fewer and list(members) != list(had):
            yield f"{after.title} {told.reordered} {listed(members.values())}."


def _phones(
    title: str, before: tuple[Phone, ...], after: tuple[Phone, ...], old: Directory, new: Directory
) -> Iterator[str]:
    """A number that goes and one that comes in its stead are one change."""
    stay = {phone.number: phone for phone in before}
    numbers = {phone.number for phone in after}
    gone = [phone for phone in before if phone.number not in numbers]
    come = [phone for phone in after if phone.number not in stay]
    for was, now in zip(gone, come, strict=False):
        yield f"{title}: the phone {was.number} becomes {now.number}."
        stay[now.number] = was.model_copy(update={"number": now.number})
    for was in gone[len(come) :]:
        yield f"{title}: the phone {was.number} is gone."
    for now in come[len(gone) :]:
        yield f"{title}: the phone {now.number} is new (hours: {now.hours or NOT_KNOWN})."
    for phone in after:
        if phone.number in stay:
            facts = phone_facts(stay[phone.number], old), phone_facts(phone, new)
            yield from _differences(*(Public(title, said) for said in facts))


def _dated(directory: Directory) -> dict[tuple[str, str], Dated]:
    kinds: dict[str, Mapping[str, Dated]] = {
        "service": {name: service for name, service in directory.services.items() if service.status == "live"},
        "page": directory.guidance,
        "route": directory.routes,
    }
    return {(kind, name): entry for kind, entries in kinds.items() for name, entry in entries.items()}


def _checked_again(was: Any, now: Any) -> bool:
    return isinstance(was, Dated) and isinstance(now, Dated) and was.checked != now.checked and _shown(now)


def _dates(old: Directory, new: Directory) -> Iterator[str]:
    """One sentence a day for everything that was checked on it."""
    before, by_day = _dated(old), dict[Any, list[str]]()
    for key, entry in _dated(new).items():
        if key in before and before[key].checked != entry.checked:
            by_day.setdefault(entry.checked, []).append(key[1])
    for day, names in sorted(by_day.items()):
        yield f"Now shown as checked on {day}: {listed(sorted(names))}."


def _phrases(old: Directory, new: Directory) -> Iterator[str]:
    """How many messages each need learnt and forgot; the messages themselves would fill pages."""
    before, after = set(old.examples), set(new.examples)
    learnt = Counter((example.need, example.language) for example in after - before)
    forgotten = Counter((example.need, example.language) for example in before - after)
    for need, language in sorted(learnt.keys() | forgotten.keys()):
        title = quoted(new.needs[need].name["en"]) if need in new.needs else need
        spoken = new.languages[language].english_name if language in new.languages else language
        counts = f"{learnt[need, language]} learnt, {forgotten[need, language]} forgotten"
        yield f"Messages in {spoken} that mean {title}: {counts}."


def _understood(old: Directory, new: Directory) -> Iterator[str]:
    """Files whose words tell what a message means."""
    if _meanings_of(old) != _meanings_of(new):
        yield "hub.yaml changes: some messages may be understood otherwise."
    if old.place_rules != new.place_rules:
        yield "places.yaml changes: some places may be understood otherwise."
    if old.referral_words != new.referral_words:
        yield "referral.yaml changes: some risks and cases may be understood otherwise."


def _meanings_of(directory: Directory) -> tuple[object, ...]:
    hub = directory.hub
    return hub.everyday_names, hub.contact_words, hub.areas


def _unstopped(text: str) -> str:
    return text.rstrip().removesuffix(".")
