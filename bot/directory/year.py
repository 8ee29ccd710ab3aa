"""A year of opening hours: which days are alike, and between which minutes of them nothing opens or closes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from bot.directory.opening_hours import DAY, LONDON, spans

_LENGTH = 366
"""Days: every date that a rule can name comes once, the 29th of February in the years that have one."""

Times = frozenset[tuple[int, int, int]]
"""Parts of a year: the number of a kind of day, the first minute, and the minute before which it ends."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Part of a kind of day, in which the same rules are open throughout."""

    kind: int
    begins: int
    ends: int
    open: frozenset[str]


@dataclass(frozen=True)
class Year:
    """366 days, those together on which all rules are open at the same minutes; the kinds by their first day."""

    kinds: tuple[tuple[date, ...], ...]
    _spans: tuple[Mapping[str, tuple[tuple[int, int], ...]], ...]

    @classmethod
    def of(cls, rules: Iterable[str], first: date) -> Year:
        """The year that begins with `first`, as `rules` divide it."""
        ordered = sorted(set(rules))
        alike: dict[tuple[tuple[tuple[int, int], ...], ...], list[date]] = {}
        for day in (first + timedelta(days=number) for number in range(_LENGTH)):
            alike.setdefault(tuple(spans(rule, day) for rule in ordered), []).append(day)
        return cls(
            tuple(tuple(days) for days in alike.values()),
            tuple(dict(zip(ordered, opened, strict=True)) for opened in alike),
        )

    def slots(self, rules: Iterable[str]) -> Iterator[Slot]:
        """The whole year, cut wherever one of `rules` opens or closes."""
        wanted = sorted(set(rules))
        for kind, opened in enumerate(self._spans):
            cuts = {0, DAY, *(minute for rule in wanted for span in opened[rule] for minute in span)}
            for begins, ends in pairwise(sorted(cuts)):
                yield Slot(
                    kind,
                    begins,
                    ends,
                    frozenset(rule for rule in wanted if any(a <= begins < b for a, b in opened[rule])),
                )

    def moment(self, slot: Slot) -> datetime:
        """The first minute of the year that lies in `slot`."""
        return datetime.combine(self.kinds[slot.kind][0], time(slot.begins // 60, slot.begins % 60), tzinfo=LONDON)


def joined(slots: Iterable[Slot]) -> Times:
    """The times of `slots`, which come in order; what touches is one."""
    found: list[tuple[int, int, int]] = []
    for slot in slots:
        if found and found[-1][0] == slot.kind and found[-1][2] == slot.begins:
            found[-1] = (slot.kind, found[-1][1], slot.ends)
        else:
            found.append((slot.kind, slot.begins, slot.ends))
    return frozenset(found)
