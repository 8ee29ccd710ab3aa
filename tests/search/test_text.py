"""One spelling for what people type in many, and no letter lost that carries meaning."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.features import count_features
from bot.search.text import LONGEST, folded, shortened, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("He's HERE", "hes here"),
        ("heeeeelp", "help"),
        ("boję się męża", "boje sie meza"),
        ("كيف حالك", "کیف حالک"),
        ("علی", "علي"),
        ("he\u200bs here", "hes here"),
        ("\u202eknife", "knife"),
        ("Ｋｎｉｆｅ", "knife"),
        ("don\u2019t", "don't"),
        ("don\u2032t", "don't"),
        ("h e   h a s   a   k n i f e", "he has a knife"),
        ("h\U000e0068e\u3164 h\u180eas", "he has"),
        ("h\u0489\u0489e\u20dd h\u1ab0as", "he has"),
        ("he\u2800has", "he has"),
        ("help!!!", "help!"),
        ("what???", "what?"),
    ],
)
def test_two_spellings_of_one_message_are_read_alike(one: str, other: str) -> None:
    assert words(one) == words(other)


@pytest.mark.parametrize("word", ["मारना", "मोरनी", "ਮਾਰਦਾ", "মারে", "મારે", "घरेलू"])
def test_indic_vowel_signs_are_letters(word: str) -> None:
    assert words(word) == [word]


def test_a_word_that_differs_by_a_vowel_sign_is_another_word() -> None:
    assert words("मारना") != words("मोरनी")


def test_figures_are_not_stretched_letters() -> None:
    assert words("999 and 111, not 9 or 1") == ["999", "and", "111", "not", "9", "or", "1"]


def test_three_letters_alone_are_no_word() -> None:
    assert words("a b c") == ["a", "b", "c"]


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    assert all(word for word in words(text))


@given(st.text(min_size=1, max_size=30))
def test_a_very_long_text_is_read_at_both_ends(text: str) -> None:
    assert len(shortened(text * LONGEST)) <= LONGEST + 1
    assert folded(f"first {text * LONGEST} last").startswith("first")
    assert folded(f"first {text * LONGEST} last").endswith("last")


@pytest.mark.parametrize("filling", ["\n", " ", "\u200b", "\u0301", "\U000e0041"], ids=ascii)
def test_what_is_not_seen_takes_no_room_in_a_long_text(filling: str) -> None:
    assert words(f"first{filling * LONGEST} he has a knife {filling * LONGEST}") == ["first", "he", "has", "a", "knife"]


@given(st.lists(st.text(max_size=40), max_size=6))
def test_many_texts_at_once_have_the_features_of_each_alone(texts: list[str]) -> None:
    together = count_features(texts)
    for index, text in enumerate(texts):
        alone = count_features([text])
        own = together.text == index
        assert together.feature[own].tolist() == alone.feature.tolist()
        assert together.count[own].tolist() == alone.count.tolist()


def test_an_empty_message_has_no_features() -> None:
    assert len(count_features([""]).feature) == 0
