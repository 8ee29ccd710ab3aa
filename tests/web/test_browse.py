"""The directory as pages: for whoever reads rather than asks, and for print."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import httpx
import pytest

from bot.conversation.conversation import Conversation
from tests.web.conftest import World, client_of, site_of

SAME_SITE = re.compile(r'href="(/(?:directory|guidance)[^"]*)"')


async def test_the_directory_leads_to_every_area_and_every_guide(client: httpx.AsyncClient) -> None:
    page = (await client.get("/directory")).text
    for link in ("/directory/ashby", "/directory/norbury", "/directory/everywhere", "/guidance/employer-told"):
        assert f'href="{link}"' in page


async def test_an_area_lists_what_people_need_and_its_own_services(client: httpx.AsyncClient) -> None:
    page = (await client.get("/directory/ashby")).text
    assert 'href="/directory/ashby/refuge"' in page
    assert 'href="/directory/service/ashby-outreach"' in page
    assert "mens-line" not in page
    assert "champion_refer" not in page


async def test_everywhere_lists_what_is_of_no_one_area(client: httpx.AsyncClient) -> None:
    page = (await client.get("/directory/everywhere")).text
    assert "mens-line" in page
    assert "ashby-outreach" not in page


async def test_a_need_shows_all_services_of_the_place_and_no_other(client: httpx.AsyncClient) -> None:
    assert "Ashby Outreach" in (await client.get("/directory/ashby/refuge")).text
    elsewhere = (await client.get("/directory/norbury/refuge")).text
    assert "Ashby Outreach" not in elsewhere
    assert "National Line" in elsewhere


async def test_a_service_has_a_page_with_its_number_and_when_it_was_checked(client: httpx.AsyncClient) -> None:
    page = (await client.get("/directory/service/ashby-outreach")).text
    assert re.search(r'<a class="call" href="tel:\+441233680150">Call <bdi dir="ltr">01233 680150</bdi></a>', page)
    assert "Closed now. Opens Monday 09:00" in page
    assert "Checked on 1 November 2026." in page
    assert "Opening times as they stood on 21 November 2026 at 23:10." in page


async def test_a_draft_and_an_entry_long_past_its_date_have_no_page(client: httpx.AsyncClient, world: World) -> None:
    assert (await client.get("/directory/service/ashby-drop-in")).status_code == 404
    assert (await client.get("/directory/service/ashby-outreach")).status_code == 200
    world.later(days=345 + 89)
    assert "due to be checked" in (await client.get("/directory/service/ashby-outreach")).text
    world.later(days=5)
    assert (await client.get("/directory/service/ashby-outreach")).status_code == 404
    assert "ashby-outreach" not in (await client.get("/directory/ashby")).text


async def test_guidance_shows_every_step_to_read_or_print(client: httpx.AsyncClient) -> None:
    page = (await client.get("/guidance/employer-told")).text
    for step in ("Find a quiet room.", "Listen and believe.", "Ask what would help.", "Write it down."):
        assert step in page
    assert "data-print" in page


async def test_every_page_has_the_exit_and_somebody_to_call(client: httpx.AsyncClient) -> None:
    for path in ("/directory", "/directory/ashby", "/directory/ashby/refuge", "/directory/service/national-line"):
        page = (await client.get(path)).text
        assert 'action="/exit"' in page
        assert "0808 2000 247" in page


@pytest.fixture
async def launch_client(launch_conversation: Conversation, world: World) -> AsyncIterator[httpx.AsyncClient]:
    async with client_of(site_of(lambda: launch_conversation, world)) as client:
        yield client


async def test_in_the_launch_directory_no_link_leads_nowhere(launch_client: httpx.AsyncClient) -> None:
    todo, seen = ["/directory"], set[str]()
    while todo:
        path = todo.pop()
        seen.add(path)
        response = await launch_client.get(path)
        assert response.status_code == 200, path
        # One area with all its needs is enough; the others are made the same way.
        todo += [
            link
            for link in set(SAME_SITE.findall(response.text)) - seen - set(todo)
            if link.count("/") < 3 or link.startswith(("/directory/service/", "/directory/dover/"))
        ]
    assert len(seen) > 150


async def test_no_champions_only_contact_is_on_any_page(
    launch_client: httpx.AsyncClient, launch_conversation: Conversation
) -> None:
    for service in launch_conversation.directory.live_services:
        if set(service.audiences) == {"champion"}:
            assert (await launch_client.get(f"/directory/service/{service.id}")).status_code == 404
