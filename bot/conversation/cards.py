"""A service as a card: how to reach it, whether it is open now, who it is for, when it was checked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from bot.conversation.reply import Card, Way, WayKind
from bot.conversation.voice import Voice
from bot.directory.directory import Directory
from bot.directory.entry import Said
from bot.directory.opening_hours import LONDON, opening
from bot.directory.phone_number import dialled
from bot.directory.service import Chat, Phone, Service
from bot.speech.times import clock, day, days_between, weekday

_A_WEEK = 7


def card(service: Service, directory: Directory, voice: Voice, now: datetime) -> Card:
    """The card of `service` as it stands at `now`."""
    words, language = service.words_in(voice.language)
    facts = [
        voice.said(f"card.{key}", **{name: text})
        for key, name, text in (("for", "people", words.serves), ("refer", "how", words.refer))
        if text
    ]
    if words.note:
        facts.append(Said(words.note, language))
    age = service.age(now.astimezone(LONDON).date())
    checked = voice.say("card.old" if age != "fresh" else "card.checked", date=day(service.checked, voice.language))
    return Card(
        service=service.id,
        name=service.name,
        summary=Said(words.summary, language),
        ways=tuple(ways(service, directory, voice, now)),
        facts=(*facts, *_languages(service, directory, voice), *_reported(service, directory, voice)),
        checked=checked,
        old=age != "fresh",
    )


def ways(service: Service, directory: Directory, voice: Voice, now: datetime) -> Iterator[Way]:
    """Every way to reach `service`: what is open first among its phones."""

    def closed(phone: Phone) -> bool:
        return phone.hours is not None and not opening(phone.hours, now).open

    for phone in sorted(service.phones, key=closed):
        yield _phone(phone, service, directory, voice, now)
    if service.text:
        line, is_open = hours_line(service.text.hours, voice, now)
        yield Way(
            "text",
            voice.say("way.text"),
            voice.label(service.text.words),
            f"sms:{dialled(service.text.number)}",
            line,
            is_open,
        )
    yield from _page("webchat", service.webchat, voice, now)
    if service.venue:
        line, is_open = hours_line(service.venue.hours, voice, now)
        notes = (voice.label(service.venue.words),) if service.venue.words else ()
        yield Way("venue", voice.say("way.venue"), service.venue.address, "", line, is_open, notes)
    yield from _page("bsl", service.bsl, voice, now)
    if service.relay_uk:
        yield Way("relay", voice.say("way.relay"), service.relay_uk)
    if service.email:
        yield Way("email", voice.say("way.email"), service.email, f"mailto:{service.email}")
    if service.website:
        yield Way("website", voice.say("way.website"), service.website, service.website)


def _page(kind: WayKind, page: Chat | None, voice: Voice, now: datetime) -> Iterator[Way]:
    if page:
        line, is_open = hours_line(page.hours, voice, now) if page.hours else ("", None)
        yield Way(kind, voice.say(f"way.{kind}"), page.page, page.page, line, is_open)


def _phone(phone: Phone, service: Service, directory: Directory, voice: Voice, now: datetime) -> Way:
    line, is_open = hours_line(phone.hours, voice, now)
    if phone.hours and not phone.hours_sure:
        line = f"{line} ({voice.say('hours.unsure')})"
    notes = [voice.label(phone.then)] if phone.then else []
    marks = (
        (phone.free, "way.free", "way.not_free"),
        (phone.on_bill, "way.on_bill", "way.not_on_bill"),
        (phone.rings_back, "way.rings_back", ""),
    )
    notes += [voice.say(yes if value else no) for value, yes, no in marks if value is not None and (value or no)]
    label = voice.label(phone.label) if phone.label and len(service.phones) > 1 else ""
    if phone.belongs_to and phone.belongs_to in directory.services and not label:
        label = voice.say("way.answered_by", name=directory.services[phone.belongs_to].name)
    if label:
        notes.insert(0, label)
    return Way(
        "phone", voice.say("way.phone"), phone.number, f"tel:{dialled(phone.number)}", line, is_open, tuple(notes)
    )


def hours_line(rule: str | None, voice: Voice, now: datetime) -> tuple[str, bool | None]:
    """Words such as "Open now until 20:00", and whether it is open; None where no hours are known."""
    if rule is None:
        return voice.say("hours.unknown"), None
    state = opening(rule, now)
    if state.open:
        if state.changes is None:
            return voice.say("hours.always"), True
        if days_between(now, state.changes) > 1:
            return voice.say("hours.open"), True
        return voice.say("hours.open_until", time=clock(state.changes, voice.language)), True
    if state.changes is None:
        return voice.say("hours.closed"), False
    away, time = days_between(now, state.changes), clock(state.changes, voice.language)
    if away == 0:
        return voice.say("hours.opens_today", time=time), False
    if away == 1:
        return voice.say("hours.opens_tomorrow", time=time), False
    if away < _A_WEEK:
        return voice.say("hours.opens_day", day=weekday(state.changes, voice.language), time=time), False
    date = day(state.changes.astimezone(LONDON).date(), voice.language)
    return voice.say("hours.opens_date", date=date, time=time), False


def _reported(service: Service, directory: Directory, voice: Voice) -> Iterator[Said]:
    if service.id in directory.marked:
        yield voice.said("card.reported")


def _languages(service: Service, directory: Directory, voice: Voice) -> Iterator[Said]:
    spoken = service.interpreting
    others = [
        directory.languages[name].name for name in spoken.languages if name != "en" and name in directory.languages
    ]
    if others:
        yield voice.said("card.languages", languages=", ".join(others))
    if spoken.any_language:
        yield voice.said("card.interpreters")
    elif voice.language != "en" and voice.language not in spoken.languages:
        yield voice.said("card.no_interpreter")
    if spoken.bsl:
        yield voice.said("card.bsl")
