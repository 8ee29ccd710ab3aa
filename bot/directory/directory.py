"""The whole directory as one frozen value, with the look-ups that the rest of the program asks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from bot.directory.district import Area, District, PlaceRules
from bot.directory.guidance import Guidance
from bot.directory.harmful_words import HarmfulWords
from bot.directory.hub import Hub
from bot.directory.language import Language
from bot.directory.need import Need
from bot.directory.phrases import Example
from bot.directory.practice import Practice
from bot.directory.referral import ReferralWords, Route
from bot.directory.service import EVERYWHERE, Service
from bot.directory.urgency import Urgency


@dataclass(frozen=True)
class Directory:
    """Everything that hub staff keep. Build it with `bot.directory.loader`."""

    hub: Hub
    languages: Mapping[str, Language]
    needs: Mapping[str, Need]
    urgencies: Mapping[str, Urgency]
    districts: Mapping[str, District]
    place_rules: PlaceRules
    services: Mapping[str, Service]
    guidance: Mapping[str, Guidance]
    routes: Mapping[str, Route]
    referral_words: ReferralWords
    practice: Mapping[str, Practice]
    harmful_words: tuple[HarmfulWords, ...]
    examples: tuple[Example, ...]
    digest: str
    """Changes whenever a byte of the directory changes."""
    marked: frozenset[str] = frozenset()
    """Services whose contact did not work for several people: the one thing here that no file says."""

    def __repr__(self) -> str:
        """Short: the whole would fill a screen wherever a test or a log names it."""
        return f"Directory({self.digest[:8]})"

    @cached_property
    def areas(self) -> Mapping[str, Area]:
        """The hub's areas and groups of districts, by id."""
        return {area.id: area for area in self.hub.areas}

    @cached_property
    def _covered(self) -> Mapping[str, frozenset[str]]:
        everything = frozenset(self.districts)
        by_area = {area.id: frozenset(area.districts) for area in self.hub.areas}
        single = {district: frozenset({district}) for district in self.districts}
        return {EVERYWHERE: everything, **by_area, **single}

    def districts_of(self, covers: tuple[str, ...]) -> frozenset[str]:
        """The districts behind a list of districts, areas or "everywhere"."""
        return frozenset().union(*(self._covered.get(place, frozenset()) for place in covers))

    def is_local(self, covers: tuple[str, ...]) -> bool:
        """Whether something is of particular places rather than of everywhere."""
        return EVERYWHERE not in covers

    @cached_property
    def live_services(self) -> tuple[Service, ...]:
        """What may be shown to anybody at all; drafts and historic entries are not in it."""
        return tuple(service for service in self.services.values() if service.status == "live")

    def _by_place(self, services: Iterable[Service]) -> Mapping[str, tuple[Service, ...]]:
        """The services of each district; under "everywhere", those of no district in particular."""
        found: dict[str, list[Service]] = {}
        for service in services:
            for place in self.districts_of(service.covers) if self.is_local(service.covers) else (EVERYWHERE,):
                found.setdefault(place, []).append(service)
        return {place: tuple(own) for place, own in found.items()}

    @cached_property
    def _live_by_place(self) -> Mapping[str, tuple[Service, ...]]:
        return self._by_place(self.live_services)

    @cached_property
    def _live_by_need(self) -> Mapping[str, Mapping[str, tuple[Service, ...]]]:
        first_for: dict[str, list[str]] = {}
        for need in self.needs.values():
            for name in need.services:
                first_for.setdefault(name, []).append(need.id)
        found: dict[str, list[Service]] = {need: [] for need in self.needs}
        for service in self.live_services:
            for need_id in dict.fromkeys((*service.needs, *first_for.get(service.id, ()))):
                found[need_id].append(service)
        return {need: self._by_place(services) for need, services in found.items()}

    def live_of(self, place: str) -> tuple[Service, ...]:
        """The live services that cover a district, but not everywhere; or those that cover "everywhere"."""
        return self._live_by_place.get(place, ())

    def live_for(self, need: str, district: str | None) -> tuple[Service, ...]:
        """The live services that help with a need in a district, those of everywhere among them, in no order."""
        by_place = self._live_by_need[need]
        return by_place.get(EVERYWHERE, ()) + (by_place.get(district, ()) if district else ())

    @cached_property
    def urgencies_by_rank(self) -> tuple[Urgency, ...]:
        """The gravest first."""
        return tuple(sorted(self.urgencies.values(), key=lambda urgency: urgency.rank))

    def pages_for(self, audience: str) -> tuple[Guidance, ...]:
        """The pages that readers of one kind are offered as buttons, in their order."""
        pages = [page for page in self.guidance.values() if page.order is not None and audience in page.audiences]
        return tuple(sorted(pages, key=lambda page: page.order or 0))

    @cached_property
    def common_needs(self) -> tuple[Need, ...]:
        """The needs offered as buttons when nothing was understood, in their order."""
        common = [need for need in self.needs.values() if need.common is not None]
        return tuple(sorted(common, key=lambda need: need.common or 0))
