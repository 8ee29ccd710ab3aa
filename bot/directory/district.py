"""Districts and areas: the places people name, their postcodes and their neighbours."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from bot.directory.entry import Entry, Id, Line, Many, Words

Outward = Annotated[str, StringConstraints(pattern=r"^[A-Z]{1,2}[0-9]{1,2}[A-Z]?$")]


class Outwards(Entry):
    """The outward half of a postcode, and how much of it lies in the district."""

    code: Outward
    share: float
    """Percent of the postcode's land that is in this district; the largest share answers for the postcode."""


class Point(Entry):
    """A place on the map, in degrees (WGS 84)."""

    lat: float
    lon: float


class District(Entry):
    """One council district, and every name that people give to its places."""

    id: Id
    name: Line
    full_name: Line
    also_called: Many[Line] = ()
    """Former names of the district."""
    towns: Many[Line] = ()
    villages: Many[Line] = ()
    neighbourhoods: Many[Line] = ()
    misspellings: dict[str, Line] = Field(default_factory=dict)
    """What people type: the place they mean, which is one of the names above."""
    other_scripts: Many[Line] = ()
    """Its names in other alphabets."""
    postcodes: Many[Outwards] = ()
    neighbours: Many[Id] = ()
    centre: Point
    notes: Line | None = None


class Area(Entry):
    """A hub's area, or a group of districts that services cover together."""

    id: Id
    name: Words
    districts: Many[Id] = Field(min_length=1)
    always_open: Many[Id] = ()
    """Lines of this area that are open round the clock, best first."""


class AmbiguousPlace(Entry):
    """A name that stands in several districts: the first is taken only when nothing else tells."""

    name: Line
    districts: Many[Id]
    take: Id | None = None
    """The district that people mostly mean; absent: ask."""


class PlaceRules(Entry):
    """What tells a place from an ordinary word."""

    common_words: Many[Line]
    """Names that are also everyday words: they count only beside a hint of place."""
    before_place: Many[Line]
    """Words that announce a place: "in", "near", "live in"."""
    after_place: Many[Line]
    """Words that follow one: "area", "council", "high street"."""
    not_a_place_before: Many[Line] = ()
    """Words before it that make it something else: "a", "big", "no"."""
    going_to: Many[Line] = ()
    """Words that announce where somebody goes, not where they live: "moving to"."""
    ambiguous: Many[AmbiguousPlace] = ()
    not_places: Many[Line] = ()
    """Words of other languages that look like a place once accents are gone ("döver", Turkish: beats)."""
    outside: Many[Line] = ()
    """Well-known places outside every area: named as such, and answered nationally."""
