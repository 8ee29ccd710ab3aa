"""Who can be reached, at every minute of a year: the proof that no reply is a dead end, or where one is.

Every reply but the exit is made by `Composer.reply`: some cards (or none), and below them the line of `line_below`,
which is left out only where a card is of a service that answers everybody round the clock. Whatever was typed or
tapped, a reply therefore holds somebody who can be reached at any minute

* through that card, or else
* through that line, if there is one and it takes this person: it is live and open "24/7" (`round_the_clock`), and
  meant for this audience, this district and this kind of person (`fits`).

`line_below` sees of the chat its audience, its district and its need, and of the need only whom it speaks of (`for`).
`_without_a_line` asks it for each of these combinations: language, time, typed words, services asked for by name,
"more" and urgency change nothing in what it says, and a line that failed just now gives way only to another that fits.
Where it names a line that fits, there is no dead end, and the proof is done.
That is so in a sound directory, and takes milliseconds.

Where it does not, any reply without a card (not understood, a guidance page, a question back) holds nobody at any
minute. How far the hole reaches is then worked out for the replies that do have cards: the answer to each need, sure
danger (its block counts as those it tells of) and each referral route. They are walked over

* every audience, district (and none) and language. Replies are alike, and walked once, where the same services fit
  and the same of them speak the language: `ranked` sees no more of them than that;
* every minute of the coming year. Services move in the ranking only by being open or closed, so one minute stands
  for all in which the same of their rules are open (`bot.directory.year`). What is fresh, due or expired today is
  held to stay so: a review that nobody does is not a hole in what stands there now.

Open to a person are phone, text, webchat, BSL and door, as `open_now` and the card say it; hours that nobody knows
count as closed. An entry's own word is taken for whom it serves and for its hours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any, Literal, get_args

from bot.conversation.answer import Asked, line_below, services_for, shown_for, wanted_for
from bot.conversation.refer import RISKS, route_for, takers
from bot.conversation.state import State
from bot.directory.directory import Directory
from bot.directory.opening_hours import LONDON
from bot.directory.referral import Case
from bot.directory.service import Audience, Service
from bot.directory.year import Slot, Times, Year, joined
from bot.search.ranking import fits, hours_of, open_now

UNKNOWN = ""
"""No district, or no need, is known."""


@dataclass(frozen=True, slots=True, order=True)
class Answer:
    """One kind of answer that has cards: that to a need or to a sure danger, or a referral route."""

    kind: Literal["need", "danger", "route"]
    id: str
    need: str
    """The need that the chat is left with."""


@dataclass(frozen=True, slots=True)
class Hole:
    """In all of these answers, to all of these people, nobody can be reached at these times."""

    audiences: frozenset[str]
    districts: frozenset[str]
    languages: frozenset[str]
    answers: frozenset[Answer]
    times: Times


@dataclass(frozen=True, slots=True)
class Gap:
    """People who are told no line, or one that does not take them: a reply without cards holds nobody at any time."""

    audiences: frozenset[str]
    districts: frozenset[str]
    needs: tuple[str, ...]
    """In chats about these needs."""
    everybody: bool
    """And in any other: nobody is told a line."""
    answers: Mapping[str, frozenset[Answer]]
    """By district: the answers with cards that they may get."""
    holes: tuple[Hole, ...]
    """When such an answer holds nobody either, the widest first."""


@dataclass(frozen=True)
class Reach:
    """The proof for one directory, for the year that begins with `today`."""

    directory: Directory
    today: date
    _walked: dict[tuple[Answer, tuple[str, ...], frozenset[str]], Times] = field(default_factory=dict, repr=False)
    """By answer, by the services that fit and by those of them that speak the language."""
    _directories: dict[date, Directory] = field(default_factory=dict, repr=False)

    @cached_property
    def year(self) -> Year:
        """The year, as the hours of all services divide it."""
        return Year.of((rule for service in self.directory.services.values() for rule in hours_of(service)), self.today)

    def gaps(self) -> list[Gap]:
        """Every dead end; none in a sound directory. As few gaps as tell of them all."""
        lacking: dict[frozenset[frozenset[str]], set[tuple[str, str]]] = defaultdict(set)
        for audience in get_args(Audience):
            for district in (UNKNOWN, *self.directory.districts):
                lacking[self._without_a_line(audience, district)].add((audience, district))
        lacking.pop(frozenset(), None)
        return [
            self._gap(audiences, districts, people)
            for people, cells in lacking.items()
            for audiences, districts in _boxes(cells)
        ]

    def _without_a_line(self, audience: str, district: str) -> frozenset[frozenset[str]]:
        """Of whom a need may speak (nobody: anyone may be asking) to be told no line that takes the person."""
        fitting: dict[frozenset[str], bool] = {}
        for need in (UNKNOWN, *self._needs({audience})):
            state = State(audience=audience, district=district, need=need)
            wanted = wanted_for(need, state, self.directory)
            if wanted.people not in fitting:
                line = line_below((), state, self.directory)
                fitting[wanted.people] = line is not None and fits(self.directory, line, wanted)
        return frozenset(people for people, fit in fitting.items() if not fit)

    def _needs(self, audiences: Set[str]) -> list[str]:
        """Whoever asks a champion's or an employer's question is answered as one, and told that audience's line."""
        return [need.id for need in self.directory.needs.values() if need.audience in {"public", *audiences}]

    def _gap(self, audiences: frozenset[str], districts: frozenset[str], people: frozenset[frozenset[str]]) -> Gap:
        needs = [need for need in self._needs(audiences) if frozenset(self.directory.needs[need].people) in people]
        answers = {district: frozenset(self._answers(district, needs)) for district in districts}
        found: dict[Times, set[tuple[str, str, str, Answer]]] = defaultdict(set)
        for district in districts:
            for audience in audiences:
                for answer in answers[district]:
                    own = self.directory.needs[answer.need].audience
                    asking = audience if own == "public" else own
                    state = State(audience=asking, district=district, need=answer.need)
                    for language, times in self._closed(answer, state):
                        found[times].add((language, audience, district, answer))
        holes = [
            Hole(whose, where, languages, some, times)
            for times, cells in found.items()
            for languages, whose, where, some in _boxes(cells)
        ]
        holes.sort(key=self._width)
        return Gap(audiences, districts, tuple(needs), frozenset() in people, answers, tuple(holes))

    def _answers(self, district: str, needs: Sequence[str]) -> Iterator[Answer]:
        yield from (Answer("need", need, need) for need in needs)
        for urgency in self.directory.urgencies.values():
            if urgency.need in needs:
                yield Answer("danger", urgency.id, urgency.need)
        routes = [
            route_for(self.directory, district, risk, case) for risk in RISKS for case in get_args(Case) if district
        ]
        for need in needs:
            if self.directory.needs[need].kind == "route":
                yield from (Answer("route", route.id, need) for route in routes if route)

    def _closed(self, answer: Answer, state: State) -> Iterator[tuple[str, Times]]:
        """In which languages, and when, nobody is open whom the answer tells of."""
        services = self._any(answer, state)
        ids = tuple(service.id for service in services)
        for language in self.directory.languages:
            speaks = frozenset(service.id for service in services if language in service.interpreting.languages)
            alike = (answer, ids, speaks)
            if alike not in self._walked:
                self._walked[alike] = joined(self._closed_slots(answer, replace(state, language=language), services))
            if self._walked[alike]:
                yield language, self._walked[alike]

    def _closed_slots(self, answer: Answer, state: State, services: Sequence[Service]) -> Iterator[Slot]:
        reached: dict[frozenset[str], bool] = {frozenset(): False}
        for slot in self.year.slots(rule for service in services for rule in hours_of(service)):
            if slot.open not in reached:
                now = self.year.moment(slot)
                told = self._told(answer, state, self._standing(now.date()), now)
                reached[slot.open] = any(open_now(service, now) for service in told)
            if not reached[slot.open]:
                yield slot

    def _any(self, answer: Answer, state: State) -> Sequence[Service]:
        """Every service that the answer might tell of at some time, in the order of their ids."""
        if answer.kind == "route":
            found = takers(self.directory.routes[answer.id], self.directory)
        else:
            start = datetime.combine(self.today, datetime.min.time(), tzinfo=LONDON)
            found = [*self._in_block(answer), *services_for(self._asked(answer), state, self.directory, start)]
        return sorted(found, key=lambda service: service.id)

    def _told(self, answer: Answer, state: State, directory: Directory, now: datetime) -> Sequence[Service]:
        """The services that the answer tells of at `now`."""
        if answer.kind == "route":
            return takers(directory.routes[answer.id], directory)
        return [*self._in_block(answer), *shown_for(self._asked(answer), state, directory, now)]

    def _asked(self, answer: Answer) -> Asked:
        if answer.kind == "danger":
            return Asked(answer.need, self.directory.urgencies[answer.id], True)
        return Asked(answer.need)

    def _in_block(self, answer: Answer) -> list[Service]:
        if answer.kind != "danger":
            return []
        return [self.directory.services[name] for name in self.directory.urgencies[answer.id].told_in_block]

    def _standing(self, day: date) -> Directory:
        """The directory, with everything on `day` as fresh, due or expired as it is today."""
        if day not in self._directories:
            services = {
                service.id: service.model_copy(
                    update={
                        "review_by": date.max
                        if service.age(self.today) == "fresh"
                        else service.review_by + (day - self.today)
                    }
                )
                for service in self.directory.services.values()
            }
            self._directories[day] = replace(self.directory, services=services)
        return self._directories[day]

    def _width(self, hole: Hole) -> tuple[int, list[Answer]]:
        minutes = sum((ends - begins) * len(self.year.kinds[kind]) for kind, begins, ends in hole.times)
        for side in (hole.audiences, hole.districts, hole.languages, hole.answers):
            minutes *= len(side)
        return -minutes, sorted(hole.answers)


def _boxes(cells: Iterable[tuple[Any, ...]]) -> list[tuple[frozenset[Any], ...]]:
    """The same cells as few boxes: on each side in turn, what is alike on all the others is put together."""
    boxes = {tuple(frozenset({value}) for value in cell) for cell in cells}
    for side in range(len(next(iter(boxes), ()))):
        together: dict[tuple[frozenset[Any], ...], set[Any]] = defaultdict(set)
        for box in boxes:
            together[box[:side] + box[side + 1 :]] |= box[side]
        boxes = {(*rest[:side], frozenset(values), *rest[side:]) for rest, values in together.items()}
    return sorted(boxes, key=lambda box: [sorted(side) for side in box])
