"""Whatever is typed, however broken: an answer that keeps the hard rules, in bounded time and memory."""

from __future__ import annotations

import time
import tracemalloc
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.conversation.conversation import COMMANDS, Conversation
from bot.conversation.reply import Emergency
from bot.conversation.state import State
from bot.conversation.turn import Location, Turn
from tests.bad_input import CONTROLS, DISGUISES, INVISIBLE, MUTATIONS, NO_MESSAGES
from tests.conftest import SATURDAY_NIGHT
from tests.hard_rules import MARK, TURNS_TEXT_AROUND, broken_rules

AS_LONG_AS_IS_READ = "he took my wages and my phone " * 133
TIMES = 20
"""How much longer than 4,000 characters of plain words anything may take. A message of 100,000 characters that was read
whole would take 25 times as long, and whatever grows with the square of the length far more."""
MOST_MEMORY = 32_000_000
"""Bytes beyond what the program holds already: about five times what the worst message takes."""

quickly = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
pieces = st.text(max_size=40) | st.sampled_from(
    ["he has a knife", "refuge in london", "margate", "tn23 1ab", "999", "/area", "exit", MARK, "samaritans number"]
)
noise = st.text(alphabet=CONTROLS + TURNS_TEXT_AROUND + INVISIBLE + "\ud800\udfff\u0301 <&>\"'{}%/\\\n", max_size=12)
messages = st.lists(pieces | noise, max_size=8).map("".join)
ids = st.sampled_from(
    ["en", "ar", "ashby", "thanet", "talk", "police", "champion_refer", "employer", "champion", "high"]
)
values = ids | st.text(max_size=20) | st.sampled_from(["area", "9999", "national-line,gone", "samaritans,,kent-police"])
states = st.dictionaries(st.sampled_from(State.__slots__), values, max_size=8).map(
    lambda fields: State.from_line(" ".join(f"{name}={value}" for name, value in fields.items()))
)
actions = st.builds(
    "{}:{}".format,
    st.sampled_from([*COMMANDS, "need", "more", "wrong", "guide"]) | st.text(max_size=8),
    ids | st.text(max_size=30) | st.sampled_from(["none", "employer-told:99", "safety-plan:-1", "safety-plan:²"]),
)


@pytest.fixture(params=["small", "launch"])
def conversation(
    request: pytest.FixtureRequest, small_conversation: Conversation, launch_conversation: Conversation
) -> Conversation:
    return small_conversation if request.param == "small" else launch_conversation


@pytest.mark.parametrize("text", NO_MESSAGES.values(), ids=NO_MESSAGES)
def test_what_is_no_message_gets_an_answer(conversation: Conversation, text: str) -> None:
    for state in (State(), State(asked="area"), State(language="ar", audience="champion")):
        turn = Turn(SATURDAY_NIGHT, text=text)
        assert broken_rules(conversation.reply(turn, state), turn, conversation) == []


@quickly
@given(text=messages, state=states, forwarded=st.booleans(), hint=st.none() | st.text(max_size=8))
def test_no_text_in_no_state_breaks_a_rule(
    conversation: Conversation, text: str, state: State, forwarded: bool, hint: str | None
) -> None:
    turn = Turn(SATURDAY_NIGHT, text=text, forwarded=forwarded, language_hint=hint)
    assert broken_rules(conversation.reply(turn, state), turn, conversation) == []


@quickly
@given(
    text=st.sampled_from(["he has a knife", "i need a refuge in dover", "boję się męża", "میں ڈوور میں ہوں"]),
    changes=st.lists(st.sampled_from(sorted(MUTATIONS)), min_size=1, max_size=3),
    seed=st.integers(0, 1000),
)
def test_no_change_of_a_message_breaks_a_rule(
    conversation: Conversation, text: str, changes: list[str], seed: int
) -> None:
    for change in changes:
        text = MUTATIONS[change](text, Random(seed))
    turn = Turn(SATURDAY_NIGHT, text=text)
    assert broken_rules(conversation.reply(turn, State()), turn, conversation) == []


@quickly
@given(action=actions, state=states)
def test_no_button_in_no_state_breaks_a_rule(conversation: Conversation, action: str, state: State) -> None:
    turn = Turn(SATURDAY_NIGHT, action=action)
    assert broken_rules(conversation.reply(turn, state), turn, conversation) == []


@quickly
@given(latitude=st.floats(), longitude=st.floats(), state=states)
def test_no_place_on_or_off_the_earth_breaks_a_rule(
    conversation: Conversation, latitude: float, longitude: float, state: State
) -> None:
    turn = Turn(SATURDAY_NIGHT, location=Location(latitude, longitude))
    assert broken_rules(conversation.reply(turn, state), turn, conversation) == []


@pytest.mark.parametrize("disguise", DISGUISES.values(), ids=DISGUISES)
@pytest.mark.parametrize("text", ["he has a knife", "hes kicking the door in now"])
def test_a_danger_is_seen_through_what_happened_to_its_letters(
    launch_conversation: Conversation, text: str, disguise: object
) -> None:
    assert callable(disguise)
    reply = launch_conversation.reply(Turn(SATURDAY_NIGHT, text=disguise(text)), State())
    assert isinstance(reply.parts[0], Emergency)


@pytest.mark.parametrize("text", ["a", "E", "4", "9", "n", "hhhhhhhhh", "😭", "?", ". . ."])
def test_a_single_letter_is_neither_an_alarm_nor_understood(launch_conversation: Conversation, text: str) -> None:
    understood = launch_conversation.reply(Turn(SATURDAY_NIGHT, text=text), State()).understood
    assert understood is not None
    assert understood.urgency is None
    assert not understood.understood


@pytest.mark.parametrize("text", NO_MESSAGES.values(), ids=NO_MESSAGES)
def test_it_takes_little_longer_and_little_memory(launch_conversation: Conversation, text: str) -> None:
    def seconds(typed: str) -> float:
        begun = time.perf_counter()
        launch_conversation.reply(Turn(SATURDAY_NIGHT, text=typed), State())
        return time.perf_counter() - begun

    # The quickest of several: this machine has other things to do, too.
    plain = min(seconds(AS_LONG_AS_IS_READ) for _ in range(3))
    assert min(seconds(text) for _ in range(3)) < TIMES * plain

    tracemalloc.start()
    seconds(text)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < MOST_MEMORY
