"""`signpost ask`: one question, one answer, for the place, the language and the minute that are asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.conftest import Signpost

NIGHT = "2026-11-21T23:10:00+00:00"
MONDAY_NOON = "2026-11-23T12:00:00+00:00"
pytestmark = pytest.mark.usefixtures("small_hub")


def test_somebody_reads_an_answer_with_a_number_to_ring(signpost: Signpost) -> None:
    ran = signpost("ask", "i need to talk to someone", "--at", NIGHT)

    assert (ran.code, ran.err) == (0, "")
    assert "0808 2000 247" in ran.out
    assert "[Exit]" in ran.out


def test_danger_comes_first(signpost: Signpost) -> None:
    ran = signpost("ask", "hes kicking the door in", "--at", NIGHT)

    assert ran.out.startswith("In danger now: call 999.")


def test_an_empty_message_is_answered(signpost: Signpost) -> None:
    ran = signpost("ask", "", "--at", NIGHT)

    assert ran.code == 0
    assert "0808 2000 247" in ran.out


def test_the_answer_fits_the_district_that_is_given(signpost: Signpost) -> None:
    ran = signpost("ask", "refuge tonight", "--district", "ashby", "--at", NIGHT, "--json")

    answer = json.loads(ran.out)
    assert answer["district"] == "ashby"
    assert "ashby-outreach" in answer["services"]


def test_a_place_in_the_words_counts_more_than_the_one_that_is_given(signpost: Signpost) -> None:
    ran = signpost("ask", "is there a refuge near Ashbridge", "--district", "norbury", "--at", NIGHT, "--json")

    assert json.loads(ran.out)["district"] == "ashby"


@pytest.mark.parametrize(
    ("at", "told"),
    [
        (MONDAY_NOON, "Open now until 17:00"),
        (NIGHT, "Closed now. Opens Monday 09:00"),
        ("2026-11-23T17:30:00+00:00", "Closed now. Opens tomorrow 09:00"),
        ("2026-12-25T12:00:00", "Closed now. Opens Tuesday 09:00"),
    ],
)
def test_hours_are_told_for_the_minute_that_is_asked_for(signpost: Signpost, at: str, told: str) -> None:
    ran = signpost("ask", "is there a refuge near me", "--district", "ashby", "--at", at)

    assert f"01233 680150 ({told}" in ran.out


def test_a_time_without_a_zone_is_london_time(signpost: Signpost) -> None:
    question = ("ask", "is there a refuge near me", "--district", "ashby", "--at")

    assert signpost(*question, "2026-07-20T09:00").out == signpost(*question, "2026-07-20T08:00:00+00:00").out


def test_the_same_question_at_the_same_minute_has_the_same_answer(signpost: Signpost) -> None:
    question = ("ask", "refuge tonight", "--at", NIGHT, "--json")

    assert signpost(*question).out == signpost(*question).out


def test_json_says_what_was_understood_and_holds_the_whole_answer(signpost: Signpost) -> None:
    as_text = signpost("ask", "hes kicking the door in", "--at", NIGHT).out
    answer = json.loads(signpost("ask", "hes kicking the door in", "--at", NIGHT, "--json").out)

    assert set(answer) == {
        "urgency",
        "sure",
        "needs",
        "district",
        "language",
        "audience",
        "services",
        "text",
    }
    assert (answer["urgency"], answer["sure"], answer["needs"][0]) == ("danger", True, "police")
    assert len(answer["needs"]) <= 5
    assert (answer["district"], answer["language"], answer["audience"]) == (None, "en", "public")
    assert f"{answer['text']}\n" == as_text


def test_json_of_a_calm_message_claims_no_urgency(signpost: Signpost) -> None:
    answer = json.loads(signpost("ask", "who can see this chat", "--at", NIGHT, "--json").out)

    assert answer["urgency"] == "none"
    assert answer.get("sure", True) is True


def test_explain_says_what_decided_the_answer(signpost: Signpost) -> None:
    ran = signpost("ask", "is there a refuge near Ashbridge", "--at", NIGHT, "--explain")

    reasons = ran.out.partition("Language: ")[2]
    assert "Urgency: none, calm" in reasons
    assert "Need: refuge (" in reasons
    assert "[phrases/en/refuge.yaml]" in reasons
    assert 'Place: "Ashbridge"' in reasons
    assert "is ashby." in reasons
    assert "Shown: ashby-outreach." in reasons


def test_explain_of_an_empty_message_says_that_there_was_nothing_to_understand(signpost: Signpost) -> None:
    ran = signpost("ask", "", "--at", NIGHT, "--explain")

    assert "No understanding was needed" in ran.out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("help", "--district", "ashbey"),
            'Invalid value: "ashbey" is no district; known: ashby, millford, norbury',
        ),
        (("help", "--language", "xx"), 'Invalid value: "xx" is no language; known: en, pl, ar'),
        (
            ("help", "--audience", "police"),
            'Invalid value: "police" is no audience; known: public, champion, employer',
        ),
        (("help", "--at", "tonight"), 'Invalid value: "tonight" is no time; write it as in 2026-11-21T23:10:00+00:00'),
        (("help", "--at", "0001-01-01T00:00"), 'Invalid value: "0001-01-01T00:00" is too far away'),
        (
            (),
            'Invalid value: Give a question in quotes, or --jsonl, as in: signpost ask "refuge tonight TN23"',
        ),
        (
            ("help", "--jsonl"),
            'Invalid value: Give a question in quotes, or --jsonl, as in: signpost ask "refuge tonight TN23"',
        ),
        (("help", "me"), "Got unexpected extra argument"),
        (("help", "--distric", "ashby"), "No such option: --distric"),
    ],
)
def test_a_question_asked_wrongly_is_told_how_it_is_asked(
    signpost: Signpost, words: tuple[str, ...], told: str
) -> None:
    ran = signpost("ask", *words)

    assert (ran.code, ran.out) == (2, "")
    assert told in ran.told
    assert "Traceback" not in ran.err


def test_no_word_of_a_question_is_left_on_the_disk(signpost: Signpost, tmp_path: Path) -> None:
    signpost("ask", "zebrafinch is kicking the door in")

    kept = [path for path in tmp_path.rglob("*") if path.is_file() and b"zebrafinch" in path.read_bytes()]
    assert kept == []
