"""A feed's services become drafts: what is known is taken, what is not is told, and no refuge is given away."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.directory.directory import Directory
from bot.disk.directory_files import checked
from bot.interchange.open_referral.drafts import Missing, drafts
from bot.interchange.open_referral.feed import feed
from bot.interchange.taken import Taken
from tests.published_schemas import published
from tests.small_hub import FILES, service

TODAY = date(2026, 12, 1)
ADDRESS = {"address_1": "12 Seaview Road", "city": "Ashbridge", "postal_code": "ZZ1 4AB"}


def taken(directory: Directory, *services: dict[str, Any], needs: str = "talk", areas: str = "ashby") -> Taken:
    missing = Missing(tuple(needs.split()), tuple(areas.split()))
    return drafts({"contents": list(services)}, "feed.json", directory, missing, TODAY)


def at(address: dict[str, str], **more: object) -> list[dict[str, object]]:
    return [{"id": "p1", "location": {"location_type": "physical", "name": "Hall", "addresses": [address]}, **more}]


HARBOUR: dict[str, Any] = {
    "id": "0f8fad5b-d9cb-469f-a165-70867728950e",
    "name": "Harbour Drop-in",
    "description": "<p>Drop in &amp; talk.</p>",
    "url": "https://harbour.example.org",
    "email": "hello@example.org",
    "status": "active",
    "assured_date": "2026-05-01",
    "service_areas": [{"name": "Millford District"}],
    "service_at_locations": at({"address_1": "Example Hall", "city": "Millhaven", "postal_code": "ZZ2 1AA"}),
    "schedules": [
        {
            "service_at_location_id": "p1",
            "freq": "WEEKLY",
            "byday": "WE",
            "opens_at": "10:00:00",
            "closes_at": "13:00:00",
        }
    ],
    "contacts": [{"phones": [{"number": "+44 (0)1622 721000"}]}],
    "languages": [{"code": "pl"}, {"name": "BSL"}],
    "attributes": [{"taxonomy_term": {"id": "x", "name": "A safe place"}}],
}


def test_what_is_known_is_taken(small_directory: Directory) -> None:
    found = taken(small_directory, HARBOUR)

    assert found.notes == []
    assert found.new["harbour-drop-in"].data == {
        "id": "harbour-drop-in",
        "name": "Harbour Drop-in",
        "kind": "service",
        "status": "draft",
        "reason": "Imported from feed.json on 2026-12-01, to be checked.",
        "confidence": "low",
        "words": {"en": {"summary": "Drop in & talk."}},
        "needs": ["refuge"],
        "audiences": ["public", "champion"],
        "covers": ["millford"],
        "phones": [{"number": "01622 721000"}],
        "email": "hello@example.org",
        "website": "https://harbour.example.org",
        "venue": {"address": "Example Hall, Millhaven, ZZ2 1AA", "hours": "We 10:00-13:00"},
        "interpreting": {"languages": ["pl"], "bsl": True},
        "sources": [{"page": "https://harbour.example.org", "says_date": "2026-05-01"}],
    }


def test_what_finds_no_place_is_told(small_directory: Directory) -> None:
    given = HARBOUR | {
        "description": "One sentence. " * 40,
        "url": "http://harbour.example.org",
        "email": "ring us",
        "service_areas": [{"name": "Atlantis"}, {"name": "Westshire"}],
        "service_at_locations": [*HARBOUR["service_at_locations"] * 2, {"location": {"location_type": "virtual"}}],
        "schedules": [
            {"service_at_location_id": "p1", "freq": "MONTHLY", "byday": "2WE"},
            {"freq": "WEEKLY", "byday": "MO", "opens_at": "09:00", "closes_at": "12:00"},
        ],
        "contacts": [
            {
                "name": "Ann Persona",
                "phones": [{"number": "0808 2000 247"}, {"number": "01622"}, {"type": "fax", "number": "1"}],
            }
        ],
        "languages": [{"name": "Klingon"}],
        "organization": {"name": "Harbour Trust Ltd."},
        "cost_options": [{"amount": 3}],
        "minimum_age": 16,
        "fees": None,
        "last_modified": "2026-05-01T00:00:00Z",
    }

    found = taken(small_directory, given)

    assert found.notes == [
        "harbour-drop-in: not taken from the feed:\n"
        '    "Atlantis", which is not known here\n'
        '    "Klingon", which is not known here\n'
        "    1 of its places, which are not doors\n"
        "    1 more of its addresses\n"
        "    the hours of its address\n"
        "    0808 2000 247, which another entry has: it is under unconfirmed_phones\n"
        '    "01622", which is no UK number to call\n'
        '    "1", which is no UK number to call\n'
        '    its e-mail address "ring us"\n'
        '    its website "http://harbour.example.org"\n'
        "    the names of its contacts (1)\n"
        "    its cost_options\n"
        "    its minimum_age"
    ]
    data = found.new["harbour-drop-in"].data
    assert data["covers"] == ["westshire"]
    assert data["unconfirmed_phones"] == [
        {"number": "0808 2000 247", "seen": "feed.json. Another entry has this number, too."}
    ]
    assert "phones" not in data
    assert "website" not in data
    assert data["sources"] == [{"page": "http://harbour.example.org", "says_date": "2026-05-01"}]
    assert data["words"]["en"]["summary"] == " ".join(["One sentence."] * 22)
    assert data["notes"].startswith(
        "Run by Harbour Trust Ltd. Hours in the feed: MO 09:00-12:00. The feed says: One sentence. One sentence."
    )
    assert "Persona" not in str(data)


# --- a refuge


@pytest.mark.parametrize("name", ["Haven refuge", "Haven", "Haven safe house", "SAFE ACCOMMODATION, Ashby"])
def test_nothing_of_a_refuge_says_where_it_is(small_directory: Directory, name: str) -> None:
    description = (
        "Our refuge takes women and children. We are at 12 seaview road, near the pier. Post to ZZ1 4AB. "
        "Find us: https://maps.example.org/x. Find us at ///plan.table.chair. Call at any time."
    )
    haven = {
        "name": name,
        "description": description if name == "Haven" else description.replace("refuge", "home"),
        "service_at_locations": at(ADDRESS, phones=[{"number": "01622 721000"}]),
        "schedules": HARBOUR["schedules"],
        "organization": {"name": "Haven Trust"},
    }

    found = taken(small_directory, haven)

    [new] = found.new.values()
    assert new.data["confidential_address"] is True
    assert "venue" not in new.data
    kept = "Our refuge takes women and children." if name == "Haven" else "Our home takes women and children."
    assert new.data["words"]["en"]["summary"] == f"{kept} Call at any time."
    assert new.data["notes"] == "Run by Haven Trust."
    for told in ("eaview", "ZZ1", "Ashbridge", "plan.table", "maps", "pier"):
        assert told not in str(new.data), told
    assert "    its address: it reads like a refuge\n    sentences that could tell where it is" in found.notes[0]


def test_the_district_of_a_refuge_is_not_guessed_from_its_postcode(small_directory: Directory) -> None:
    hidden = {"name": "Haven refuge", "description": "x", "service_at_locations": at(ADDRESS)}
    open_ = {"name": "Harbour", "description": "x", "service_at_locations": at(ADDRESS)}

    found = taken(small_directory, hidden, open_, areas="")

    assert found.notes == [
        'Not taken: "Haven refuge": the feed does not say where it works in words known here. Give --area.'
    ]
    assert found.new["harbour"].data["covers"] == ["ashby"]


# --- what is not taken at all


def test_what_is_there_already_stays_as_it_is(small_directory: Directory) -> None:
    own = feed(small_directory, TODAY)
    renamed = {**own["contents"][0], "name": "Another name"}

    found = drafts(own, "feed.json", small_directory, Missing(), TODAY)
    again = taken(small_directory, renamed, {"name": "NATIONAL line"}, HARBOUR, HARBOUR)

    assert found.new == {}
    assert len(found.notes) == own["total_items"]
    assert again.new.keys() == {"harbour-drop-in"}
    assert again.notes == [
        'Not taken: "Another name" is there already, as ashby-outreach. It stays as it is.',
        'Not taken: "NATIONAL line" is there already, as national-line. It stays as it is.',
        'Not taken: "Harbour Drop-in" is there already, as harbour-drop-in. It stays as it is.',
    ]


def test_what_cannot_be_a_draft_is_told_with_the_reason(small_directory: Directory) -> None:
    found = taken(
        small_directory,
        {"name": "Closed", "status": "defunct"},
        {"description": "no name"},
        {"name": 7, "contacts": "none"},
        {"name": "x" * 2000},
        HARBOUR | {"name": "No need", "attributes": [], "id": ""},
        needs="",
    )

    assert found.new == {}
    assert found.notes == [
        'Not taken: "Closed" is defunct in the feed.',
        'Not taken: service 2 (""): name is not as Open Referral has it.',
        'Not taken: service 3 ("7"): contacts is not as Open Referral has it.',
        f'Not taken: "{"x" * 2000}": the feed does not say what it helps with in words known here. Give --need.',
        'Not taken: "No need": the feed does not say what it helps with in words known here. Give --need.',
    ]


def test_a_service_that_says_nothing_of_itself_is_called_by_its_name(small_directory: Directory) -> None:
    assert taken(small_directory, {"name": "Harbour"}).new["harbour"].data["words"] == {"en": {"summary": "Harbour"}}


# --- feeds of several shapes


@pytest.mark.parametrize(
    "given",
    [
        HARBOUR,
        [HARBOUR],
        {"contents": [HARBOUR]},
        {"content": [HARBOUR]},
        {"services": [HARBOUR]},
        {"contents": [{"name": "Harbour Trust", "services": [HARBOUR]}]},
    ],
    ids=["a service", "a list", "a page", "a page of version 1", "services", "organisations"],
)
def test_a_feed_may_have_several_shapes(small_directory: Directory, given: object) -> None:
    found = drafts(given, "feed.json", small_directory, Missing(), TODAY)

    assert list(found.new) == ["harbour-drop-in"]
    assert found.notes == []


@pytest.mark.parametrize("given", [None, 7, "text", [], [[[[[[]]]]]], {"contents": [None]}])
def test_what_is_no_feed_gives_no_draft(small_directory: Directory, given: object) -> None:
    assert drafts(given, "feed.json", small_directory, Missing(), TODAY).new == {}


def test_the_published_examples_are_read(small_directory: Directory) -> None:
    missing = Missing(("talk",), ("ashby",))
    for name in ("service_full", "organization_full"):
        found = drafts(published(f"examples/{name}.json"), "feed.json", small_directory, missing, TODAY)
        [draft] = found.new.values()
        assert draft.data["name"] == "Community Counselling"
        assert draft.data["venue"] == {"address": "1-30 Main Street, MyCity, ABC 1234"}
        assert draft.data["email"] == "email@example.com"
        assert "Persona" not in str(draft.data)


def test_another_hub_understands_what_we_export() -> None:
    """Needs, people, kind, places, languages, hours and numbers go out and come in again."""
    directory = checked(
        FILES
        | {
            "westshire/haven.yaml": service(
                "haven",
                kind="drop-in",
                needs="[men, talk]",
                for_="[men, older]",
                covers="[norbury, westshire]",
                phones="[{number: '01622 721000'}]",
                venue="{address: '12 High Street', hours: 'Mo-Fr 09:00-12:00,13:00-17:00'}",
                interpreting="{languages: [pl], bsl: true}",
            )
        }
    )

    found = drafts(feed(directory, TODAY), "feed.json", checked(FILES), Missing(), TODAY)

    data = found.new["haven"].data
    assert {name: data[name] for name in ("kind", "needs", "for", "covers", "phones", "venue", "interpreting")} == {
        "kind": "drop-in",
        "needs": ["men", "talk"],
        "for": ["men", "older"],
        "covers": ["norbury", "westshire"],
        "phones": [{"number": "01622 721000"}],
        "venue": {"address": "12 High Street", "hours": "Mo-Fr 09:00-12:00,13:00-17:00"},
        "interpreting": {"languages": ["pl"], "bsl": True},
    }
