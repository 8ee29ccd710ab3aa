"""Which known word was meant by one that was mistyped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from bot.search.spelling import Spellings

WORDS = st.text("abc", min_size=1, max_size=7)

KNOWN = Spellings(["samaritans", "galop", "gallop", "hourglass"])


@pytest.mark.parametrize(
    ("typed", "slips", "meant"),
    [
        ("samaritns", 1, ["samaritans"]),
        ("samaritanss", 1, ["samaritans"]),
        ("samaratans", 1, ["samaritans"]),
        ("samartians", 1, ["samaritans"]),
        ("samratanz", 2, []),
        ("hourglas", 1, ["hourglass"]),
        ("gallp", 1, ["galop", "gallop"]),
        ("galop", 1, ["galop"]),
        ("hamaritans", 2, []),
        ("", 2, []),
    ],
)
def test_the_nearest_known_words_are_meant(typed: str, slips: int, meant: list[str]) -> None:
    assert KNOWN.nearest(typed, slips) == meant


@pytest.mark.parametrize("typed", ["xourglass", "ourglass", "hhourglass", "ohurglass"])
def test_one_slip_in_the_first_letter_is_known_apart(typed: str) -> None:
    assert KNOWN.with_another_first_letter(typed) == ["hourglass"]


@given(known=st.lists(WORDS, unique=True), typed=WORDS, slips=st.sampled_from([1, 2]))
def test_no_word_is_passed_over(known: list[str], typed: str, slips: int) -> None:
    away = {word: OSA.distance(typed, word) for word in known if word[0] == typed[0]}
    fewest = min(away.values(), default=9)
    nearest = [word for word in known if away.get(word) == fewest] if fewest <= slips else []
    assert Spellings(known).nearest(typed, slips) == nearest


@given(known=st.lists(WORDS, unique=True), typed=WORDS)
def test_another_first_letter_is_always_one_slip(known: list[str], typed: str) -> None:
    for word in Spellings(known).with_another_first_letter(typed):
        assert OSA.distance(typed, word) == 1
