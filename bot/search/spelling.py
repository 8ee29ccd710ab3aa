"""Known words, and which of them somebody meant who mistyped one.

A slip is a letter too many, one too few, another one, or two that changed places.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

_MOST_SLIPS = 2


class Spellings:
    """Known words, kept so that what was typed is compared with few of them."""

    def __init__(self, known: Iterable[str]) -> None:
        self.known = dict.fromkeys(known)
        self._alike: dict[tuple[str, int], list[str]] = {}
        for word in self.known:
            for length in range(len(word) - _MOST_SLIPS, len(word) + _MOST_SLIPS + 1):
                self._alike.setdefault((word[0], length), []).append(word)

    @cached_property
    def _but_for_the_first(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for word in self.known:
            found.setdefault(word[1:], []).append(word)
        return found

    def nearest(self, typed: str, slips: int) -> list[str]:
        """The known words with the fewest slips, at most `slips` (1 or 2), in the order in which they were given.

        None of them in the first letter: few people mistype that one.
        """
        alike = self._alike.get((typed[:1], len(typed)), ())
        found = process.extract(typed, alike, scorer=OSA.distance, score_cutoff=slips, limit=None)
        return [word for word, away, _ in found if away == found[0][1]]

    def with_another_first_letter(self, typed: str) -> list[str]:
        """The known words that are `typed` after one slip in the first letter."""
        others = (
            *self._but_for_the_first.get(typed, ()),
            *self._but_for_the_first.get(typed[1:], ()),
            *(word for word in (typed[1:], typed[1::-1] + typed[2:]) if word in self.known),
        )
        return [word for word in others if word != typed]
