"""Whoever asks, for whatever, wherever and whenever: the answer must name somebody who can be reached at that minute.

What keeps this promise is `always_open` in `hub.yaml`: below each answer stands a line from there that has a phone with
hours "24/7". This check tries every audience, district (and none known), language, need, referral route and emergency
at every minute of the coming year, bank holidays included. Where nobody is there, it tells who asks, where, for what
and at which hours. A reply that shows no service (nothing understood, a guidance page, a question back) has that line
alone: where the line is missing, such a reply never names anybody.

To mend it, put a line there that answers day and night and takes everybody whom the finding names; it says why those
that are listed do not. A line that is closed on one night of the year is not open day and night. If its hours were
changed by mistake, put them right in the service's own file. For example, an audience without a line of its own:

    hub.yaml:7:3: for a champion, in any language, everywhere: nobody can be reached at any hour in a reply that \
shows no service (dead-end)
        Under champion, name a line that is open day and night (hours: "24/7") and takes all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from bot.checks.checked import Checked
from bot.checks.reach import UNKNOWN, Gap, Hole, Reach
from bot.checks.times_in_words import listed, times_in_words
from bot.directory.directory import Directory
from bot.directory.entry import ENGLISH
from bot.directory.loader import HUB
from bot.directory.opening_hours import always_open
from bot.directory.problem import Problem
from bot.directory.service import Service
from bot.search.ranking import suits

_WHO = {"public": "the public", "champion": "a champion", "employer": "an employer"}
_HOLES_TOLD = 3
_NAMED = 4
"""Of more needs, places or languages than this, only the first are named."""
_LEFT_OUT = 3
"""Where no more than this many are not meant, it is they who are named."""


def check(checked: Checked) -> Iterator[Problem]:
    """One finding for all whom the same line would help."""
    reach = Reach(checked.directory, checked.today)
    for gap in reach.gaps():
        # A chat whose district is not known is in every gap, and no area's own line would help it.
        path = ("always_open", next(audience for audience in _WHO if audience in gap.audiences))
        yield checked.documents[HUB].key_problem(
            path, _Words(reach, gap).finding(), _mend(gap, checked.directory), "dead-end"
        )


def _mend(gap: Gap, directory: Directory) -> str:
    """What to put there, and why the lines that are listed for these people do not do."""
    under = [audience for audience in _WHO if audience in gap.audiences]
    ids = [line for audience, lines in directory.hub.always_open.items() if audience in under for line in lines]
    ids += [line for area in directory.hub.areas if gap.districts & set(area.districts) for line in area.always_open]
    return " ".join(
        [
            f'Under {listed(under)}, name a line that is open day and night (hours: "24/7") and takes all of them.',
            *(f"{name} {_unfit(directory.services[name], gap, directory)}." for name in dict.fromkeys(ids)),
        ]
    )


def _unfit(line: Service, gap: Gap, directory: Directory) -> str:
    """What keeps a line from closing the gap."""
    if line.status != "live":
        return "is not live"
    if not any(always_open(phone.hours) for phone in line.phones):
        return 'has no phone with hours: "24/7"'
    if directory.is_local(line.covers):
        return f"covers only {listed(line.covers)}"
    if not all(suits(line, frozenset(directory.needs[need].people)) for need in gap.needs):
        return f"is for {listed(line.people)} alone"
    return f"is not for {_who(gap.audiences - set(line.audiences))}"


@dataclass(frozen=True)
class _Words:
    """Tells of one gap."""

    reach: Reach
    gap: Gap

    def finding(self) -> str:
        """Who and where; what they ask, and when nobody is there; and the replies in which nobody ever is."""
        gap, directory = self.gap, self.reach.directory
        parts = [self._hole(hole) for hole in gap.holes[:_HOLES_TOLD]]
        more = len(gap.holes) - len(parts)
        if more:
            parts.append(f"in {more} more cases like these" if more > 1 else "in one more case like these")
        parts.append(f"{'nor ' if parts else ''}at any hour in a reply that shows no service")
        if not gap.everybody:
            parts[-1] += f", in a chat about {_quoted([directory.needs[need].name[ENGLISH] for need in gap.needs])}"
        people = f"for {_who(gap.audiences)}, in any language, {_where(gap.districts, directory)}"
        return f"{people}: nobody can be reached {'; '.join(parts)}"

    def _hole(self, hole: Hole) -> str:
        directory = self.reach.directory
        narrower = [
            words
            for words, whole in (
                (_who(hole.audiences), hole.audiences == self.gap.audiences),
                (_speaking(hole.languages, directory), len(hole.languages) == len(directory.languages)),
                (_where(hole.districts, directory), hole.districts == self.gap.districts),
            )
            if not whole
        ]
        only = f" ({', '.join(narrower)})" if narrower else ""
        return f"{self._asked(hole)}{only} {times_in_words(hole.times, self.reach.year)}"

    def _asked(self, hole: Hole) -> str:
        directory = self.reach.directory
        possible = {answer for district in hole.districts for answer in self.gap.answers[district]}
        names = {
            ("need", "for any need", "for"): {need.id: need.name[ENGLISH] for need in directory.needs.values()},
            ("route", "by any referral route", "by the referral route"): {
                route.id: route.words[ENGLISH].title for route in directory.routes.values()
            },
            ("danger", "after any emergency", "after the emergency"): {
                urgency: urgency.replace("_", " ") for urgency in directory.urgencies
            },
        }
        parts = []
        for (kind, every, some), name in names.items():
            here = {answer.id for answer in hole.answers if answer.kind == kind}
            missing = {answer.id for answer in possible if answer.kind == kind} - here
            if _few(missing, here):
                but = f" but {_quoted([name[each] for each in name if each in missing])}" if missing else ""
                parts.append(f"{every}{but}")
            elif here:
                parts.append(f"{some} {_quoted([name[each] for each in name if each in here])}")
        return listed(parts)


def _few(missing: Set[str], here: Set[str]) -> bool:
    """Whether it is shorter to say who is not meant."""
    return len(missing) <= _LEFT_OUT and len(missing) + 1 < len(here)


def _who(audiences: Set[str]) -> str:
    return "everybody" if audiences == set(_WHO) else listed([_WHO[name] for name in _WHO if name in audiences])


def _speaking(languages: Set[str], directory: Directory) -> str:
    missing = directory.languages.keys() - languages
    if not missing:
        return "in any language"
    few = _few(missing, languages)
    named = missing if few else languages
    names = [language.english_name for language in directory.languages.values() if language.id in named]
    return f"in any language but {_first(names)}" if few else f"in {_first(names)}"


def _where(districts: Set[str], directory: Directory) -> str:
    everywhere = {UNKNOWN, *directory.districts}
    if districts == everywhere:
        return "everywhere"
    if _few(everywhere - districts, districts):
        return f"everywhere but {_where(everywhere - districts, directory)}"
    parts = ["where no district is known"] if UNKNOWN in districts else []
    left = districts - {UNKNOWN}
    for area in directory.hub.areas:
        if left >= set(area.districts):
            parts.append(f"in {area.name[ENGLISH]}")
            left -= set(area.districts)
    parts += [f"in {district.name}" for district in directory.districts.values() if district.id in left]
    return _first(parts)


def _quoted(names: Sequence[str]) -> str:
    return _first([f'"{name}"' for name in names])


def _first(names: Sequence[str]) -> str:
    return listed(names if len(names) <= _NAMED else [*names[:_NAMED], f"{len(names) - _NAMED} more"])
