"""The launch directory, held against what was promised and against the facts it was written from.

A known failure is listed here by name and must fail: the lists only shrink.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from pydantic import BaseModel

from bot.directory.directory import Directory
from bot.directory.json_schema import schemas
from bot.directory.opening_hours import always_open
from bot.directory.phone_number import dialled
from bot.directory.service import Phone, Service
from bot.disk.catalogue_files import read_catalogues
from bot.disk.directory_files import read_files
from bot.speech.catalogue import Speech
from tests.checks.asking import told

PROJECT = Path(__file__).resolve().parents[2]
DATA = PROJECT / "directory"
FACTS = PROJECT.parent / "shared" / "facts"

FOR_HUB_STAFF = {"unconfirmed_phones", "conflicts", "notes", "reason", "sources"}
"""Fields that nobody but hub staff reads."""

TOLD_IN_EMERGENCIES = {"999", "101", "55", "111", "116123", "85258", "08001111"}
"""Numbers that may stand in a sentence: too short to be got wrong, and the same for everybody."""
NOT_TO_BE_CALLED = {
    ("kcc-adult-social-care", "18001"): "dialled before the number, for text relay",
    ("relay-uk", "18001"): "dialled before the number, for text relay",
    ("child-maintenance-service", "084"): "a warning of numbers that begin so",
}
_NUMBER = re.compile(r"(?<![\w/])(?:\d[\d ]*\d)(?![\w/])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b", re.IGNORECASE)
_STREET = re.compile(r"\b[A-Z]\w+ (?:Street|Road|Avenue|Lane|Close|Drive|Crescent|Terrace|Gardens|Square)\b")
_FORBIDDEN = re.compile(r"\b(?:anonym\w*|untrace\w*|private\w*)\b", re.IGNORECASE)

LEFT_OUT = {"sarc-beech-house": {"101"}}
"""Nobody who was raped needs to go to the police: a card whose only number is theirs would say so."""
NO_WAY_KNOWN = {
    "cgl-kirklees",
    "kent-community-wardens",
    "kirklees-da-strategic-partnership",
    "kirklees-ksab",
    "live-well-kent",
    "north-kent-da-forum",
    "womencentre-kirklees",
}
"""Current, but no page read gives a way to reach them: drafts until one is found."""
UNCONFIRMED_YET_A_PHONE = {"hestia-respond-to-abuse"}
"""A draft: the national facts give its number, the local ones call the same number unconfirmed."""
UNCONFIRMED_IN_STAFF_TEXT = {
    "choices-da-service",
    "hestia-respond-to-abuse",
    "housing-ashford",
    "housing-medway",
    "housing-thanet",
}
"""Entries that name an unconfirmed number in a field for hub staff, to tell what the sources disagree on."""


WARNED = {
    ("kent-medway/swale-csp.yaml", "unreached-service"),
    ("sign-offs.yaml", "two-people"),
}
"""Findings that are true and not mended yet."""

OTHER_ID = {("national", "protection-against-stalking"): "protection-against-stalking-uk"}
"""Two files of facts use one id: the national entry took another."""


class Text(NamedTuple):
    """A text and where it stands."""

    where: str
    text: str


def texts(value: object, where: str) -> Iterator[Text]:
    """Every text in a value, however deep."""
    if isinstance(value, str):
        yield Text(where, value)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from texts(getattr(value, name), f"{where}.{name}")
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from texts(inner, f"{where}.{key}")
    elif isinstance(value, tuple):
        for inner in value:
            yield from texts(inner, where)


def fields(entry: BaseModel, *, leaving_out: set[str]) -> Iterator[Text]:
    """The texts of an entry, without those of some fields."""
    for name in type(entry).model_fields:
        if name not in leaving_out:
            yield from texts(getattr(entry, name), f"{getattr(entry, 'id', 'hub')}.{name}")


def all_phones(service: Service) -> tuple[Phone, ...]:
    """Its numbers, those for champions included."""
    return service.phones + (service.professional.phones if service.professional else ())


def unconfirmed(directory: Directory) -> set[str]:
    """The digits of every number that must never be shown, without their first 0."""
    return {
        dialled(phone.number).removeprefix("+44")
        for service in directory.services.values()
        for phone in service.unconfirmed_phones
    }


def spoken(directory: Directory) -> Iterator[Text]:
    """Every sentence that the directory puts before people, numbers' own fields and names apart."""
    for service in directory.live_services:
        yield from texts(service.words, f"{service.id}.words")
        for phone in all_phones(service):
            yield from texts((phone.label or {}, phone.then or {}), f"{service.id}.phones")
        if service.venue:
            yield from texts(service.venue.words or {}, f"{service.id}.venue")
    for need in directory.needs.values():
        yield from texts((need.name, need.answer), need.id)
    for page in directory.guidance.values():
        yield from texts((page.title, *page.steps), page.id)
    for route in directory.routes.values():
        yield from texts(route.words, route.id)
    for urgency in directory.urgencies.values():
        yield from texts((urgency.block, urgency.sentence, urgency.afterwards), urgency.id)
    yield from texts(directory.hub.about, "hub")


def numbers_in(text: str) -> Iterator[str]:
    """What reads like a number to dial: three digits or more that are no year, and 55."""
    for found in _NUMBER.finditer(text):
        digits = found.group().replace(" ", "")
        if digits == "55" or (len(digits) > 2 and not _YEAR.fullmatch(digits)):
            yield digits


def test_the_launch_directory_has_no_finding_but_those_that_are_known() -> None:
    found = told(read_files(DATA), speech=read_catalogues(PROJECT / "locales"))

    assert {(problem.file, problem.rule) for problem in found} == WARNED
    assert {str(problem.severity) for problem in found} == {"warning"}


def test_every_file_is_named_for_the_service_in_it(launch_directory: Directory) -> None:
    folders = {"national", "kent-medway", "kirklees"}
    names = {path.stem for folder in folders for path in (DATA / folder).glob("*.yaml")}

    assert names == set(launch_directory.services)


def test_every_service_says_where_it_was_read_and_when_it_is_due_again(launch_directory: Directory) -> None:
    for service in launch_directory.services.values():
        assert service.sources, service.id
        assert all(source.page or source.report for source in service.sources), service.id
        assert service.checked < service.review_by, service.id


def test_somebody_who_is_shown_a_service_can_reach_it(launch_directory: Directory) -> None:
    def reachable(service: Service) -> bool:
        ways = (service.phones, service.text, service.webchat, service.bsl, service.email, service.website)
        return any(ways) or bool(service.venue or service.words["en"].refer)

    unreachable = {service.id for service in launch_directory.live_services if not reachable(service)}

    assert unreachable == set()
    assert all(launch_directory.services[service].words["en"].note for service in unreachable)


def test_no_text_about_a_service_is_longer_than_two_sentences(launch_directory: Directory) -> None:
    """A frightened reader reads no third sentence."""
    long = {
        (service.id, name)
        for service in launch_directory.live_services
        for words in service.words.values()
        for name, text in words
        if text and len(_SENTENCE_END.findall(text)) > 2
    }

    assert long == set()


def test_no_unconfirmed_number_stands_among_the_numbers_of_any_entry(launch_directory: Directory) -> None:
    never_shown = unconfirmed(launch_directory)
    found = {
        service.id
        for service in launch_directory.services.values()
        for phone in (*all_phones(service), *((service.text,) if service.text else ()))
        if dialled(phone.number).removeprefix("+44") in never_shown
    }

    assert never_shown, "nothing to look for"
    assert found == UNCONFIRMED_YET_A_PHONE
    assert not found & {service.id for service in launch_directory.live_services}


def test_no_unconfirmed_number_stands_in_anything_that_people_read(launch_directory: Directory) -> None:
    never_shown = unconfirmed(launch_directory)
    everything = chain(
        chain.from_iterable(
            fields(service, leaving_out=FOR_HUB_STAFF | {"phones"}) for service in launch_directory.services.values()
        ),
        spoken(launch_directory),
    )

    for where, text in everything:
        digits = re.sub(r"\D", "", text)
        assert not any(number in digits for number in never_shown), where


def test_hub_staff_find_an_unconfirmed_number_only_where_a_conflict_is_told(launch_directory: Directory) -> None:
    never_shown = unconfirmed(launch_directory)
    named = {
        service.id
        for service in launch_directory.services.values()
        for _, text in fields(service, leaving_out={"unconfirmed_phones", "sources"})
        if any(number in re.sub(r"\D", "", text) for number in never_shown)
    }

    assert named == UNCONFIRMED_IN_STAFF_TEXT


def test_no_sentence_holds_a_number_but_those_of_emergencies(launch_directory: Directory) -> None:
    """A number in a sentence is mended nowhere when it changes: numbers stand in their own fields."""
    for where, text in spoken(launch_directory):
        for number in numbers_in(text):
            known = number in TOLD_IN_EMERGENCIES or (where.partition(".")[0], number) in NOT_TO_BE_CALLED
            assert known, f"{where}: {text}"


def test_how_to_text_a_service_names_its_own_number(launch_directory: Directory) -> None:
    for service in launch_directory.live_services:
        if service.text:
            for text in service.text.words.values():
                assert set(numbers_in(text)) == {service.text.number.replace(" ", "")}, f"{service.id}: {text}"


def test_each_number_that_an_emergency_block_tells_belongs_to_a_service_of_that_emergency(
    launch_directory: Directory,
) -> None:
    for urgency in launch_directory.urgencies.values():
        told = {number for _, text in texts((urgency.block, urgency.sentence), "") for number in numbers_in(text)}
        answering = [
            launch_directory.services[name]
            for name in (*urgency.services, *urgency.told_in_block)
            if urgency.id in launch_directory.services[name].urgency
        ]
        answered = {phone.number.replace(" ", "") for service in answering for phone in service.phones}
        answered |= {service.text.number for service in answering if service.text}
        # 55 is pressed, not called: the service that explains it says so in words.
        answered |= {"55" for service in answering if "press 55" in service.words["en"].summary}

        assert told, urgency.id
        assert told <= TOLD_IN_EMERGENCIES, urgency.id
        assert told <= answered, f"{urgency.id}: {told - answered} belongs to no service of it"


def test_nothing_about_a_secret_address_reads_like_a_place(launch_directory: Directory) -> None:
    secret = [service for service in launch_directory.services.values() if service.confidential_address]

    assert secret
    for service in secret:
        assert service.venue is None
        for where, text in fields(service, leaving_out={"sources"}):
            assert not _POSTCODE.search(text), f"{where}: a postcode"
            assert not _STREET.search(text), f"{where}: a street"


def test_nobody_is_promised_what_a_phone_and_a_browser_cannot_keep(launch_directory: Directory, speech: Speech) -> None:
    names = {service.name for service in launch_directory.services.values()}
    for where, text in spoken(launch_directory):
        for name in names:
            text = text.replace(name, "")
        assert not _FORBIDDEN.search(text), f"{where}: {text}"

    found = {
        phrase
        for catalogue in speech.catalogues.values()
        for phrase, text in catalogue.items()
        if _FORBIDDEN.search(text.replace("/privacy", ""))
    }
    assert found == set()


def test_everything_that_a_need_names_is_there_and_shown(launch_directory: Directory) -> None:
    shown = {service.id for service in launch_directory.live_services}
    for need in launch_directory.needs.values():
        assert set(need.services) <= shown, need.id
        assert set(need.guidance) <= set(launch_directory.guidance), need.id
        assert need.kind != "services" or need.services or need.guidance, need.id


def test_every_emergency_names_services_that_are_shown(launch_directory: Directory) -> None:
    shown = {service.id for service in launch_directory.live_services}
    for urgency in launch_directory.urgencies.values():
        assert {*urgency.services, *urgency.told_in_block} <= shown, urgency.id


def test_everybody_can_ring_somebody_at_any_hour_wherever_they_are(launch_directory: Directory) -> None:
    """Each line that is called always open is: shown, and with a number that answers day and night."""
    hub = launch_directory.hub

    assert set(hub.always_open) == {"public", "champion", "employer"}
    for line in {*chain.from_iterable(hub.always_open.values()), *chain(*(area.always_open for area in hub.areas))}:
        service = launch_directory.services[line]
        assert service.status == "live", line
        assert any(always_open(phone.hours) for phone in service.phones), line


def test_in_every_district_a_service_of_that_place_answers_day_and_night(launch_directory: Directory) -> None:
    for district in launch_directory.districts:
        local = [
            service.id
            for service in launch_directory.live_services
            if launch_directory.is_local(service.covers)
            and district in launch_directory.districts_of(service.covers)
            and any(always_open(phone.hours) and not phone.belongs_to for phone in service.phones)
        ]
        assert local, district


def current_facts() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """What the facts call current and trust enough to show, by the id of its entry."""
    for name in ("kent-medway", "kirklees", "national"):
        read = yaml.safe_load((FACTS / f"{name}.yaml").read_text("utf-8"))
        for fact in read["services"] if isinstance(read, dict) else read:
            if fact.get("status", "current") == "current" and fact["confidence"] != "low":
                yield OTHER_ID.get((name, fact["id"]), fact["id"]), fact


@pytest.fixture(scope="module")
def facts() -> list[tuple[str, Mapping[str, Any]]]:
    if not FACTS.is_dir():
        pytest.skip(f"the facts are not beside this checkout: {FACTS}")
    return list(current_facts())


def test_every_current_fact_is_shown_with_the_same_numbers(
    launch_directory: Directory, facts: list[tuple[str, Mapping[str, Any]]]
) -> None:
    assert len(facts) > 100
    for name, fact in facts:
        service = launch_directory.services[name]
        given = {phone["number"] for phone in fact["phones"] or ()}
        shown = {dialled(phone.number) for phone in all_phones(service)}
        lent = {dialled(phone.number) for phone in all_phones(service) if phone.belongs_to}

        assert service.status == ("draft" if name in NO_WAY_KNOWN else "live"), name
        assert given - LEFT_OUT.get(name, set()) <= shown, f"{name} lacks a number"
        assert shown - given <= lent, f"{name} has a number of its own that the facts do not know"


def test_nothing_that_the_facts_doubt_is_shown(
    launch_directory: Directory, facts: list[tuple[str, Mapping[str, Any]]]
) -> None:
    trusted = {name for name, _ in facts}
    shown = {service.id for service in launch_directory.live_services}

    assert shown - trusted == set()


def test_the_schemas_with_which_editors_complete_are_those_of_the_models() -> None:
    """When this fails: signpost directory schema directory/schema."""
    for name, schema in schemas().items():
        written = json.loads((PROJECT / "directory" / "schema" / f"{name}.json").read_text("utf-8"))
        assert written == schema, name
