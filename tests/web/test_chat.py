"""A turn on the web: a text or a button in, an answer out, and nothing kept."""

from __future__ import annotations

import html
import re

import httpx
import pytest

from bot.conversation.reply import Report
from tests.web.conftest import EXIT_URL, World


def token_of(page: str) -> str:
    found = re.search(r'name="token" value="([^"]*)"', page)
    assert found
    return found[1]


def choice(page: str, label: str) -> str:
    found = re.search(rf'name="action" value="([^"]+)"[^>]*>{re.escape(label)}<', page)
    assert found, f"no button {label!r}"
    return found[1]


async def test_the_first_page_offers_words_buttons_and_somebody_to_call(client: httpx.AsyncClient) -> None:
    page = (await client.get("/")).text
    assert "<textarea" in page
    assert choice(page, "A safe place") == "need:refuge"
    assert 'href="tel:+448082000247"' in page


async def test_exit_comes_first_in_the_page_and_then_the_way_to_the_message_box(client: httpx.AsyncClient) -> None:
    page = (await client.get("/")).text
    controls = re.findall(r"<(?:button|a|textarea|input)\b[^>]*>", page)
    assert page.index('action="/exit"') < page.index(controls[0])
    assert "skip" in controls[1]


async def test_what_exit_does_and_does_not_is_told_before_the_first_message(client: httpx.AsyncClient) -> None:
    page = html.unescape((await client.get("/")).text)
    assert page.index("It cannot remove the visit from your browser's history") < page.index("<textarea")
    assert page.index("<noscript>") < page.index("<textarea")


async def test_a_message_that_names_a_weapon_gets_the_emergency_block_first(client: httpx.AsyncClient) -> None:
    page = (await client.post("/chat", data={"text": "hes kicking the door in"})).text
    answer = page[page.index('id="answer"') :]
    assert re.search(r'<div class="emergency">\s*<p>In danger now: call <a href="tel:999">', answer)
    assert answer.index("emergency") < answer.index("card")
    assert 'class="call" href="tel:999"' in answer


async def test_what_the_person_typed_is_not_on_the_answer(client: httpx.AsyncClient) -> None:
    page = (await client.post("/chat", data={"text": "is there a refuge near me zebra"})).text
    assert "zebra" not in page
    assert "National Line" in page


async def test_the_page_remembers_the_place_for_the_next_turn(client: httpx.AsyncClient) -> None:
    first = (await client.post("/chat", data={"text": "i need a refuge in ashbridge"})).text
    assert "Ashby Outreach" in first
    second = await client.post("/chat", data={"action": "need:talk", "token": token_of(first)})
    assert "Ashby Outreach" in second.text


async def test_a_button_wins_over_words_not_sent_yet(client: httpx.AsyncClient) -> None:
    page = (await client.post("/chat", data={"text": "hes kicking the door in", "action": "need:talk"})).text
    assert "About this: talk to someone." in page
    assert "emergency" not in page


async def test_an_old_page_starts_afresh_politely_and_still_answers(client: httpx.AsyncClient, world: World) -> None:
    first = (await client.post("/chat", data={"text": "i need a refuge in ashbridge"})).text
    world.later(hours=2, minutes=1)
    page = (await client.post("/chat", data={"text": "is there a refuge", "token": token_of(first)})).text
    assert "so it starts afresh" in page
    assert "National Line" in page
    assert "Ashby Outreach" not in page


async def test_on_an_old_page_the_emergency_still_comes_first(client: httpx.AsyncClient) -> None:
    page = (await client.post("/chat", data={"text": "hes kicking the door in", "token": "broken"})).text
    assert page.index("In danger now") < page.index("so it starts afresh")


async def test_a_number_that_did_not_work_is_counted_and_the_next_is_shown(
    client: httpx.AsyncClient, world: World
) -> None:
    first = (await client.post("/chat", data={"text": "i need a refuge in ashbridge"})).text
    second = (await client.post("/chat", data={"action": "wrong", "token": token_of(first)})).text
    wrong = choice(second, "Ashby Outreach")
    third = await client.post("/chat", data={"action": wrong, "token": token_of(second)})
    assert "National Line" in third.text
    assert world.reports == [Report("ashby-outreach")]
    fourth = await client.post(
        "/chat", data={"action": choice(third.text, "Nobody answered"), "token": token_of(third.text)}
    )
    assert "Thank you, that is noted. These may work:" in fourth.text
    assert "National Line" in fourth.text, "what was offered instead is still there"
    assert world.reports[1:] == [Report("ashby-outreach", "no-answer")]


async def test_the_word_exit_leaves_like_the_button(client: httpx.AsyncClient) -> None:
    for response in (await client.post("/chat", data={"text": "Exit"}), await client.post("/exit")):
        assert response.status_code == 303
        assert response.headers["location"] == EXIT_URL
        assert response.headers["clear-site-data"] == '"*"'
        assert response.headers["cache-control"] == "no-store"


async def test_the_address_of_a_turn_shows_nothing_when_it_is_opened_again(client: httpx.AsyncClient) -> None:
    response = await client.get("/chat")
    assert (response.status_code, response.headers["location"]) == (303, "/")


async def test_the_page_does_not_promise_what_only_telegram_does(client: httpx.AsyncClient) -> None:
    page = html.unescape((await client.post("/chat", data={"action": "privacy"})).text)
    assert "Telegram" not in page
    assert "message numbers" not in page
    assert "kept in this page alone" in page
    assert "Exit clears this page" in page


@pytest.mark.parametrize("wanted", ["ar", "ar-EG,en;q=0.4", "fr, ar;q=0.9, en;q=0.1"])
async def test_the_browsers_language_is_the_first_pages_language(client: httpx.AsyncClient, wanted: str) -> None:
    page = (await client.get("/", headers={"Accept-Language": wanted})).text
    assert '<html lang="ar" dir="rtl">' in page
    assert re.search(r'<span lang="en" dir="ltr">I am a computer program', page)
    assert "(in English)" in page


async def test_a_language_stands_under_its_own_name_and_is_read_out_in_it(client: httpx.AsyncClient) -> None:
    page = (await client.post("/chat", data={"action": "language"})).text
    assert '<button form="ask" name="action" value="language:ar" lang="ar" dir="rtl">العربية</button>' in page
    arabic = await client.post("/chat", data={"action": "language:ar"})
    assert '<html lang="ar" dir="rtl">' in arabic.text


@pytest.mark.parametrize("header", ["", ";;;", "en;q=x", "*", "q=1", "fr;q=0", "x" * 5000, "en;q=" + "9" * 400])
async def test_any_language_header_gets_a_page(client: httpx.AsyncClient, header: str) -> None:
    assert '<html lang="en"' in (await client.get("/", headers={"Accept-Language": header})).text


async def test_guidance_in_the_chat_leads_to_the_page_that_can_be_printed(client: httpx.AsyncClient) -> None:
    page = (await client.post("/chat", data={"text": "an employee told me her husband hits her"})).text
    assert "Find a quiet room." in page
    assert 'href="/guidance/employer-told"' in page


async def test_a_referral_route_is_read_in_headed_lines(client: httpx.AsyncClient) -> None:
    page = (await client.post("/chat", data={"text": "how do i refer someone high risk in ashbridge"})).text
    assert "High risk in Westshire" in page
    assert re.search(r"<dt>Consent</dt>\s*<dd><span>Ask first.", page)
