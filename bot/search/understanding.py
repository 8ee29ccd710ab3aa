"""What a message means: language, urgency, needs, place, audience and a service asked for by name."""

from __future__ import annotations

from dataclasses import dataclass

from bot.directory.directory import Directory
from bot.search.learned import Learned
from bot.search.place import Gazetteer, Place
from bot.search.service_name import NamedService, ServiceNames

BEST = 5
"""Needs that are told, best first."""
UNDERSTOOD = 0.25
"""Below this probability of the best need, the honest answer is "I did not understand"."""
SURE_OF_NEED = 0.64
"""Below this, the next two needs stand as buttons."""
UNDERSTOOD_BY_PIECES = 0.6
"""The same where no whole word is known, only pieces of words."""
SURE_OF_NEED_BESIDE_A_NAME = 0.82
"""Above this, a need counts more than the service that is named beside it."""
AUDIENCE_FAVOUR = 0.12
"""Score that the needs of an audience get on top when the chat is known to be with it."""
LANGUAGE_MARGIN = 0.12
"""How much likelier another language must be than the one spoken so far."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the chat knew before this message."""

    district: str | None = None
    audience: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Scored:
    """A need and how probable it is (0 to 1)."""

    need: str
    probability: float


@dataclass(frozen=True, slots=True)
class Understanding:
    """The meaning of one message."""

    language: str
    urgency: str | None
    sure: bool
    urgent_score: float
    needs: tuple[Scored, ...]
    understood: bool
    place: Place | None
    district: str | None
    audience: str
    named: tuple[NamedService, ...]

    @property
    def need(self) -> str:
        """The likeliest need."""
        return self.needs[0].need


class Understander:
    """Reads messages against one directory and what was learnt from it."""

    def __init__(self, directory: Directory, learned: Learned) -> None:
        self._directory = directory
        self.learned = learned
        self._gazetteer = Gazetteer(directory, learned.ordinary_words)
        self._names = ServiceNames(directory, learned.ordinary_words)
        self._needs_of = {
            audience: frozenset(need.id for need in directory.needs.values() if need.audience == audience)
            for audience in ("public", "champion", "employer")
        }

    def read(self, text: str, known: Known = Known()) -> Understanding:
        """What `text` means to somebody of whom `known` is known."""
        reading = self.learned.read(text)
        language = self._language(reading.languages(), known.language)
        kind, score = reading.urgency()
        alarm = self.learned.alarm(language)
        urgency = kind if score >= alarm.unsure else None
        place = self._gazetteer.find(text, known.district)
        favoured = self._needs_of.get(known.audience or "", frozenset()) if known.audience != "public" else frozenset()
        ranked = sorted(reading.needs(favoured, AUDIENCE_FAVOUR).items(), key=lambda item: -item[1])
        needs = [Scored(need, probability) for need, probability in ranked]
        named = tuple(self._names.find(text))
        sure = urgency is not None and score >= alarm.sure
        needs = self._for_named(needs, named)
        understood = urgency is not None or bool(named) or self._makes_sense(needs[0], reading.knows_a_word)
        if urgency and sure:
            needs = _first(self._directory.urgencies[urgency].need, needs)
        district = place.district if place else None
        return Understanding(
            language=language,
            urgency=urgency,
            sure=sure,
            urgent_score=score,
            needs=tuple(needs[:BEST]),
            understood=understood,
            place=place,
            district=district or known.district,
            audience=self._audience(needs, known.audience, understood),
            named=named,
        )

    def district_at(self, latitude: float, longitude: float) -> str | None:
        """The district of a shared location."""
        return self._gazetteer.nearest(latitude, longitude)

    def place_in(self, text: str, home: str | None = None) -> Place | None:
        """The place that `text` names."""
        return self._gazetteer.find(text, home)

    def place_asked_for(self, text: str) -> Place | None:
        """The same when `text` is known to answer "where?", so that "deal" is a town."""
        return self._gazetteer.find(text) or self._gazetteer.find(f"in {text}")

    def _for_named(self, needs: list[Scored], named: tuple[NamedService, ...]) -> list[Scored]:
        """Whoever asks for a service by name, and says little else, means one of the needs that it helps with."""
        if not named or needs[0].probability >= SURE_OF_NEED_BESIDE_A_NAME:
            return needs
        its_own = self._directory.services[named[0].service].needs
        return sorted(needs, key=lambda scored: scored.need not in its_own)

    def _makes_sense(self, best: Scored, knows_a_word: bool) -> bool:
        if knows_a_word:
            return best.probability >= UNDERSTOOD
        return best.probability >= UNDERSTOOD_BY_PIECES and self._directory.needs[best.need].kind == "services"

    def _language(self, scores: dict[str, float], before: str | None) -> str:
        best = max(scores, key=lambda language: scores[language])
        if not any(scores.values()):
            return before or next(iter(self._directory.languages))
        if before in scores and scores[best] - scores[before] < LANGUAGE_MARGIN:
            return before
        return best

    def _audience(self, needs: list[Scored], known: str | None, understood: bool) -> str:
        said = self._directory.needs[needs[0].need].audience if understood else "public"
        if said != "public":
            return said
        return known or "public"


def _first(need: str, needs: list[Scored]) -> list[Scored]:
    """`needs` with `need` in front, whatever its probability."""
    return sorted(needs, key=lambda scored: scored.need != need)
