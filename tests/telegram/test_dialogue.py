"""Conversations as people have them, over the wire: what they send, and what is then in their chat."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.conversation.conversation import Conversation
from bot.storage.database import Database
from tests.bot_api.person import Person
from tests.bot_api.server import BotApi
from tests.telegram.conftest import CHAT, TYPED, Running

NEUTRAL = "Here is what I found."
HELPLINE = "0808 2000 247"


async def test_a_question_gets_its_answer_silently_and_with_a_neutral_first_line(
    running: Running, person: Person
) -> None:
    async with running():
        answer = await person.asks("is there a refuge near Ashbridge")
    assert answer.text.splitlines()[0] == NEUTRAL
    assert "Ashby Outreach" in answer.text
    assert HELPLINE in answer.text
    assert answer.sent_with["disable_notification"] == "true"
    assert json.loads(answer.sent_with["link_preview_options"]) == {"is_disabled": True}
    assert "protect_content" not in answer.sent_with
    assert "<b>National Line</b>" in answer.sent_with["text"]
    assert answer.rows[-1][0]["callback_data"] == "exit"


async def test_danger_comes_before_everything_else(running: Running, person: Person) -> None:
    async with running():
        answer = await person.asks("hes kicking the door in")
    assert answer.text.splitlines()[:3] == [NEUTRAL, "", "In danger now: call 999."]


async def test_start_tells_what_this_is_and_how_to_leave(running: Running, person: Person) -> None:
    async with running():
        answer = await person.asks("/start")
        assert "I am a computer program" in answer.text
        assert answer.labels[-1] == "Exit"
        await person.presses("A safe place")
        assert HELPLINE in (await person.reads()).text


async def test_buttons_go_on_from_what_was_shown(running: Running, api: BotApi, person: Person) -> None:
    async with running():
        await person.asks("help for male victims please")
        await person.presses("More")
        assert (await person.reads()).text.startswith(NEUTRAL)
        await person.presses("Change area")
        areas = await person.reads()
        assert "share your location" in areas.text
        await person.presses("Ashby", areas)
        assert "Area: Ashby." in (await person.reads()).text
        await api.all_done()
    assert api.methods().count("answerCallbackQuery") == 3


async def test_a_number_that_did_not_work_is_counted_and_the_next_one_shown(
    running: Running, api: BotApi, store: Database, person: Person
) -> None:
    async with running():
        await person.asks("is there a refuge near Ashbridge")
        await person.presses("A number did not work")
        await person.reads()
        await person.presses("Ashby Outreach")
        assert HELPLINE in (await person.reads()).text
        await api.all_done()
    [counted] = await store.reports()
    assert (counted.service, counted.reason, counted.source, counted.count) == ("ashby-outreach", "", "chat", 1)


async def test_why_a_number_did_not_work_is_one_tap_more_and_counts_nothing_twice(
    running: Running, api: BotApi, store: Database, person: Person
) -> None:
    async with running():
        await person.asks("is there a refuge near Ashbridge")
        await person.presses("A number did not work")
        await person.reads()
        await person.presses("Ashby Outreach")
        await person.reads()
        await person.presses("Wrong number")
        assert HELPLINE in (await person.reads()).text
        await api.all_done()
    [counted] = await store.reports()
    assert (counted.service, counted.reason, counted.count) == ("ashby-outreach", "wrong-number", 1)


async def test_a_shared_location_sets_the_area_and_is_not_kept(
    running: Running, api: BotApi, store: Database, person: Person
) -> None:
    async with running():
        await person.sends(location={"latitude": 51.01, "longitude": 0.51})
        assert "Area: Ashby." in (await person.reads()).text
        await api.all_done()
        assert "district=ashby" in await store.state(CHAT)
        assert "51." not in await store.state(CHAT)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ({"sticker": {"file_id": "f", "file_unique_id": "u", "type": "regular", "width": 1, "height": 1,
                      "is_animated": False, "is_video": False}}, "I can only read words."),
        ({"voice": {"file_id": "f", "file_unique_id": "u", "duration": 3}}, "I cannot listen to voice messages"),
        ({"photo": [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]}, "I cannot look at pictures"),
        ({"document": {"file_id": "f", "file_unique_id": "u"}}, "I cannot look at pictures"),
        ({"contact": {"phone_number": "+447700900000", "first_name": "Marigold"}}, "I do not use contacts"),
        ({"dice": {"emoji": "🎲", "value": 3}}, "I can only read words."),
        ({"text": "   "}, "That message was empty."),
        ({"text": "asdfgh"}, "I did not understand that."),
        ({"caption": "hes kicking the door in",
          "photo": [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]}, "In danger now: call 999."),
        ({"text": "he has got a knife " * 210}, "In danger now: call 999."),
    ],
)  # fmt: skip
async def test_whatever_is_sent_somebody_to_call_comes_back(
    running: Running, person: Person, content: dict[str, Any], told: str
) -> None:
    async with running():
        await person.sends(**content)
        answer = await person.reads()
    assert told in answer.text
    assert any(number in answer.text for number in (HELPLINE, "999"))
    assert answer.labels[-1] == "Exit"


async def test_an_edited_message_is_answered_as_a_new_one(running: Running, person: Person) -> None:
    async with running():
        await person.asks("zebra crossing")
        await person.edits(person.screen[0], "hes kicking the door in")
        assert "call 999" in (await person.reads()).text


async def test_a_forwarded_message_is_told_to_be_somebody_elses(running: Running, person: Person) -> None:
    origin = {"type": "hidden_user", "date": 1_700_000_000, "sender_user_name": "Marigold"}
    async with running():
        await person.sends(text="hes kicking the door in", forward_origin=origin)
        answer = await person.reads()
    assert "This reads like a forwarded message." in answer.text
    assert "call 999" in answer.text


async def test_a_button_of_an_older_version_leads_somewhere(running: Running, person: Person) -> None:
    async with running():
        answer = await person.asks("hello")
        await person.presses_data("no:such:action", answer)
        assert "older message" in (await person.reads()).text


@pytest.mark.parametrize(
    "content",
    [
        {"pinned_message": {"message_id": 1, "date": 0, "chat": {"id": CHAT, "type": "private"}}},
        {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86400}},
    ],
)
async def test_telegrams_own_notices_are_not_answered_but_will_be_deleted(
    running: Running, api: BotApi, store: Database, person: Person, content: dict[str, Any]
) -> None:
    async with running():
        await person.sends(**content)
        await api.all_done()
    assert "sendMessage" not in api.methods()
    assert len(await store.messages(CHAT)) == 1


async def test_a_live_location_is_not_answered_at_every_step(running: Running, api: BotApi, person: Person) -> None:
    async with running():
        await person.sends("edited_message", location={"latitude": 51.0, "longitude": 0.5}, edit_date=1_700_000_000)
        await api.all_done()
    assert "sendMessage" not in api.methods()


async def test_the_language_of_the_phone_is_a_hint(running: Running, api: BotApi, store: Database) -> None:
    async with running():
        await Person(api, CHAT, language="pl-PL").asks("/start")
        await api.all_done()
    assert "language=pl" in await store.state(CHAT)


async def test_in_a_group_it_says_one_neutral_line_and_leaves(running: Running, api: BotApi) -> None:
    group = {"id": -100, "type": "supergroup", "title": "Family"}
    api.chats[-100] = []
    user = {"id": CHAT, "is_bot": False, "first_name": "Marigold", "language_code": "en"}
    me = {"id": 123456789, "is_bot": True, "first_name": "Notes", "username": "notes_bot"}
    async with running():
        await api.arrives("my_chat_member", {
            "chat": group, "from": user, "date": 1_700_000_000,
            "old_chat_member": {"user": me, "status": "left"}, "new_chat_member": {"user": me, "status": "member"},
        })  # fmt: skip
        await api.arrives("message", {"message_id": 1, "date": 1_700_000_000, "chat": group, "from": user, "text": "x"})
        await api.all_done()
    assert [shown.text for shown in api.sent] == ["I answer one person at a time, so I am leaving this group."]
    assert api.left == {-100}


async def test_who_blocks_the_bot_is_forgotten(
    running: Running, api: BotApi, store: Database, person: Person, clock: Any
) -> None:
    me = {"id": 123456789, "is_bot": True, "first_name": "Notes", "username": "notes_bot"}
    async with running():
        await person.asks("hello")
        api.blocked.add(CHAT)
        await api.arrives("my_chat_member", {
            "chat": person.place, "from": person.user, "date": 1_700_000_000,
            "old_chat_member": {"user": me, "status": "member"},
            "new_chat_member": {"user": me, "status": "kicked", "until_date": 0},
        })  # fmt: skip
        await api.all_done()
        assert await store.last_spoke(CHAT) is None
        await person.says("hello")
        await api.all_done()
    assert await store.last_spoke(CHAT) is None


async def test_when_the_conversation_breaks_somebody_to_call_comes_back(
    running: Running, person: Person, small_conversation: Conversation
) -> None:
    class Broken(Conversation):
        def _understand(self, text: str, turn: Any, state: Any) -> Any:
            raise ValueError(text)

    broken = Broken(small_conversation.directory, small_conversation.understander, small_conversation.speech)
    async with running(conversation=lambda: broken):
        answer = await person.asks("zebra crossing")
    assert "Something went wrong here." in answer.text
    assert HELPLINE in answer.text


async def test_no_word_and_no_id_is_in_the_database_file(
    running: Running, api: BotApi, person: Person, database_file: Path
) -> None:
    async with running():
        await person.asks("hes kicking the door in, zebra crossing, Ashbridge")
        await api.all_done()
        raw = b"".join(file.read_bytes() for file in database_file.parent.iterdir())
    assert len(raw) > 4096
    for words in (*TYPED, "ashby", "danger", "police", "language=", "district="):
        assert words.lower().encode() not in raw.lower()
    assert CHAT.to_bytes(8, "big") not in raw
    assert CHAT.to_bytes(8, "little") not in raw
