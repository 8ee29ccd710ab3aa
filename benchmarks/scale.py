"""A hundred thousand services in four hundred districts: what ranking, a service's name and a place take there.

The directory is invented and made in memory, the same one each time. Every name, town and minute is drawn by chance.
"""

from __future__ import annotations

import resource
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from rapidfuzz import fuzz, process

from benchmarks.invented import invented, with_a_slip
from benchmarks.measuring import Question, milliseconds, optional, percentile
from benchmarks.queries import own_messages
from benchmarks.question import NOW
from benchmarks.signpost import by_words_alone
from bot.conversation.conversation import Conversation
from bot.conversation.state import State
from bot.conversation.turn import Turn
from bot.directory.directory import Directory
from bot.directory.service import Service
from bot.search.place import Gazetteer
from bot.search.ranking import Wanted, ranked
from bot.search.service_name import ServiceNames
from bot.search.understanding import Understander

SERVICES, DISTRICTS = 100_000, 400
QUESTIONS = 1000
PEER_QUESTIONS = 100
"""The peers look at every name each time: they get this many of the questions."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question by name or by place, and the id of what is meant."""

    text: str
    meant: str


def main() -> None:
    """Prints what building takes, then milliseconds a question beside a search over all names."""
    launch = by_words_alone()
    chance = Random(4)
    directory = invented(launch.directory, SERVICES, DISTRICTS, chance)
    print(f"Scale ({len(directory.services)} services, {len(directory.districts)} districts)")
    learned = launch.understander.learned
    wanted = list(_wanted(directory, chance))
    texts = [message.text for messages in own_messages().values() for message in messages]
    names = _built("names of services", lambda: ServiceNames(directory, learned.ordinary_words))
    _built("names of services, first question", lambda: names.find("a name with a slipp"))
    places = _built("places", lambda: Gazetteer(directory, learned.ordinary_words))
    _built("places, first question", lambda: places.find("i live in margaet"))
    _built("ranking, first question", lambda: ranked(directory, *wanted[0]))

    own = [service for service in directory.services.values() if service.id not in launch.directory.services]
    services = chance.sample(own, QUESTIONS)
    exact = [Asked(f"{service.name} number", service.id) for service in services]
    slipped = [Asked(f"{with_a_slip(service.name, chance)} number", service.id) for service in services]
    towns = [
        Asked(f"i live in {with_a_slip(chance.choice(district.towns), chance)}, he hit me", district.id)
        for district in chance.choices(list(directory.districts.values()), k=QUESTIONS)
    ]

    def named(asked: Asked) -> bool:
        return any(found.service == asked.meant for found in names.find(asked.text)[:1])

    def placed(asked: Asked) -> bool:
        place = places.find(asked.text)
        return place is not None and place.district == asked.meant

    ranking = milliseconds(wanted, lambda one: ranked(directory, *one))
    by_name = milliseconds(slipped, named)
    unnamed = milliseconds(texts, names.find)
    _tell("ranking: a need in a district, at any minute", ranking)
    _tell("name: right", milliseconds(exact, named), _right(exact, named))
    _tell("name: with a slip", by_name, _right(slipped, named))
    _tell("name: a message that names none", unnamed)
    _tell("ranking and a name with a slip, together", [sum(both) for both in zip(ranking, by_name, strict=False)])
    _tell(
        "ranking and a message that names none, together", [sum(both) for both in zip(ranking, unnamed, strict=False)]
    )
    _tell("place: a town with a slip", milliseconds(towns, placed), _right(towns, placed))
    _tell("place: a test message", milliseconds(texts, places.find))
    conversation = Conversation(directory, Understander(directory, learned), launch.speech)
    answering = milliseconds(texts, lambda text: conversation.reply(Turn(NOW, text=text), State()))
    _tell("the whole answer to a test message, by words alone", answering)
    _peers(own, slipped[:PEER_QUESTIONS])


def _built(name: str, build: Callable[[], Question]) -> Question:
    """What `build` gives; prints its time, and by how much the process grew."""
    before, begun = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()
    built = build()
    took = time.perf_counter() - begun
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"{'built: ' + name:58} {took * 1000:11.1f} ms   {grown:8.1f} MB")
    return built


def _wanted(directory: Directory, chance: Random) -> Iterator[tuple[Wanted, datetime]]:
    needs = [need.id for need in directory.needs.values() if need.kind == "services"]
    for number in range(QUESTIONS):
        minute = NOW + timedelta(minutes=chance.randrange(7 * 24 * 60), seconds=number % 60)
        yield Wanted(chance.choice(needs), chance.choice(list(directory.districts))), minute


def _right(questions: Sequence[Asked], answer: Callable[[Asked], bool]) -> float:
    return sum(map(answer, questions)) / len(questions)


def _tell(name: str, times: Sequence[float], right: float | None = None) -> None:
    share = f"   right {100 * right:5.1f} %" if right is not None else ""
    print(f"{name:58} p50 {percentile(times, 0.5):7.2f} ms   p99 {percentile(times, 0.99):7.2f} ms{share}")


def _peers(services: list[Service], slipped: Sequence[Asked]) -> None:
    """The same names with a slip, looked for among all names."""
    names = [service.name.lower() for service in services]
    finders: dict[str, Callable[[str], int | None]] = {
        "rapidfuzz WRatio": lambda text: process.extractOne(text, names, scorer=fuzz.WRatio)[2],
        "rapidfuzz ratio": lambda text: process.extractOne(text, names, scorer=fuzz.ratio)[2],
    }
    try:
        finders["tantivy, fuzzy terms"] = _tantivy(names)
    except ImportError as missing:
        print(f"peer: tantivy is not installed ({missing.name})")
    for name, find in finders.items():

        def nearest(asked: Asked, find: Callable[[str], int | None] = find) -> bool:
            place = find(asked.text.lower())
            return place is not None and services[place].id == asked.meant

        _tell(f"peer: {name}: a name with a slip", milliseconds(slipped, nearest), _right(slipped, nearest))


def _tantivy(names: Sequence[str]) -> Callable[[str], int | None]:
    tantivy = optional("tantivy")
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("name")
    builder.add_unsigned_field("place", stored=True)
    index = tantivy.Index(builder.build())
    writer = index.writer()
    for place, name in enumerate(names):
        writer.add_document(tantivy.Document(name=name, place=place))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def find(text: str) -> int | None:
        query, _ = index.parse_query_lenient(text, ["name"], fuzzy_fields={"name": (False, 1, True)})
        hits = searcher.search(query, 1).hits
        return searcher.doc(hits[0][1])["place"][0] if hits else None

    return find


if __name__ == "__main__":
    main()
