"""Where somebody lives, from the words they use: a town, a village, an estate, a postcode, a misspelling.

Ordinary words ("deal", "sandwich", "bridge") count as places only beside a hint; what somebody is going to counts
less than where they are; a well-known place outside every area is named as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from bot.directory.directory import Directory
from bot.directory.district import District
from bot.search.spelling import Spellings
from bot.search.text import folded

Words = tuple[str, ...]

_TOKEN = re.compile(r"[^\W_]+(?:[\u0900-\u0963\u0966-\u0dff]+[^\W_]*)*|[,.;:!?\n\u0964]")
_POSTCODE = re.compile(r"\b([A-Za-z]{1,2})( ?)(\d{1,2}[A-Za-z]?)(?:\s*(\d[A-Za-z]{2}))?\b")
_SHORTEST_MISSPELT = 6
"""Shorter words have too many neighbours to be taken for a misspelt town."""
_LONG_NAME = 9
_MOST_WORDS = 5
_HINT_WORDS = 3


@dataclass(frozen=True, slots=True)
class Place:
    """A place as somebody wrote it. Without a district it lies outside every area, or in one of several."""

    words: str
    district: str | None
    maybe: tuple[str, ...] = ()
    """The districts that it may be in, where the name alone does not tell."""
    how: str = "name"


@dataclass(frozen=True, slots=True)
class _Found:
    place: Place
    start: int
    weight: float


class Gazetteer:
    """The places of a directory, ready for look-up."""

    def __init__(self, directory: Directory, ordinary_words: frozenset[str] = frozenset()) -> None:
        """`ordinary_words`: words of everyday messages, which are never taken for a misspelt place."""
        self._rules = directory.place_rules
        self._districts = directory.districts
        self._ordinary = ordinary_words
        self._names: dict[Words, Place] = {}
        for name in self._rules.outside:
            self._names[_split(name)] = Place(name, None)
        for district in directory.districts.values():
            self._add(district)
        for ambiguous in self._rules.ambiguous:
            key = _split(ambiguous.name)
            self._names[key] = Place(ambiguous.name, ambiguous.take, ambiguous.districts)
        self._common = {_split(word) for word in self._rules.common_words}
        self._before = _by_length(self._rules.before_place)
        self._after = {_split(word) for word in self._rules.after_place}
        self._not_before = {_split(word)[-1] for word in self._rules.not_a_place_before}
        self._going = _by_length(self._rules.going_to)
        self._postcodes = _postcodes(directory.districts)
        # Compared before any accent is dropped, the longest first.
        words = sorted(map(re.escape, self._rules.not_places), key=len, reverse=True)
        self._not_places = re.compile(rf"\b(?:{'|'.join(words)})\b" if words else r"(?!)", re.IGNORECASE)

    def _add(self, district: District) -> None:
        own = (
            district.name,
            district.full_name,
            district.id.replace("-", " "),
            *district.also_called,
            *district.other_scripts,
        )
        for name in (*district.villages, *district.neighbourhoods, *district.towns, *district.misspellings, *own):
            self._names[_split(name)] = Place(name, district.id)

    @cached_property
    def _spellings(self) -> Spellings:
        """Names whose misspellings are looked for: one word or two, long enough to be told apart."""
        return Spellings(
            " ".join(name)
            for name in self._names
            if len(" ".join(name)) >= _SHORTEST_MISSPELT
            and len(name) <= 2
            and name not in self._common
            and self._names[name].district
        )

    @cached_property
    def _town_spellings(self) -> Spellings:
        """Those of towns and districts alone: a misspelt village counts only beside a hint of place."""
        towns = {
            " ".join(_split(name))
            for district in self._districts.values()
            for name in (*district.towns, district.name, *district.also_called, *district.other_scripts)
        }
        return Spellings(name for name in self._spellings.known if name in towns)

    def find(self, text: str, home: str | None = None) -> Place | None:
        """The place where the writer (or whom they write about) lives, if the text names one.

        `home` is the district known before: it settles a name that several districts share.
        """
        found = list(self._all(self._not_places.sub(".", text)))
        if not found:
            return None
        best = max(found, key=lambda item: (item.weight, item.place.district is not None, -item.start))
        return self._settled(best.place, found, home)

    def _settled(self, place: Place, found: list[_Found], home: str | None) -> Place:
        if not place.maybe:
            return place
        named = {other.place.district for other in found if not other.place.maybe}
        for district in place.maybe:
            if district in named:
                return Place(place.words, district, how=place.how)
        if home in place.maybe:
            return Place(place.words, home, how=place.how)
        return place

    def _all(self, text: str) -> Iterator[_Found]:
        yield from self._by_postcode(text)
        tokens = _tokens(text)
        spoken = sum(token.isalnum() for token in tokens)
        index = 0
        while index < len(tokens):
            length, place = self._longest_name(tokens, index)
            if place is None:
                index += 1
                continue
            key = tuple(tokens[index : index + length])
            if spoken == length or self._counts(key, tokens, index, length):
                yield _Found(place, index, self._weight(place, tokens, index, length))
            index += length

    def _longest_name(self, tokens: list[str], index: int) -> tuple[int, Place | None]:
        for length in range(min(_MOST_WORDS, len(tokens) - index), 0, -1):
            place = self._names.get(tuple(tokens[index : index + length]))
            if (
                place
                and length == 1
                and (longer := self._misspelt(tokens[index : index + 2], tokens, index))
                and (longer.words != place.words)
            ):
                return 2, longer
            if place:
                return length, place
        for length in (2, 1):
            misspelt = self._misspelt(tokens[index : index + length], tokens, index)
            if misspelt:
                return length, misspelt
        return 1, None

    def _misspelt(self, words: list[str], tokens: list[str], index: int) -> Place | None:
        typed = " ".join(words)
        if len(typed) < _SHORTEST_MISSPELT or words[0] in self._ordinary or any(char.isdigit() for char in typed):
            return None
        announced = self._announced(tokens, index)
        allowed = 2 if len(typed) >= _LONG_NAME or (announced and len(typed) > _SHORTEST_MISSPELT) else 1
        nearest = (self._spellings if announced else self._town_spellings).nearest(typed, allowed)
        if not nearest:
            return None
        place = self._names[tuple(nearest[0].split())]
        return Place(place.words, place.district, place.maybe, "spelling")

    def _counts(self, key: Words, tokens: list[str], index: int, length: int) -> bool:
        """Whether a name is a place here, and not an ordinary word."""
        if key not in self._common:
            return True
        if index and tokens[index - 1] in self._not_before:
            return False
        following = list(islice((token for token in tokens[index + length :] if token.isalnum()), 2))
        return self._announced(tokens, index) or bool({tuple(following[:1]), tuple(following)} & self._after)

    def _announced(self, tokens: list[str], index: int) -> bool:
        return any(tuple(tokens[max(0, index - length) : index]) in hints for length, hints in self._before.items())

    def _weight(self, place: Place, tokens: list[str], index: int, length: int) -> float:
        before = tokens[max(0, index - _HINT_WORDS - 1) : index]
        if any(tuple(before[-length:]) in hints for length, hints in self._going.items()):
            return -1.0
        weight = 1.0 if self._announced(tokens, index) else 0.5
        return weight + (0.2 if length > 1 else 0.0) + (0.1 if not place.maybe else 0.0)

    def _by_postcode(self, text: str) -> Iterator[_Found]:
        for match in _POSTCODE.finditer(text):
            letters, space, number, inward = match.groups()
            outward = f"{letters}{number}".upper()
            district = self._postcodes.get(outward)
            if district is None and inward is None and len(number) > 1 and number[-1].isalpha():
                continue
            if district is None:
                continue
            if inward is None and (space or letters.lower() == "me") and not letters.isupper():
                before = _tokens(text[: match.start()])
                if not self._announced(before, len(before)) or space:
                    continue
            yield _Found(Place(outward, district, how="postcode"), match.start(), 1.5)

    def nearest(self, latitude: float, longitude: float) -> str | None:
        """The district whose centre is nearest to a shared location, if any is within 40 km."""

        def away(district: District) -> float:
            north = (district.centre.lat - latitude) * 111.0
            east = (district.centre.lon - longitude) * 69.5
            return float(north * north + east * east)

        best = min(self._districts.values(), key=away, default=None)
        return best.id if best and away(best) <= 40.0**2 else None


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(folded(text).replace("'", "").replace("-", " "))


def _split(name: str) -> Words:
    return tuple(token for token in _tokens(name) if token.isalnum() or len(token) > 1)


def _by_length(hints: tuple[str, ...]) -> dict[int, set[Words]]:
    """The words of each hint, by how many they are, so that a text is asked once for each number of words."""
    found: dict[int, set[Words]] = {}
    for hint in map(_split, hints):
        found.setdefault(len(hint), set()).add(hint)
    return found


def _postcodes(districts: Mapping[str, District]) -> dict[str, str]:
    share: dict[str, tuple[float, str]] = {}
    for district in districts.values():
        for part in district.postcodes:
            share[part.code] = max(share.get(part.code, (0.0, "")), (part.share, district.id))
    return {code: district for code, (_, district) in share.items()}
