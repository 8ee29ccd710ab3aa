"""Faults of network, Telegram and database: every update is answered, and none holds back another chat."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.channels.error import ChannelError
from bot.channels.telegram.delivery import MOST_TRIES
from bot.storage.database import Database
from tests.bot_api.person import Person
from tests.bot_api.server import TOKEN, BotApi, Fault, FaultKind
from tests.telegram.broken_store import BrokenStore
from tests.telegram.conftest import CHAT, HURRIED, Running


@pytest.mark.parametrize("kind", ["429", "500", "502", "cut before", "garbage"])
async def test_an_answer_that_is_not_accepted_is_sent_again(
    running: Running, api: BotApi, person: Person, kind: FaultKind
) -> None:
    api.faults.append(Fault("sendMessage", kind, times=1 if kind == "429" else 3))
    async with running():
        await person.asks("hello")
        await api.all_done()
    assert len(api.sent) == 1
    assert api.faults[0].times == 0


async def test_an_update_is_acknowledged_only_when_its_answer_was_accepted(
    running: Running, api: BotApi, person: Person, neighbour: Person
) -> None:
    api.faults.append(Fault("sendMessage", "429", chat=CHAT, retry_after=0.5))
    async with running():
        waiting = await person.says("hello")
        await api.until(lambda: api.faults[0].times == 0)
        await neighbour.asks("hello")
        await neighbour.asks("/area")
        assert api.confirmed <= waiting
        assert [shown.chat for shown in api.sent] == [neighbour.chat] * 2
        await person.reads()
        await api.all_done()
    assert api.confirmed > waiting
    assert len(api.sent) == 3


async def test_messages_of_one_chat_are_answered_in_their_order(running: Running, api: BotApi, person: Person) -> None:
    api.faults.append(Fault("sendMessage", "500", times=2))
    async with running():
        for text in ("/start", "hes kicking the door in", "/area", "asdfgh"):
            await person.says(text)
        answers = [(await person.reads()).text for _ in range(4)]
    for answer, told in zip(answers, ("Hello.", "call 999", "Which area?", "did not understand"), strict=True):
        assert told in answer


async def test_more_people_than_one_fetch_brings_are_all_answered_once(running: Running, api: BotApi) -> None:
    people = [Person(api, 10_000 + number) for number in range(110)]
    for number, each in enumerate(people):
        await each.says("hello")
        if number % 10 == 0:
            api.faults.append(Fault("sendMessage", "500", chat=each.chat))
    async with running():
        await api.all_done()
    assert sorted(shown.chat for shown in api.sent) == [each.chat for each in people]


async def test_a_stop_in_the_middle_loses_nothing_and_a_restart_answers(
    running: Running, api: BotApi, person: Person, neighbour: Person
) -> None:
    api.faults.append(Fault("sendMessage", "429", chat=CHAT, retry_after=3600))
    async with running():
        await person.says("hello")
        await api.until(lambda: api.faults[0].times == 0)
        await neighbour.asks("hello")
    async with running():
        await person.reads()
        await api.all_done()
    assert [shown.chat for shown in api.sent].count(CHAT) == 1


async def test_what_was_answered_before_a_stop_is_not_answered_again(
    running: Running, api: BotApi, person: Person
) -> None:
    async with running():
        await person.asks("hello")
    async with running():
        await person.asks("/area")
    assert len(api.sent) == 2


async def test_telegram_away_for_longer_than_any_patience_drops_nothing(
    running: Running, api: BotApi, person: Person
) -> None:
    slower = replace(HURRIED, longest_wait=timedelta(milliseconds=100))
    api.faults.append(Fault("sendMessage", "429", retry_after=0.5))
    async with running(pace=slower):
        await person.says("/area")
        await api.until(lambda: api.faults[0].times == 0)
        api.away = True
        await api.until(lambda: api.methods().count("sendMessage") > 2 * MOST_TRIES)
        api.away = False
        assert "Which area?" in (await person.reads()).text
        await api.all_done()


@pytest.mark.parametrize("kind", ["429", "500", "cut before", "cut after", "garbage"])
async def test_a_failing_fetch_is_tried_again(running: Running, api: BotApi, person: Person, kind: FaultKind) -> None:
    api.faults.append(Fault("getUpdates", kind, times=1 if kind == "429" else 3))
    async with running():
        await person.asks("hello")
        await api.all_done()
    assert len(api.sent) == 1


async def test_one_update_that_cannot_be_read_is_set_aside(
    running: Running, api: BotApi, person: Person, caplog: pytest.LogCaptureFixture
) -> None:
    async with running():
        broken = await api.arrives("message", {"message_id": "zebra crossing", "text": {"zebra crossing": []}})
        await person.asks("hello")
        await api.all_done()
    assert f"Update {broken} cannot be read" in caplog.text


async def test_a_refused_message_goes_out_as_plain_text(
    running: Running, api: BotApi, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.channels.telegram.markup._span", lambda span, _: f"<h1>{span.text}</h1>")
    async with running():
        answer = await person.asks("is there a refuge near Ashbridge")
    assert "Ashby Outreach" in answer.text
    assert "<" not in answer.text


async def test_a_chat_that_is_always_refused_is_set_aside(
    running: Running, api: BotApi, person: Person, neighbour: Person, caplog: pytest.LogCaptureFixture
) -> None:
    api.faults.append(Fault("sendMessage", "500", times=1000, chat=CHAT))
    async with running():
        update = await person.says("zebra crossing")
        await api.until(lambda: api.faults[0].times < 1000)
        await neighbour.asks("hello")
        await api.all_done()
    assert f"{update} (message) was set aside: NetworkError" in caplog.text


async def test_without_the_database_people_are_answered_and_told(
    running: Running, api: BotApi, store: Database, person: Person
) -> None:
    broken = BrokenStore(store)
    async with running(store=broken):
        answer = await person.asks("hes kicking the door in")
        assert "In danger now: call 999." in answer.text
        assert "I cannot save anything just now" in answer.text
        broken.down = False
        assert "I cannot save" not in (await person.asks("hello")).text
        await api.all_done()
    assert {shown.id for shown in person.screen[-2:]} <= {each.message_id for each in await store.messages(CHAT)}


async def test_a_wrong_token_is_one_clear_sentence_without_the_token(
    running: Running, caplog: pytest.LogCaptureFixture
) -> None:
    wrong = "987654321:AAGnotTheRightOneAtAll_000000000000"
    with pytest.raises(ChannelError, match="SIGNPOST_TELEGRAM_TOKEN") as told:
        async with running(token=wrong):
            await asyncio.sleep(0.5)
    assert wrong.partition(":")[2] not in str(told.value) + caplog.text + repr(told.value.__cause__)
    assert "\n" not in str(told.value)


async def test_no_network_is_one_clear_sentence(running: Running) -> None:
    with pytest.raises(ChannelError, match=r"cannot be reached at http://127\.0\.0\.1:1"):
        async with running(api_url="http://127.0.0.1:1"):
            await asyncio.sleep(0.5)


async def test_a_start_gets_over_a_few_faults(running: Running, api: BotApi, person: Person) -> None:
    api.faults += [Fault("getMe", "500", times=2), Fault("getMe", "cut before")]
    async with running():
        await person.asks("hello")


async def test_neither_the_token_nor_an_address_is_logged(
    running: Running, api: BotApi, person: Person, caplog: pytest.LogCaptureFixture
) -> None:
    api.faults.append(Fault("sendMessage", "500", times=2))
    async with running():
        await person.asks("zebra crossing")
        await api.all_done()
    told = " ".join(record.getMessage() for record in caplog.records)
    for secret in (TOKEN, api.url, "zebra crossing", str(CHAT), "Marigold"):
        assert secret not in told
