"""The answer to a need: emergency first, one sentence, up to three services, one line that is always open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.conversation.cards import card
from bot.conversation.reply import Card, Choice, Emergency, Part, Sentence
from bot.conversation.state import State
from bot.conversation.voice import Voice
from bot.directory.directory import Directory
from bot.directory.opening_hours import LONDON, always_open
from bot.directory.service import Service
from bot.directory.urgency import Urgency
from bot.search.ranking import SHOWN_AT_ONCE, Wanted, fits, ranked, reachable, round_the_clock, with_one_local

_MOST_PAGES = 2


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be answered."""

    need: str
    urgency: Urgency | None = None
    sure: bool = False
    named: tuple[str, ...] = ()
    """Services asked for by name, the surest first."""
    page: str = ""
    """The guidance page that the words ask for; empty: the need's own first one."""


def answer_parts(
    asked: Asked, state: State, directory: Directory, voice: Voice, now: datetime
) -> tuple[list[Part], State]:
    """The parts of the answer, and the state with what is now on the screen."""
    parts: list[Part] = list(alarm(asked, voice))
    shown = shown_for(asked, state, directory, now)
    for name in asked.named:
        service = directory.services[name]
        if service not in shown and (service.status != "live" or service.age(_today(now)) == "expired"):
            parts.append(Sentence(voice.said("service.unconfirmed", name=service.name)))
    afterwards = asked.urgency.afterwards if asked.urgency and asked.sure else directory.needs[asked.need].answer
    parts.append(Sentence(voice.words(afterwards)))
    parts += [card(service, directory, voice, now) for service in shown]
    kept = replace(state, need=asked.need, shown=",".join(service.id for service in shown), seen=len(shown))
    return parts, kept


def alarm(asked: Asked, voice: Voice) -> Iterator[Part]:
    """The emergency block where the alarm is sure, the one sentence where it is not, nothing where all is calm."""
    if asked.urgency and asked.sure:
        yield Emergency(asked.urgency.id, voice.words(asked.urgency.block))
    elif asked.urgency:
        yield Sentence(voice.words(asked.urgency.sentence), "alarm")


def shown_for(asked: Asked, state: State, directory: Directory, now: datetime) -> list[Service]:
    """The services whose cards stand in the answer itself."""
    about_chat = directory.needs[asked.need].kind == "about-chat"
    return services_for(asked, state, directory, now)[: 1 if about_chat else SHOWN_AT_ONCE]


def services_for(asked: Asked, state: State, directory: Directory, now: datetime) -> list[Service]:
    """All services for what was asked, in the order in which they are shown."""
    wanted = wanted_for(asked.need, state, directory)
    found = with_one_local(directory, ranked(directory, wanted, now))
    first = [directory.services[name] for name in asked.named]
    told: frozenset[str] = frozenset()
    if asked.urgency and asked.sure:
        told = frozenset(asked.urgency.told_in_block)
        first += _for_urgency(asked.urgency, wanted, directory)
    usable = [service for service in first if _may_be_shown(service, wanted, now)]
    ordered = dict.fromkeys(service.id for service in (*usable, *found))
    return [directory.services[name] for name in ordered if name not in told]


def _for_urgency(urgency: Urgency, wanted: Wanted, directory: Directory) -> list[Service]:
    """Who acts on an urgency: the local services that say so, then those that the urgency names."""
    local = [
        service
        for service in (directory.live_of(wanted.district) if wanted.district else ())
        if urgency.id in service.urgency and fits(directory, service, wanted)
    ]
    named = [directory.services[name] for name in urgency.services]
    return [*local, *(service for service in named if fits(directory, service, wanted))]


def _may_be_shown(service: Service, wanted: Wanted, now: datetime) -> bool:
    return (
        service.status == "live"
        and wanted.audience in service.audiences
        and reachable(service)
        and service.age(_today(now)) != "expired"
    )


def _today(now: datetime) -> date:
    return now.astimezone(LONDON).date()


def wanted_for(need: str, state: State, directory: Directory) -> Wanted:
    """What is looked for when `need` (empty: none is known) comes from a chat in `state`."""
    return Wanted(
        need,
        state.district or None,
        state.audience or "public",
        state.language or "en",
        frozenset(directory.needs[need].people if need else ()),
    )


def always_open_line(
    parts: list[Part], state: State, directory: Directory, voice: Voice, failed: str = ""
) -> list[Part]:
    """The line that is told below `parts`, as a sentence."""
    shown = [directory.services[part.service] for part in parts if isinstance(part, Card)]
    line = line_below(shown, state, directory, failed)
    if line is None:
        return []
    return [Sentence(voice.said("always_open", name=line.name, number=_open_number(line)), "quiet", line.id)]


def line_below(shown: Iterable[Service], state: State, directory: Directory, failed: str = "") -> Service | None:
    """The line that answers anybody at any hour; None if a card among those `shown` does so already.

    `failed`: the service whose number did not work just now; it is told again only if no other takes this person.
    """
    if any(_answers_anybody(service) for service in shown):
        return None
    wanted = wanted_for(state.need, state, directory)
    return min(
        round_the_clock(directory, wanted),
        key=lambda line: (not fits(directory, line, wanted), line.id == failed),
        default=None,
    )


def _answers_anybody(service: Service) -> bool:
    """Open round the clock and for everyone: a line for women alone does not answer a man."""
    return "everyone" in service.people and any(always_open(phone.hours) for phone in service.phones)


def _open_number(line: Service) -> str:
    return next(phone.number for phone in line.phones if always_open(phone.hours))


def page_choices(need: str, directory: Directory, voice: Voice, first: str = "") -> list[Choice]:
    """Buttons to the guidance pages of a need, and before them to the one that was asked for."""
    names = dict.fromkeys((*filter(None, [first]), *directory.needs[need].guidance))
    pages = [directory.guidance[name] for name in list(names)[:_MOST_PAGES]]
    return [Choice(voice.label(page.title), f"guide:{page.id}:0") for page in pages]
