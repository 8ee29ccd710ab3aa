"""The page carries the chat's memory: nobody else can read it, change it, or use it for long."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.channels.web.token import RefusedTokenError, Tokens
from bot.conversation.state import State
from tests.conftest import SATURDAY_NIGHT

TOKENS = Tokens("a secret for tests, long enough to be one", timedelta(hours=2))
STATE = State(language="en", district="ashby", need="refuge", shown="national-line,ashby-outreach", seen=2)


def test_what_was_sealed_comes_back() -> None:
    assert TOKENS.open(TOKENS.seal(STATE, SATURDAY_NIGHT), SATURDAY_NIGHT) == STATE


def test_a_token_shows_nothing_of_what_it_remembers() -> None:
    empty, full = TOKENS.seal(State(), SATURDAY_NIGHT), TOKENS.seal(STATE, SATURDAY_NIGHT)
    assert "ashby" not in full
    assert full != TOKENS.seal(STATE, SATURDAY_NIGHT)
    assert len(TOKENS.seal(State(language="en"), SATURDAY_NIGHT)) == len(full)
    assert TOKENS.open(empty, SATURDAY_NIGHT) == State()


def test_a_token_works_for_two_hours_and_then_no_more() -> None:
    token = TOKENS.seal(STATE, SATURDAY_NIGHT)
    assert TOKENS.open(token, SATURDAY_NIGHT + timedelta(hours=2)) == STATE
    with pytest.raises(RefusedTokenError):
        TOKENS.open(token, SATURDAY_NIGHT + timedelta(hours=2, seconds=1))


def test_a_token_from_the_future_is_refused() -> None:
    token = TOKENS.seal(STATE, SATURDAY_NIGHT + timedelta(minutes=6))
    with pytest.raises(RefusedTokenError):
        TOKENS.open(token, SATURDAY_NIGHT)


def test_another_hubs_token_is_refused() -> None:
    other = Tokens("another secret, also long enough to be one", timedelta(hours=2))
    with pytest.raises(RefusedTokenError):
        TOKENS.open(other.seal(STATE, SATURDAY_NIGHT), SATURDAY_NIGHT)


@given(st.integers(0, 10_000), st.integers(1, 127))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_token_changed_anywhere_is_refused(place: int, change: int) -> None:
    token = bytearray(TOKENS.seal(STATE, SATURDAY_NIGHT), "ascii")
    # The last letter before "=" has bits to spare, which base64 ignores.
    place %= len(token.rstrip(b"=")) - 1
    token[place] ^= change
    with pytest.raises(RefusedTokenError):
        TOKENS.open(token.decode("ascii"), SATURDAY_NIGHT)


@given(st.text(max_size=300))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_anything_else_is_refused_and_nothing_breaks(text: str) -> None:
    with pytest.raises(RefusedTokenError):
        TOKENS.open(text, SATURDAY_NIGHT)
