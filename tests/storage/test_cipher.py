"""The cipher: what is sealed can be opened by this key, in this place, and by nothing else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.storage.cipher import Cipher

MINE, OTHER = Cipher("a" * 32), Cipher("b" * 32)
IDS = st.integers(-(2**52), 2**62)


@given(IDS, st.text(max_size=300))
def test_what_is_sealed_comes_back(number: int, line: str) -> None:
    assert MINE.open_number(MINE.seal_number(number, b"here"), b"here") == number
    assert MINE.open_state(MINE.seal_state(line, b"here"), b"here") == line.rstrip()


@given(IDS)
def test_another_key_or_another_place_opens_nothing(number: int) -> None:
    sealed = MINE.seal_number(number, b"here")
    assert OTHER.open_number(sealed, b"here") is None
    assert MINE.open_number(sealed, b"there") is None
    assert MINE.open_number(sealed[:-1], b"here") is None
    assert MINE.open_number(b"", b"here") is None
    assert MINE.open_state(sealed, b"here") == ""


@given(IDS, IDS)
def test_hashes_tell_chats_apart_and_need_the_key(one: int, two: int) -> None:
    assert (MINE.chat(one) == MINE.chat(two)) is (one == two)
    assert MINE.chat(one) != OTHER.chat(one)
    assert len({MINE.chat(one), MINE.message(one, one), MINE.report(one, "x")}) == 3


def test_the_length_of_a_sealed_state_does_not_tell_what_was_asked() -> None:
    short, long = MINE.seal_state("language=en", b""), MINE.seal_state("language=en district=thanet need=refuge", b"")
    assert len(short) == len(long)
