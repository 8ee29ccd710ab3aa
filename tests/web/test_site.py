"""Every page: what it tells the browser, and what it tells those who run the hub."""

from __future__ import annotations

import logging

import httpx
import pytest

from bot.channels.web.site import WebSettings
from bot.conversation.conversation import Conversation
from bot.conversation.reply import Reply
from tests.web.conftest import EXIT_URL, SECRET, World, client_of, site_of

PAGES = ("/", "/directory", "/directory/ashby", "/directory/ashby/refuge", "/guidance/employer-told", "/nothing")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self' https:; base-uri 'none'; frame-ancestors 'none'"
)


@pytest.mark.parametrize("path", [*PAGES, "/static/page.css", "/healthz", "/metrics"])
async def test_every_response_is_strict_and_keeps_nothing(client: httpx.AsyncClient, path: str) -> None:
    headers = (await client.get(path)).headers
    assert headers["content-security-policy"] == POLICY
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "geolocation=()" in headers["permissions-policy"]
    assert headers["x-dns-prefetch-control"] == "off"
    assert "set-cookie" not in headers
    assert "strict-transport-security" not in headers


async def test_over_tls_the_browser_is_told_to_stay_there(small_conversation: Conversation, world: World) -> None:
    async with client_of(site_of(lambda: small_conversation, world), "https://signpost.test") as client:
        assert "strict-transport-security" in (await client.get("/")).headers


async def test_search_engines_may_know_the_directory_but_never_the_chat(client: httpx.AsyncClient) -> None:
    assert (await client.get("/")).headers["x-robots-tag"] == "noindex"
    assert (await client.post("/chat", data={"text": "refuge"})).headers["x-robots-tag"] == "noindex"
    assert "x-robots-tag" not in (await client.get("/directory/ashby")).headers


@pytest.mark.parametrize("path", PAGES)
async def test_a_page_looks_like_nothing_in_particular_in_a_tab(client: httpx.AsyncClient, path: str) -> None:
    page = (await client.get(path)).text
    assert "<title>Notes</title>" in page
    assert 'rel="icon" href="/static/icon.svg' in page


@pytest.mark.parametrize("path", PAGES)
async def test_a_page_asks_nobody_else_for_anything(client: httpx.AsyncClient, path: str) -> None:
    page = (await client.get(path)).text
    assert "<script>" not in page
    assert " style=" not in page
    assert "//" not in page.replace("data-exit=" + f'"{EXIT_URL}"', "").replace("https://example.org", "")


async def test_the_files_of_the_page_are_served_and_small(client: httpx.AsyncClient) -> None:
    total = len((await client.get("/")).content)
    for name, kind in (("page.css", "text/css"), ("page.js", "javascript"), ("icon.svg", "image/svg+xml")):
        response = await client.get(f"/static/{name}")
        assert response.status_code == 200
        assert kind in response.headers["content-type"]
        total += len(response.content)
    assert total < 60_000


async def test_a_turn_is_under_ten_kilobytes(client: httpx.AsyncClient) -> None:
    assert len((await client.post("/chat", data={"text": "refuge in ashbridge"})).content) < 10_000


async def test_the_process_lives(client: httpx.AsyncClient) -> None:
    response = await client.get("/healthz")
    assert (response.status_code, response.json()) == (200, {"status": "ok"})


async def test_ready_tells_which_part_is_not(client: httpx.AsyncClient, world: World) -> None:
    assert (await client.get("/readyz")).status_code == 200
    world.parts["database"] = "the database does not answer"
    response = await client.get("/readyz")
    assert response.status_code == 503
    assert response.json() == {
        "status": "not ready",
        "directory": "ok",
        "database": "the database does not answer",
    }


async def test_counts_name_routes_needs_and_urgency_and_never_a_word(client: httpx.AsyncClient) -> None:
    await client.post("/chat", data={"text": "hes kicking the door in"})
    await client.post("/chat", data={"text": "asdfgh"})
    await client.get("/directory/service/national-line")
    await client.get("/something/private")
    response = await client.get("/metrics")
    counts = response.text
    assert response.headers["content-type"].startswith("text/plain")
    assert 'signpost_web_turns_total{need="police",urgency="danger"} 1.0' in counts
    assert 'signpost_web_turns_total{need="none",urgency="none"} 1.0' in counts
    assert 'signpost_web_responses_total{route="/chat",status="2xx"} 2.0' in counts
    assert 'signpost_web_responses_total{route="/directory/service/{id}",status="2xx"} 1.0' in counts
    for private in ("door", "asdfgh", "private", "national-line", "created", "testclient", "127.0.0.1"):
        assert private not in counts


async def test_a_fault_of_ours_shows_a_neutral_page_and_logs_only_where_it_was(
    small_conversation: Conversation, world: World, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> Reply:
        raise RuntimeError("hes kicking the door in")

    monkeypatch.setattr(Conversation, "reply", broken)
    async with client_of(site_of(lambda: small_conversation, world)) as client:
        page = await client.post("/chat", data={"text": "hes kicking the door in"})
        answer = await client.post("/chat", json={"text": "hes kicking the door in"})
    assert page.status_code == answer.status_code == 500
    assert "In danger, call" in page.text
    assert "0808 2000 247" in page.text
    assert answer.json()["error"].startswith("Something went wrong here.")
    assert page.headers["content-security-policy"] == POLICY
    [first, _] = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert first.getMessage().startswith("A page failed: RuntimeError in ")
    assert first.exc_info is None


async def test_even_a_broken_page_about_a_fault_shows_no_trace(world: World) -> None:
    def gone() -> Conversation:
        raise RuntimeError("no directory")

    async with client_of(site_of(gone, world)) as client:
        response = await client.get("/")
    assert (response.status_code, response.text) == (500, "")


async def test_an_edit_of_the_directory_is_live_at_once(
    launch_conversation: Conversation, world: World, small_conversation: Conversation
) -> None:
    in_force = [small_conversation]
    async with client_of(site_of(lambda: in_force[-1], world)) as client:
        assert "Ashby" in (await client.get("/directory")).text
        in_force.append(launch_conversation)
        page = (await client.get("/directory")).text
    assert "Ashby" not in page
    assert "Thanet" in page


def test_the_secret_is_not_printed() -> None:
    assert SECRET not in repr(WebSettings(EXIT_URL, SECRET))
