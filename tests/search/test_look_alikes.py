"""A word of two scripts is read in one, and nothing that is written in one script changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.directory.directory import Directory
from bot.search.look_alikes import in_one_script

CYRILLIC = st.characters(min_codepoint=0x0400, max_codepoint=0x052F)
GREEK = st.characters(min_codepoint=0x0370, max_codepoint=0x03FF)
LATIN = st.characters(max_codepoint=0x024F)
MOST_SLIPS = 20
"""Messages of the directory with a word of two scripts, mostly a Latin "i" typed for the Ukrainian one: few."""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("h\u0435 h\u0430s a knif\u0435", "he has a knife", id="Cyrillic е and а in English"),
        pytest.param("\u041d\u0415LP M\u0415", "HELP ME", id="capitals"),
        pytest.param("h\u03b5lp me n\u03bfw", "help me now", id="Greek ε and ο"),
        pytest.param("в\u0069н мене", "він мене", id="a Latin i in Ukrainian"),
        pytest.param("h\u0435 is here", "he is here", id="an even word in a Latin text"),
        pytest.param("вона д\u0435e", "вона д\u0435е", id="Cyrillic, with a Latin e"),
    ],
)
def test_a_mixed_word_is_read_in_its_own_script(typed: str, meant: str) -> None:
    assert in_one_script(typed) == meant


@pytest.mark.parametrize(
    "text",
    ["Він мене б'є", "SMS від мами", "пиша от Dover", "με χτυπάει, help", "he said «не» to me", "Я вдома. I am home."],
)
def test_words_of_one_script_stay_in_a_text_of_two(text: str) -> None:
    assert in_one_script(text) == text


@given(st.text(alphabet=CYRILLIC) | st.text(alphabet=GREEK) | st.text(alphabet=LATIN))
def test_a_text_of_one_script_stays(text: str) -> None:
    assert in_one_script(text) == text


@given(st.text())
def test_no_letter_is_lost(text: str) -> None:
    assert len(in_one_script(text)) == len(text)


def test_of_all_messages_of_the_directory_only_slips_change(launch_directory: Directory) -> None:
    changed = [example.text for example in launch_directory.examples if in_one_script(example.text) != example.text]
    assert len(changed) <= MOST_SLIPS, changed
