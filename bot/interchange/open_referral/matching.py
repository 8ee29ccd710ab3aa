"""Which of our needs, places and languages a feed means by its own words; only what is the same is matched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import get_args

from bot.directory.directory import Directory
from bot.directory.entry import ENGLISH
from bot.directory.service import EVERYWHERE, Kind, Person
from bot.interchange.open_referral.feed import EVERYWHERE_NAME
from bot.interchange.open_referral.feed_models import FeedNamed, FeedService
from bot.interchange.open_referral.identity import identifier
from bot.interchange.open_referral.terms import KIND, NEED, PERSON

_COUNTRIES = ("England", "United Kingdom", "UK", "Great Britain")
_SIGN_LANGUAGE = {"bsl", "bfi", "british sign language"}


class Matched:
    """What a service's terms, areas and languages are here, and the words that are nothing here."""

    def __init__(self, found: FeedService, directory: Directory) -> None:
        self.unknown: list[str] = []
        terms = [(one.taxonomy_term.id, one.taxonomy_term.name) for one in found.attributes if one.taxonomy_term]
        kinds = {kind: dict(_terms(kind, directory)) for kind in (NEED, PERSON, KIND)}
        self.needs, self.people, own_kinds = (list(_same(terms, known)) for known in kinds.values())
        self.kind = next(iter(own_kinds), "service")
        known_terms = set().union(*kinds.values())
        self.unknown += [name for id_, name in terms if not {id_, name.casefold()} & known_terms]
        areas = [("", area.name) for area in found.service_areas]
        places = dict(_places(directory))
        self.areas = list(_same(areas, places))
        self.unknown += [name for _, name in areas if name.casefold() not in places]
        languages = {
            name: language.id
            for language in directory.languages.values()
            for name in (language.id, language.english_name.casefold())
        }
        spoken = [language for language in found.languages if not _signed(language)]
        self.languages = list(_same(((one.code, one.name) for one in spoken), languages))
        self.bsl = len(spoken) < len(found.languages)
        self.unknown += [one.name for one in spoken if not {one.code, one.name.casefold()} & languages.keys()]


def district_of(postcode: str, directory: Directory) -> str | None:
    """The district in which most of the first half of a postcode lies."""
    code = postcode.upper().replace(" ", "")[:-3]
    shares = {
        district.id: outward.share
        for district in directory.districts.values()
        for outward in district.postcodes
        if outward.code == code
    }
    return max(shares, key=lambda district: shares[district], default=None)


def _same(given: Iterable[tuple[str, str]], known: Mapping[str, str]) -> Iterator[str]:
    """What is known by an id or a name, each once, in the order given."""
    yield from dict.fromkeys(
        known.get(id_) or known[name.casefold()] for id_, name in given if id_ in known or name.casefold() in known
    )


def _terms(kind: str, directory: Directory) -> Iterator[tuple[str, str]]:
    names: Iterable[str] = {NEED: directory.needs, PERSON: get_args(Person), KIND: get_args(Kind)}[kind]
    for name in names:
        yield identifier(kind, name), name
        if kind == NEED:
            yield directory.needs[name].name[ENGLISH].casefold(), name


def _places(directory: Directory) -> Iterator[tuple[str, str]]:
    yield from ((name.casefold(), EVERYWHERE) for name in (EVERYWHERE_NAME, *_COUNTRIES))
    yield from ((area.name[ENGLISH].casefold(), area.id) for area in directory.hub.areas)
    for district in directory.districts.values():
        yield from (
            (name.casefold(), district.id) for name in (district.name, district.full_name, *district.also_called)
        )


def _signed(language: FeedNamed) -> bool:
    return bool({language.code.casefold(), language.name.casefold()} & _SIGN_LANGUAGE)
