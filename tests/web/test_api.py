"""The directory for other directories: Open Referral UK, read-only, through the real site."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from bot.conversation.conversation import Conversation
from bot.interchange.open_referral.identity import identifier
from tests.published_schemas import faults, published
from tests.web.conftest import World, client_of, site_of


@pytest.fixture
async def launch_client(launch_conversation: Conversation, world: World) -> AsyncIterator[httpx.AsyncClient]:
    async with client_of(site_of(lambda: launch_conversation, world)) as client:
        yield client


async def names(client: httpx.AsyncClient, query: str = "") -> list[str]:
    page = (await client.get(f"/api/services{query}")).json()
    return [one["name"] for one in page["contents"]]


@pytest.mark.parametrize("path", ["/api", "/api/"])
async def test_it_says_which_standard_it_follows(client: httpx.AsyncClient, path: str) -> None:
    told = (await client.get(path)).json()

    assert told["version"] == "HSDS-UK-3.0"
    described = published("schema/openapi.json")["paths"]["/"]["get"]["responses"]["200"]
    assert told.keys() == described["content"]["application/json"]["schema"]["properties"].keys()


async def test_a_page_has_the_services_that_anybody_may_be_shown(client: httpx.AsyncClient) -> None:
    response = await client.get("/api/services")

    assert response.status_code == 200
    assert response.headers["content-type"] == "application/json"
    page = response.json()
    contents = page.pop("contents")
    assert page == {
        "total_items": 6,
        "total_pages": 1,
        "page_number": 1,
        "size": 6,
        "first_page": True,
        "last_page": True,
        "empty": False,
    }
    assert [one["name"] for one in contents] == [
        "Ashby Outreach",
        "Emergency 999",
        "Mens Line",
        "National Line",
        "Westshire Police",
        "Womens Line",
    ]
    assert "contacts" not in contents[0], "a list has only what a service has once"


async def test_pages_follow_each_other_and_hold_every_service_once(launch_client: httpx.AsyncClient) -> None:
    seen: list[str] = []
    number, page = 0, {"last_page": False}
    while not page["last_page"]:
        number += 1
        page = (await launch_client.get(f"/api/services?page={number}&per_page=40")).json()
        assert page["page_number"] == number
        seen += [one["id"] for one in page["contents"]]
    assert len(seen) == len(set(seen)) == page["total_items"]
    beyond = (await launch_client.get(f"/api/services?page={number + 1}&per_page=40")).json()
    assert (beyond["contents"], beyond["empty"]) == ([], True)
    assert (await launch_client.get("/api/services?per_page=100000")).json()["size"] <= 200


async def test_every_service_of_the_launch_directory_is_as_the_published_schema_says(
    launch_client: httpx.AsyncClient,
) -> None:
    listed: list[dict[str, Any]] = (await launch_client.get("/api/services?per_page=200")).json()["contents"]
    assert len(listed) > 100
    for one in listed:
        assert faults(one, "service_list") == []
        response = await launch_client.get(f"/api/services/{one['id']}")
        assert response.status_code == 200
        assert faults(response.json(), "service") == []
        assert response.json().items() >= one.items()


async def test_a_service_is_whole(client: httpx.AsyncClient) -> None:
    found = (await client.get(f"/api/services/{identifier('service', 'ashby-outreach')}")).json()

    assert found["contacts"][0]["phones"][0]["number"] == "01233 680150"
    assert found["service_areas"][0]["name"] == "Ashby District"


@pytest.mark.parametrize("parameter", ["page", "per_page"])
@pytest.mark.parametrize("value", ["0", "-1", "x", "", "1.5", "٣", "9" * 5000])
async def test_a_number_that_is_none_is_refused(client: httpx.AsyncClient, parameter: str, value: str) -> None:
    response = await client.get("/api/services", params={parameter: value})

    assert (response.status_code, response.json()) == (400, {"error": f"{parameter} is a whole number from 1."})


async def test_services_are_found_by_words_and_by_terms(client: httpx.AsyncClient) -> None:
    assert await names(client, "?search=mens line") == ["Mens Line", "Womens Line"]
    assert await names(client, f"?taxonomy_term_id={identifier('need', 'refuge')}") == [
        "Ashby Outreach",
        "National Line",
    ]
    assert await names(client, "?taxonomy_id=other") == []


@pytest.mark.parametrize("name", ["ashby-drop-in", "nobody"])
async def test_a_draft_and_an_unknown_id_are_not_there(client: httpx.AsyncClient, name: str) -> None:
    for id_ in (identifier("service", name), name):
        response = await client.get(f"/api/services/{id_}")
        assert (response.status_code, response.json()) == (404, {"error": "There is no service with this id."})


async def test_another_address_is_told_in_json(client: httpx.AsyncClient) -> None:
    for path in ("/api/organizations", "/api/services/x/y"):
        response = await client.get(path)
        assert response.status_code == 404
        assert response.json() == {"error": "There is nothing here. The services are at /api/services."}


async def test_an_entry_long_past_its_date_goes_and_one_just_past_it_says_so(
    client: httpx.AsyncClient, world: World
) -> None:
    path = f"/api/services/{identifier('service', 'ashby-outreach')}"
    assert "alert" not in (await client.get(path)).json()
    world.later(days=345 + 89)
    assert "was to be checked again by 2027-11-01" in (await client.get(path)).json()["alert"]
    world.later(days=5)
    assert (await client.get(path)).status_code == 404
    assert "Ashby Outreach" not in await names(client)


async def test_it_can_only_be_read_and_is_kept_nowhere(client: httpx.AsyncClient) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        assert (await client.request(method, "/api/services")).status_code == 405
    page, directory = await client.get("/api/services"), await client.get("/directory")
    for header in ("cache-control", "referrer-policy", "x-content-type-options"):
        assert page.headers[header] == directory.headers[header]
