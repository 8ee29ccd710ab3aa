"""What other directories are given: as Open Referral UK writes it, and nothing that is for staff or champions."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bot.directory.directory import Directory
from bot.directory.service import Phone, Professional, UnconfirmedPhone
from bot.disk.directory_files import checked
from bot.interchange.open_referral.feed import brief, feed, full, looked_for, offered, page
from tests.published_schemas import faults, published
from tests.small_hub import FILES, service

TODAY = date(2026, 12, 1)


def hub(name: str, **lines: str) -> Directory:
    """The small hub with one more service."""
    return checked(FILES | {f"westshire/{name}.yaml": service(name, **lines)})


def exported(name: str, **lines: str) -> dict[str, Any]:
    directory = hub(name, **lines)
    return full(directory.services[name], directory, TODAY)


def without_ids(item: Any) -> Any:
    if isinstance(item, list):
        return [without_ids(one) for one in item]
    if isinstance(item, dict):
        return {name: without_ids(one) for name, one in item.items() if not name.endswith("id")}
    return item


# --- the published schemas


def test_the_whole_launch_directory_is_as_the_published_schema_says(launch_directory: Directory) -> None:
    contents = feed(launch_directory, TODAY)["contents"]

    assert len(contents) > 100
    assert [fault for one in contents for fault in faults(one, "service")] == []


def test_so_is_each_of_its_services_in_a_list(launch_directory: Directory) -> None:
    listed = [brief(service, launch_directory, TODAY) for service in offered(launch_directory, TODAY)]

    assert [fault for one in listed for fault in faults(one, "service_list")] == []


def test_the_schema_would_find_a_fault() -> None:
    """Else the two tests above would prove nothing."""
    assert faults({"id": "oasis", "name": 7, "status": "live"}, "service") == [
        "id: 'oasis' is not a 'uuid'",
        "name: 7 is not of type 'string'",
        "status: 'live' is not one of ['active', 'inactive', 'defunct', 'temporarily closed']",
    ]


def test_no_field_of_ours_is_unknown_to_the_standard_but_those_that_its_uk_profile_left_out(
    launch_directory: Directory,
) -> None:
    """A field with another name than theirs is a field that nobody reads."""

    def names(item: Any, path: str = "") -> set[str]:
        if isinstance(item, list):
            return {name for one in item for name in names(one, path)}
        if isinstance(item, dict):
            return {name for key, one in item.items() for name in (f"{path}{key}", *names(one, f"{path}{key}."))}
        return set()

    def known(schema: Any, path: str = "") -> set[str]:
        inner = schema.get("items", schema).get("properties", {})
        return {name for key, one in inner.items() for name in (f"{path}{key}", *known(one, f"{path}{key}."))}

    of_hsds_3 = {"contacts.phones", "languages.name", "languages.code", "languages.note"} | {
        f"contacts.phones.{name}" for name in ("id", "contact_id", "number", "type", "description")
    }
    assert names(feed(launch_directory, TODAY)["contents"]) - known(published("schema/service.json")) <= of_hsds_3


def test_ids_are_the_same_in_every_export_and_no_two_are_alike(launch_directory: Directory) -> None:
    def ids(item: Any) -> list[str]:
        if isinstance(item, list):
            return [found for one in item for found in ids(one)]
        if isinstance(item, dict):
            own = [item["id"]] if "id" in item and "taxonomy" not in item else []
            return own + [found for one in item.values() for found in ids(one)]
        return []

    found = ids(feed(launch_directory, TODAY)["contents"])
    assert len(found) == len(set(found))
    assert found == ids(feed(launch_directory, TODAY + timedelta(days=1))["contents"])


# --- what never leaves


def test_nothing_for_staff_or_champions_leaves_the_launch_directory(launch_directory: Directory) -> None:
    """Every entry is given a note, a reason, an unconfirmed number and a contact for professionals."""
    secret = UnconfirmedPhone(number="01622 999999", seen="SECRET page")
    private = {
        "notes": "SECRET note",
        "conflicts": ("SECRET conflict",),
        "reason": "SECRET reason",
        "unconfirmed_phones": (secret,),
        "professional": Professional(phones=(Phone(number="01622 999999"),), email="secret@example.org"),
    }
    services = {name: one.model_copy(update=private) for name, one in launch_directory.services.items()}
    text = json.dumps(feed(replace(launch_directory, services=services), TODAY)).lower()

    assert len(text) > 100_000
    assert "secret" not in text
    assert "999999" not in text


def test_an_entry_that_hides_its_address_has_no_door() -> None:
    """The check refuses such an entry; a mistake there must not show here."""
    directory = hub("haven", venue="{address: 12 High Street}", phones="[{number: '01622 721000'}]")
    haven = directory.services["haven"].model_copy(update={"confidential_address": True})

    assert "service_at_locations" not in full(haven, directory, TODAY)
    assert "High Street" not in json.dumps(full(haven, directory, TODAY))


def test_what_nobody_is_shown_is_not_offered() -> None:
    for lines in (
        {"status": "draft", "reason": "Not confirmed."},
        {"audiences": "[champion]"},
        {"review_by": "2026-08-01", "checked": "2026-01-01"},
    ):
        directory = hub("haven", **{"phones": "[{number: '01622 721000'}]", **lines})
        assert "haven" not in {one.id for one in offered(directory, TODAY)}, lines


# --- what is said


def test_a_service_says_what_it_does_how_to_reach_it_and_when_it_was_checked() -> None:
    found = exported(
        "haven",
        words="{en: {summary: They listen., serves: anyone, refer: Call them., note: Ring twice.}}",
        needs="[talk, refuge]",
        for_="[women]",
        covers="[ashby, norbury-area]",
        phones="[{number: '01622 721000', label: {en: Helpline}, then: {en: Press 2}, free: true, on_bill: true, "
        "rings_back: true, hours: 'Mo-Fr 09:00-17:00; PH off', hours_sure: false}]",
        text="{number: '85258', words: {en: Text HELP to 85258}, hours: '24/7'}",
        webchat="{page: 'https://example.org/chat', hours: 'Th[1] 10:00-12:00'}",
        relay_uk="'18001 01622 721000'",
        email="help@example.org",
        website="https://example.org/",
        venue="{address: '12 High Street, Ashbridge', hours: 'We 10:00-12:00', words: {en: Ring first.}}",
        interpreting="{languages: [pl], any_language: true, bsl: true}",
    )

    assert without_ids(found) == {
        "name": "Haven",
        "description": "They listen.\n\nFor: anyone\n\nHow to get in touch: Call them.\n\n"
        "Before you do: Ring twice.\n\nRelay UK: 18001 01622 721000",
        "url": "https://example.org/",
        "email": "help@example.org",
        "status": "active",
        "assured_date": "2026-11-01",
        "schedules": [
            {
                "attending_type": "By phone",
                "freq": "WEEKLY",
                "byday": "MO,TU,WE,TH,FR",
                "opens_at": "09:00",
                "closes_at": "17:00",
                "description": "Call 01622 721000: Mo-Fr 09:00-17:00; PH off",
                "notes": "These hours may have changed. Closed on England's bank holidays.",
            },
            {
                "attending_type": "By text message",
                "freq": "WEEKLY",
                "byday": "MO,TU,WE,TH,FR,SA,SU",
                "opens_at": "00:00",
                "closes_at": "23:59",
                "description": "Text HELP to 85258: day and night",
            },
            {
                "attending_type": "In person",
                "freq": "WEEKLY",
                "byday": "WE",
                "opens_at": "10:00",
                "closes_at": "12:00",
                "description": "12 High Street, Ashbridge: We 10:00-12:00",
            },
            {
                "attending_type": "Online",
                "description": "Webchat: Th[1] 10:00-12:00 (as OpenStreetMap writes opening hours)",
            },
        ],
        "service_areas": [{"name": "Ashby District"}, {"name": "Norbury"}],
        "service_at_locations": [
            {
                "location": {
                    "location_type": "physical",
                    "name": "12 High Street, Ashbridge",
                    "description": "Ring first.",
                }
            },
            {"location": {"location_type": "virtual", "name": "Webchat", "description": "https://example.org/chat"}},
        ],
        "languages": [
            {"name": "Polish", "code": "pl"},
            {"name": "British Sign Language", "code": "bfi"},
            {"name": "Other languages", "note": "With an interpreter."},
        ],
        "contacts": [
            {
                "name": "Haven",
                "phones": [
                    {
                        "number": "01622 721000",
                        "type": "voice",
                        "description": "Helpline. Press 2. Free to call. May show on a phone bill. May ring back.",
                    },
                    {"number": "85258", "type": "text", "description": "Text HELP to 85258"},
                ],
            }
        ],
        "attributes": [
            {
                "link_type": "service",
                "taxonomy_term": {"name": name, "description": f"{taxonomy}: {name}", "taxonomy": taxonomy},
            }
            for name, taxonomy in (
                ("Talk to someone", "Signpost needs"),
                ("A safe place", "Signpost needs"),
                ("women", "Signpost people"),
                ("service", "Signpost kinds"),
            )
        ],
    }


def test_an_entry_past_its_review_date_says_so() -> None:
    found = exported("haven", website="https://example.org/", checked="2026-05-01", review_by="2026-11-01")

    assert found["alert"] == "This entry was to be checked again by 2026-11-01: what it says may have changed."


def test_a_number_of_another_service_says_who_answers() -> None:
    found = exported("haven", phones="[{number: '0808 2000 247', belongs_to: national-line}]")

    assert found["contacts"][0]["phones"][0]["description"] == "Answered by National Line."


# --- lists


def test_a_page_is_counted_as_the_standard_counts() -> None:
    published_page = published("examples/service_list.json")
    first = page([{"id": "a"}], 1, 1, 10)
    assert first.keys() == published_page.keys()
    assert {**first, "contents": []} == {**published_page, "contents": []}


def test_first_last_and_empty_pages_say_what_they_are() -> None:
    def told(number: int, per_page: int, total: int, count: int) -> tuple[object, ...]:
        found = page([{}] * count, number, per_page, total)
        return tuple(found[name] for name in ("total_pages", "size", "first_page", "last_page", "empty"))

    assert told(1, 2, 5, 2) == (3, 2, True, False, False)
    assert told(3, 2, 5, 1) == (3, 1, False, True, False)
    assert told(9, 2, 5, 0) == (3, 0, False, True, True)
    assert told(1, 2, 0, 0) == (1, 0, True, True, True)


def test_a_search_finds_names_and_words_a_term_and_a_taxonomy(small_directory: Directory) -> None:
    services = offered(small_directory, TODAY)
    terms = {
        one["taxonomy_term"]["name"]: one["taxonomy_term"]
        for service in services
        for one in full(service, small_directory, TODAY)["attributes"]
    }

    def found(search: str = "", term: str = "", taxonomy: str = "") -> list[str]:
        return [one.id for one in looked_for(services, search, term, taxonomy)]

    assert found("line MENS") == ["mens-line", "womens-line"]
    assert found("outreach helps") == ["ashby-outreach"]
    assert found(term=terms["A safe place"]["id"]) == ["ashby-outreach", "national-line"]
    assert found("national", term=terms["A safe place"]["id"]) == ["national-line"]
    assert found(taxonomy=terms["women"]["taxonomy_id"]) == found()
    assert found(term="nothing") == found(taxonomy="nothing") == []
