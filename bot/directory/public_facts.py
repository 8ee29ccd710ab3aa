"""What the public reads of each entry, fact by fact: the ground on which two versions of it are compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from babel.lists import format_list

from bot.directory.directory import Directory
from bot.directory.district import District
from bot.directory.guidance import Guidance
from bot.directory.need import Need
from bot.directory.referral import Route, RouteWords
from bot.directory.service import Phone, Professional, Service, ServiceWords
from bot.directory.urgency import Urgency


class Told(NamedTuple):
    """How it is told that an entry gains members, loses some or, where people see their order, has another one."""

    gained: str
    lost: str
    reordered: str = ""


@dataclass(frozen=True, slots=True)
class Public:
    """An entry as people meet it."""

    title: str
    facts: dict[str, str] = field(default_factory=dict)
    """What is read, by what it is called: "the website", "what it does, in English"."""
    members: dict[Told, dict[str, str]] = field(default_factory=dict)
    """What belongs to it by id, and how that is called: places, needs, steps."""
    phones: tuple[Phone, ...] = ()


NAME = "the name"
NOT_KNOWN = "not known"
NOTHING = "none"
"""What a fact is told as that is not there."""

_LEADS = Told("now leads to the page", "no longer leads to the page", "leads in another order to")
_FIRST = Told("now puts first:", "no longer puts first:", "puts its services in another order:")
_NAMES = Told("now names", "no longer names", "names in another order")
_WORDS = {
    "summary": "what it does",
    "serves": "whom it is for",
    "refer": "how to get in touch",
    "note": "what to know before",
}


def listed(names: Iterable[str]) -> str:
    """Names as a sentence lists them: "Thanet, Dover and Swale"."""
    return str(format_list(list(names), locale="en_GB"))


def quoted(text: str) -> str:
    """A text that people read, in quotes."""
    return f"“{text}”"


def places(districts: Iterable[str], directory: Directory) -> str:
    """Districts by name, or the area that they make up."""
    wanted = frozenset(districts)
    if wanted == frozenset(directory.districts):
        return "every district"
    for area in directory.hub.areas:
        if wanted == frozenset(area.districts):
            return area.name["en"]
    return listed(directory.districts[name].name for name in directory.districts if name in wanted)


def service_facts(service: Service, directory: Directory) -> Public:
    """A service's card, and who is shown it."""
    districts = directory.districts_of(service.covers)
    needs = {need: quoted(directory.needs[need].name["en"]) for need in service.needs if need in directory.needs}
    return Public(
        service.name,
        {NAME: service.name, **dict(_service(service, directory))},
        {
            Told("is now for people in", "is no longer for people in"): {
                district.id: district.name for district in directory.districts.values() if district.id in districts
            },
            Told("is now shown for", "is no longer shown for"): needs,
            Told("is now shown in the emergency", "is no longer shown in the emergency"): _same(service.urgency),
            Told("is now shown to this audience:", "is no longer shown to this audience:"): _same(service.audiences),
            Told("is now found as", "is no longer found as"): {name: quoted(name) for name in service.also_called},
            Told("now gives champions", "no longer gives champions"): _same(_for_champions(service.professional)),
        },
        service.phones,
    )


def _service(service: Service, directory: Directory) -> Iterator[tuple[str, str]]:
    for language, words in service.words.items():
        for name in ServiceWords.model_fields:
            if text := getattr(words, name):
                yield _in(_WORDS[name], language, directory), quoted(text)
    ways = (("text line", service.text), ("webchat", service.webchat), ("page in sign language", service.bsl))
    for name, way in ways:
        if way:
            yield f"the {name}", quoted(way.words["en"]) if hasattr(way, "words") else way.page
            yield f"the hours of the {name}", way.hours or NOT_KNOWN
    if service.venue:
        yield "the address to visit", service.venue.address
        yield "the hours of the address", service.venue.hours or NOT_KNOWN
        yield from _texts("what to know before a visit", service.venue.words or {}, directory)
    single = {"Relay UK": service.relay_uk, "the e-mail address": service.email, "the website": service.website}
    yield from ((name, value) for name, value in single.items() if value)
    spoken = service.interpreting
    languages = [directory.languages[name].english_name for name in spoken.languages if name in directory.languages]
    languages += ["interpreters for other languages"] * spoken.any_language + ["BSL"] * spoken.bsl
    if languages:
        yield "its languages", listed(languages)
    yield "whom it takes", listed(service.people)


def _for_champions(contacts: Professional | None) -> Iterator[str]:
    if contacts:
        yield from (phone.number for phone in contacts.phones)
        yield from filter(None, (contacts.email, contacts.page))


def phone_facts(phone: Phone, directory: Directory) -> dict[str, str]:
    """What is said of a number beside it."""
    known = {True: "yes", False: "no", None: NOT_KNOWN}
    answers = directory.services.get(phone.belongs_to or "")
    return {
        f"who answers {phone.number}": answers.name if answers else "the service itself",
        f"the hours of {phone.number}": phone.hours or NOT_KNOWN,
        f"the hours of {phone.number} are sure": known[phone.hours_sure],
        f"{phone.number} is free to call": known[phone.free],
        f"{phone.number} shows on a bill": known[phone.on_bill],
        f"{phone.number} rings back": known[phone.rings_back],
        **dict(_texts(f"the label of {phone.number}", phone.label or {}, directory)),
        **dict(_texts(f"what to press or say on {phone.number}", phone.then or {}, directory)),
    }


def guidance_facts(page: Guidance, directory: Directory) -> Public:
    """A guidance page, step by step."""
    steps = {text: quoted(text) for step in page.steps for text in step.values()}
    return Public(
        f"The page {quoted(page.title['en'])}",
        dict(_texts("the title", page.title, directory)),
        {
            Told("now says", "no longer says", "has its steps in another order:"): steps,
            _LEADS: _pages(page.next, directory),
        },
    )


def route_facts(route: Route, directory: Directory) -> Public:
    """A referral route's card, and who takes it."""
    facts = {
        _in(name.replace("_", " "), language, directory): quoted(getattr(words, name))
        for language, words in route.words.items()
        for name in RouteWords.model_fields
    }
    return Public(f"The route {quoted(route.words['en'].title)}", facts, {_NAMES: _services(route.services, directory)})


def need_facts(need: Need, directory: Directory) -> Public:
    """A need's button, its sentence and its pages."""
    return Public(
        f"The need {quoted(need.name['en'])}",
        {
            **dict(_texts("the button", need.name, directory)),
            **dict(_texts("the answer", need.answer, directory)),
            "its place among the common needs": str(need.common or NOTHING),
        },
        {_LEADS: _pages(need.guidance, directory), _FIRST: _services(need.services, directory)},
    )


def urgency_facts(urgency: Urgency, directory: Directory) -> Public:
    """What somebody in danger is told."""
    facts = dict(_texts("the emergency block", urgency.block, directory))
    facts |= _texts("the emergency sentence", urgency.sentence, directory)
    facts |= _texts("what follows the block", urgency.afterwards, directory)
    return Public(f"The urgency {urgency.id}", facts, {_NAMES: _services(urgency.services, directory)})


def district_facts(district: District, _: Directory) -> Public:
    """The names by which a district is known."""
    names = (*district.also_called, *district.towns, *district.villages, *district.neighbourhoods)
    codes = (outward.code for outward in district.postcodes)
    known = _same([*names, *district.misspellings, *district.other_scripts, *codes])
    return Public(district.name, {}, {Told("is now known by", "is no longer known by"): known})


def hub_facts(directory: Directory) -> Public:
    """What the hub sets for everybody."""
    members = {
        Told("now speaks", "no longer speaks", "offers its languages in another order:"): {
            language.id: language.english_name for language in directory.languages.values()
        }
    }
    lines = [(f"for the audience {audience}", ids) for audience, ids in directory.hub.always_open.items()]
    lines += [(f"in {area.name['en']}", area.always_open) for area in directory.hub.areas]
    for who, ids in lines:
        told = Told(
            f"has a new line that is always open {who}:",
            f"has one line fewer that is always open {who}:",
            f"has its lines that are always open {who} in another order:",
        )
        members[told] = _services(ids, directory)
    return Public("The hub", dict(_texts("what the chat says of itself", directory.hub.about, directory)), members)


def _same(names: Iterable[str]) -> dict[str, str]:
    return {name: name for name in names}


def _services(ids: Iterable[str], directory: Directory) -> dict[str, str]:
    return {name: directory.services[name].name for name in ids if name in directory.services}


def _pages(ids: Iterable[str], directory: Directory) -> dict[str, str]:
    return {name: quoted(directory.guidance[name].title["en"]) for name in ids if name in directory.guidance}


def _texts(name: str, words: Mapping[str, str], directory: Directory) -> Iterator[tuple[str, str]]:
    for language, text in words.items():
        yield _in(name, language, directory), quoted(text)


def _in(name: str, language: str, directory: Directory) -> str:
    spoken = directory.languages.get(language)
    return f"{name}, in {spoken.english_name if spoken else language}"
