"""Whatever is sent: an answer or a clear refusal, never a trace, never a 500."""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.web.conftest import World

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


async def test_ten_megabytes_are_refused_kindly(client: httpx.AsyncClient) -> None:
    response = await client.post("/chat", data={"text": "a" * 10_000_000})
    assert response.status_code == 413
    assert "That message is too long" in response.text
    assert "<textarea" in response.text


async def test_ten_megabytes_that_do_not_say_so_are_refused_too(client: httpx.AsyncClient) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(160):
            yield b"a" * 65_536

    response = await client.post("/chat", content=endless(), headers=FORM)
    assert response.status_code == 413


async def test_a_message_of_60_000_letters_is_read(client: httpx.AsyncClient) -> None:
    response = await client.post("/chat", data={"text": "well it is a long story " * 2500 + "he has got a knife"})
    assert response.status_code == 200
    assert "999" in response.text


@pytest.mark.parametrize("kind", ["text/plain", "multipart/form-data; boundary=x", "application/xml", ""])
async def test_another_kind_of_content_is_refused(client: httpx.AsyncClient, kind: str) -> None:
    response = await client.post("/chat", content=b"text=hello", headers={"Content-Type": kind})
    assert response.status_code == 415
    assert "0808 2000 247" in response.text


NO_BUTTONS = ["nonsense", "need:nowhere", "guide:nothing:0", "guide:employer-told:99999", "guide:employer-told:²"]
NO_BUTTONS += ["wrong:nobody", "area:atlantis", "language:xx", "refer:extreme", "<script>", "../../etc", "\x00", ":"]
NO_BUTTONS += ["x" * 5000, "need:" * 1000]


@pytest.mark.parametrize("action", NO_BUTTONS)
async def test_a_button_that_is_none_leads_back_to_something(client: httpx.AsyncClient, action: str) -> None:
    response = await client.post("/chat", data={"action": action})
    assert response.status_code == 200
    assert "tel:" in response.text


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "refuge in <b>London</b>", '"><img src=x onerror=alert(1)>', "{{ 7*191 }}"]
)
async def test_markup_stays_text(client: httpx.AsyncClient, text: str) -> None:
    page = (await client.post("/chat", data={"text": text})).text
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "<b>" not in page
    assert "1337" not in page


async def test_a_place_cannot_turn_the_page_around(client: httpx.AsyncClient) -> None:
    page = (await client.post("/chat", data={"text": "refuge in \u202elondon\u2066\u200f"})).text
    assert "\u202e" not in page
    assert "\u2066" not in page


async def test_a_token_with_anything_in_it_starts_afresh(client: httpx.AsyncClient) -> None:
    for token in ("x", "=" * 50, "é", "A" * 60_000, "<script>", "\x00"):
        page = await client.post("/chat", data={"text": "hello", "token": token})
        assert page.status_code == 200
        assert "starts afresh" in page.text


async def test_a_form_with_a_thousand_fields_is_refused(client: httpx.AsyncClient) -> None:
    body = "&".join(f"f{number}=1" for number in range(1000)).encode()
    assert (await client.post("/chat", content=body, headers=FORM)).status_code == 400


async def test_a_form_posted_twice_is_answered_twice(client: httpx.AsyncClient) -> None:
    for _ in range(2):
        assert (await client.post("/chat", data={"text": "is there a refuge"})).status_code == 200


@given(st.binary(max_size=2000), st.sampled_from(["application/json", FORM["Content-Type"]]))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_no_bytes_break_it(client: httpx.AsyncClient, body: bytes, kind: str) -> None:
    response = await client.post("/chat", content=body, headers={"Content-Type": kind})
    assert response.status_code in {200, 303, 400}


@given(text=st.text(max_size=400), action=st.none() | st.text(max_size=60))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_no_words_and_no_button_break_it(client: httpx.AsyncClient, text: str, action: str | None) -> None:
    response = await client.post("/chat", json={"text": text, "action": action})
    assert response.status_code == 200


async def test_an_unknown_page_says_so_and_offers_a_way_on(client: httpx.AsyncClient) -> None:
    for path in (
        "/nothing",
        "/directory/atlantis",
        "/directory/ashby/nothing",
        "/directory/service/nobody",
        "/guidance/x",
    ):
        response = await client.get(path)
        assert response.status_code == 404
        assert "There is nothing at this address" in response.text
        assert "0808 2000 247" in response.text
        assert "Traceback" not in response.text
    assert (await client.get("/static/../pages.py")).status_code == 404
    assert (await client.get("/static/%2e%2e/pages.py")).status_code == 404


async def test_other_methods_are_refused_and_head_is_not(client: httpx.AsyncClient) -> None:
    for path in ("/", "/directory", "/healthz"):
        assert (await client.head(path)).status_code == 200
        assert (await client.post(path)).status_code == 405
    for method, path in (("OPTIONS", "/chat"), ("DELETE", "/chat"), ("GET", "/exit"), ("PUT", "/"), ("TRACE", "/")):
        response = await client.request(method, path)
        assert response.status_code == 405
        assert response.headers["allow"]


async def test_a_report_that_cannot_be_saved_does_not_cost_the_answer(
    client: httpx.AsyncClient, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(self: World, service: str) -> None:
        raise RuntimeError("margate baker")

    first = (await client.post("/chat", json={"text": "i need a refuge in ashbridge"})).json()
    monkeypatch.setattr(World, "report", broken)
    answer = await client.post("/chat", json={"action": "wrong:ashby-outreach", "token": first["token"]})
    assert answer.status_code == 200
