"""The hard rules of the product, over everything the launch directory holds and anything a person can type."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.channels.plain_text import plain_text
from bot.conversation.conversation import Conversation
from bot.conversation.reply import Card, Emergency
from bot.conversation.state import State
from bot.conversation.turn import Location, Turn
from bot.directory.directory import Directory
from tests.conftest import MONDAY_NOON, SATURDAY_NIGHT
from tests.hard_rules import somebody_is_open

CHRISTMAS = datetime(2026, 12, 25, 4, 30, tzinfo=UTC)
MOMENTS = (SATURDAY_NIGHT, MONDAY_NOON, CHRISTMAS)

anything = st.text(max_size=400) | st.text(alphabet="he is outside knife 999 margate tn23 ?!\u202e\u200d", max_size=200)
quickly = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize("now", MOMENTS, ids=lambda moment: f"{moment:%a %H:%M %d %b}")
def test_no_need_no_district_no_audience_and_no_hour_is_a_dead_end(
    launch_conversation: Conversation, launch_directory: Directory, now: datetime
) -> None:
    for need in launch_directory.needs:
        for district in ("", *launch_directory.districts):
            for audience in ("public", "champion", "employer"):
                state = State(language="en", district=district, audience=audience)
                reply = launch_conversation.reply(Turn(now, action=f"need:{need}"), state)
                assert reply.choices[-1].action == "exit"
                if launch_directory.needs[need].kind != "route" or (district and reply.state.risk):
                    assert somebody_is_open(reply, launch_directory, now), (need, district, audience)


@quickly
@given(text=anything)
def test_whatever_is_typed_somebody_can_be_reached_and_exit_is_there(
    launch_conversation: Conversation, launch_directory: Directory, text: str
) -> None:
    reply = launch_conversation.reply(Turn(SATURDAY_NIGHT, text=text), State())
    if not reply.exit:
        assert somebody_is_open(reply, launch_directory, SATURDAY_NIGHT) or reply.state.asked
        assert reply.choices[-1].action == "exit"


@quickly
@given(
    action=st.text(max_size=60)
    | st.sampled_from(
        [
            "need:",
            "guide:safety-plan:9999999999999999999",
            "guide:safety-plan:\u00b2",
            "guide:safety-plan:-1",
            "wrong:kent-police",
            "area:mars",
        ]
    )
)
def test_no_button_however_old_or_forged_breaks_the_chat(launch_conversation: Conversation, action: str) -> None:
    reply = launch_conversation.reply(Turn(SATURDAY_NIGHT, action=action), State())
    assert reply.exit or reply.parts


@quickly
@given(line=st.text(max_size=300))
def test_a_state_line_that_somebody_made_up_is_harmless(launch_conversation: Conversation, line: str) -> None:
    state = State.from_line(line)
    assert State.from_line(state.line()) == state
    assert launch_conversation.reply(Turn(SATURDAY_NIGHT, action="more"), state).choices


def test_a_state_that_names_what_the_directory_no_longer_holds_is_harmless(launch_conversation: Conversation) -> None:
    state = State.from_line("language=xx district=atlantis need=gold audience=king shown=gone,kent-police seen=3")
    for action in ("more", "wrong", "area", "language:pl", "guide:gone:2"):
        assert launch_conversation.reply(Turn(SATURDAY_NIGHT, action=action), state).choices


def test_a_champion_whose_words_may_be_urgent_is_warned_before_the_route(launch_conversation: Conversation) -> None:
    texts = (
        "how do i refer someone high risk in dover, hes outside her door with a knife right now",
        "champion here, referral for a woman in dover, high risk, he is kicking her door in now",
    )
    for text in texts:
        assert "999" in plain_text(launch_conversation.reply(Turn(SATURDAY_NIGHT, text=text), State()))[:160]


def test_the_state_is_one_line_without_a_word_of_the_message(launch_conversation: Conversation) -> None:
    reply = launch_conversation.reply(Turn(SATURDAY_NIGHT, text="my husband Gregory in Margate took my wages"), State())
    line = reply.state.line()
    assert "\n" not in line
    assert "gregory" not in line.lower()
    assert State.from_line(line) == reply.state


def test_an_emergency_stands_before_everything_else(launch_conversation: Conversation) -> None:
    reply = launch_conversation.reply(Turn(SATURDAY_NIGHT, text="he is here with a knife, margate"), State())
    assert isinstance(reply.parts[0], Emergency)
    assert sum(isinstance(part, Emergency) for part in reply.parts) == 1


def test_the_emergency_number_is_dialled_in_western_digits_and_55_is_explained(launch_directory: Directory) -> None:
    for urgency in launch_directory.urgencies.values():
        for language, text in urgency.block.items():
            assert "999" in text, language
        if "55" in urgency.block["en"]:
            assert "mobile" in urgency.block["en"]
            assert "when the voice asks" in urgency.block["en"]


def test_an_old_entry_is_marked_and_a_very_old_one_too_where_nothing_else_is_left(
    launch_conversation: Conversation,
) -> None:
    directory = launch_conversation.directory
    due = max(service.review_by for service in directory.live_services)
    marked = datetime(due.year, due.month, due.day, 12, tzinfo=UTC) + timedelta(days=30)
    reply = launch_conversation.reply(Turn(marked, text="i need a refuge in margate"), State())
    assert "due to be checked again" in plain_text(reply)
    gone = marked + timedelta(days=120)
    reply = launch_conversation.reply(Turn(gone, text="i need a refuge in margate"), State())
    shown = [part for part in reply.parts if isinstance(part, Card)]
    assert shown, "the whole directory is very old, so nothing else would answer"
    assert all(part.old for part in shown)
    assert "0808 2000 247" in plain_text(reply)


@pytest.mark.parametrize(
    "turn",
    [
        Turn(SATURDAY_NIGHT, unreadable="voice"),
        Turn(SATURDAY_NIGHT, unreadable="sticker"),
        Turn(SATURDAY_NIGHT, unreadable="contact"),
        Turn(SATURDAY_NIGHT, unreadable="picture"),
        Turn(SATURDAY_NIGHT, text="a" * 4000),
        Turn(SATURDAY_NIGHT, text="\u200b\u202e\u2066"),
        Turn(SATURDAY_NIGHT, text="<b>help</b> &amp; </i>"),
        Turn(SATURDAY_NIGHT, text="07700 900123"),
        Turn(SATURDAY_NIGHT, text="ᚠᚢᚦᚨᚱᚲ"),
    ],
    ids=["voice", "sticker", "contact", "picture", "a wall of one letter", "invisible", "html", "a number", "runes"],
)
def test_what_cannot_be_read_gets_a_kind_answer_and_a_number(launch_conversation: Conversation, turn: Turn) -> None:
    text = plain_text(launch_conversation.reply(turn, State()))
    assert re.search(r"Call: |0808", text)


def test_a_shared_location_is_used_once_and_only_its_district_is_kept(launch_conversation: Conversation) -> None:
    reply = launch_conversation.reply(Turn(SATURDAY_NIGHT, location=Location(51.381, 1.386)), State(language="en"))
    assert reply.state.district == "thanet"
    assert "51." not in reply.state.line()


def test_a_location_far_away_is_no_district(launch_conversation: Conversation) -> None:
    assert launch_conversation.reply(Turn(SATURDAY_NIGHT, location=Location(55.9, -3.2)), State()).state.district == ""
