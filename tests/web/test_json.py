"""The same conversation for a program: JSON in, JSON out."""

from __future__ import annotations

import httpx

from tests.web.conftest import World


async def test_a_turn_in_json_gets_the_whole_answer_in_json(client: httpx.AsyncClient) -> None:
    response = await client.post("/chat", json={"text": "hes kicking the door in"})
    assert response.headers["content-type"] == "application/json"
    answer = response.json()
    assert answer.keys() == {"text", "parts", "choices", "language", "token", "exit"}
    assert answer["text"].startswith("In danger now: call 999.")
    assert answer["parts"][0]["kind"] == "emergency"
    assert answer["parts"][0]["text"] == {"text": "In danger now: call 999.", "language": "en"}
    assert answer["language"] == "en"
    assert answer["exit"] is False
    assert {"label": "Exit", "action": "exit"} in answer["choices"]


async def test_a_token_and_an_action_carry_the_chat_on(client: httpx.AsyncClient) -> None:
    first = (await client.post("/chat", json={"text": "i need a refuge in ashbridge"})).json()
    second = (await client.post("/chat", json={"action": "need:talk", "token": first["token"], "extra": 1})).json()
    services = [part["service"] for part in second["parts"] if part["kind"] == "service"]
    assert "ashby-outreach" in services
    assert any(way["link"] == "tel:+441233680150" for part in second["parts"] for way in part.get("ways", ()))


async def test_exit_says_so_and_leaves_no_token(client: httpx.AsyncClient) -> None:
    answer = (await client.post("/chat", json={"text": "exit"})).json()
    assert answer["exit"] is True
    assert (answer["text"], answer["parts"], answer["token"]) == ("", [], "")


async def test_an_old_token_starts_afresh_here_too(client: httpx.AsyncClient, world: World) -> None:
    first = (await client.post("/chat", json={"text": "i need a refuge in ashbridge"})).json()
    world.later(hours=3)
    answer = (await client.post("/chat", json={"text": "refuge", "token": first["token"]})).json()
    assert "starts afresh" in answer["parts"][0]["text"]["text"]


async def test_nothing_at_all_is_an_empty_message(client: httpx.AsyncClient) -> None:
    answer = (await client.post("/chat", json={})).json()
    assert "empty" in answer["text"]
    assert "0808 2000 247" in answer["text"]


async def test_what_is_not_json_is_refused_as_json(client: httpx.AsyncClient) -> None:
    for body in (b"", b"{", b"[]", b"null", b'{"text": 5}', b'{"text": "\xff"}', b'{"text": "\\ud800"}', b"[" * 50_000):
        response = await client.post("/chat", content=body, headers={"Content-Type": "application/json"})
        assert response.status_code == 400, body[:20]
        assert response.json().keys() == {"error"}
