"""`signpost ask --jsonl`: an answer for each line, in order, and no line that stops the rest."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.commands.conftest import Signpost

NIGHT = "2026-11-21T23:10:00+00:00"
pytestmark = pytest.mark.usefixtures("small_hub")


def query(name: object, text: object = "i need to talk to someone", **more: object) -> bytes:
    """A line of the input."""
    return json.dumps({"id": name, "text": text, "at": NIGHT, **more}).encode()


def ask(signpost: Signpost, *lines: bytes) -> list[dict[str, Any]]:
    """The answers to some lines."""
    ran = signpost("ask", "--jsonl", stdin=b"\n".join(lines) + b"\n")
    assert (ran.code, ran.err) == (0, "")
    return [json.loads(line) for line in ran.out.splitlines()]


def test_every_question_is_answered_in_order(signpost: Signpost) -> None:
    answers = ask(signpost, query("q1"), query("q2", "hes kicking the door in"), query("q3", "who can see this chat"))

    assert [answer["id"] for answer in answers] == ["q1", "q2", "q3"]
    assert [answer["urgency"] for answer in answers] == ["none", "danger", "none"]
    assert [answer["needs"][0] for answer in answers] == ["talk", "police", "privacy"]


def test_an_answer_is_the_same_object_that_json_gives(signpost: Signpost) -> None:
    [answer] = ask(signpost, query("q1", "hes kicking the door in"))
    alone = json.loads(signpost("ask", "hes kicking the door in", "--at", NIGHT, "--json").out)

    assert answer == {"id": "q1", **alone}


def test_what_is_known_of_the_person_is_used(signpost: Signpost) -> None:
    known = {"district": "ashby", "audience": "employer", "language": "pl"}

    [answer] = ask(signpost, query("q1", "is there a refuge near me", ctx=known))

    assert (answer["district"], answer["audience"], answer["language"]) == ("ashby", "employer", "pl")


def test_each_line_has_its_own_minute(signpost: Signpost) -> None:
    office = {"district": "ashby"}
    closed, opened = ask(
        signpost,
        query("night", "is there a refuge near me", ctx=office),
        query("noon", "is there a refuge near me", ctx=office, at="2026-11-23T12:00:00+00:00"),
    )

    assert "01233 680150 (Closed now. Opens Monday 09:00" in closed["text"]
    assert "01233 680150 (Open now until 17:00" in opened["text"]


def test_one_question_knows_nothing_of_another(signpost: Signpost) -> None:
    """A stream may hold many people."""
    _, second = ask(signpost, query("q1", "refuge in Ashbridge"), query("q2", "is there a refuge near me"))

    assert second["district"] is None


def test_other_fields_are_ignored(signpost: Signpost) -> None:
    [answer] = ask(signpost, query("q1", expected="talk", ctx={"mood": "calm"}))

    assert answer["needs"][0] == "talk"


def test_empty_lines_are_no_questions(signpost: Signpost) -> None:
    assert len(ask(signpost, b"", query("q1"), b"   ", query("q2"), b"")) == 2


def test_no_question_has_no_answer(signpost: Signpost) -> None:
    assert ask(signpost) == []


def test_the_last_line_needs_no_end(signpost: Signpost) -> None:
    ran = signpost("ask", "--jsonl", stdin=query("q1"))

    assert json.loads(ran.out)["id"] == "q1"


@pytest.mark.parametrize(
    ("line", "error"),
    [
        pytest.param(b'{"id": "q2", "text": ', {"id": "q2", "error": "this line is not JSON"}, id="broken off"),
        pytest.param(b"help me", {"id": None, "error": "this line is not JSON"}, id="no JSON at all"),
        pytest.param(b'{"id": NaN, "text": "help"}', {"id": None, "error": "this line is not JSON"}, id="NaN"),
        pytest.param(b"[" * 100_000, {"id": None, "error": "this line is not JSON"}, id="brackets without end"),
        pytest.param(
            b'{"id": "q2", "text": "caf\xe9"}', {"id": "q2", "error": "this line is not UTF-8"}, id="not UTF-8"
        ),
        pytest.param(b"\x80\x81\xff", {"id": None, "error": "this line is not UTF-8"}, id="bytes"),
        pytest.param(b'["q2", "help"]', {"id": None, "error": "this line is not a JSON object"}, id="a list"),
        pytest.param(b'"help"', {"id": None, "error": "this line is not a JSON object"}, id="a text"),
        pytest.param(b"null", {"id": None, "error": "this line is not a JSON object"}, id="null"),
        pytest.param(
            b'{"id": "q2", "text": "' + b"a" * 10_000_000 + b'"}',
            {"id": "q2", "error": "this line has more than 1,000,000 bytes"},
            id="ten megabytes",
        ),
        pytest.param(
            b'{"id": "q2"}', {"id": "q2", "error": '"text" is missing, or is not a text'}, id="without a text"
        ),
        pytest.param(
            query("q2", None), {"id": "q2", "error": '"text" is missing, or is not a text'}, id="null for a text"
        ),
        pytest.param(
            query("q2", ["help"]), {"id": "q2", "error": '"text" is missing, or is not a text'}, id="a list for a text"
        ),
        pytest.param(query("q2", ctx="ashby"), {"id": "q2", "error": '"ctx" is not an object'}, id="a text for ctx"),
        pytest.param(
            query("q2", ctx={"district": "leeds"}),
            {"id": "q2", "error": '"leeds" is no district; known: ashby, millford, norbury'},
            id="a district of elsewhere",
        ),
        pytest.param(
            query("q2", ctx={"language": "xx"}),
            {"id": "q2", "error": '"xx" is no language; known: en, pl, ar'},
            id="an unknown language",
        ),
        pytest.param(
            query("q2", ctx={"audience": "police"}),
            {"id": "q2", "error": '"police" is no audience; known: public, champion, employer'},
            id="an unknown audience",
        ),
        pytest.param(
            query("q2", ctx={"district": ["ashby"]}),
            {"id": "q2", "error": 'the district in "ctx" is not a text'},
            id="a list for a district",
        ),
        pytest.param(
            query("q2", at="tonight"),
            {"id": "q2", "error": '"tonight" is no time; write it as in 2026-11-21T23:10:00+00:00'},
            id="no time",
        ),
        pytest.param(
            query("q2", at=5),
            {"id": "q2", "error": '"5" is no time; write it as in 2026-11-21T23:10:00+00:00'},
            id="a number for a time",
        ),
        pytest.param(
            query("q2", at="9999-12-31T23:59:00+00:00"),
            {"id": "q2", "error": '"9999-12-31T23:59:00+00:00" is too far away'},
            id="the end of time",
        ),
    ],
)
def test_a_line_that_cannot_be_answered_says_why_and_the_rest_is_answered(
    signpost: Signpost, line: bytes, error: dict[str, Any]
) -> None:
    before, told, after = ask(signpost, query("q1"), line, query("q3"))

    assert told == error
    assert (before["id"], before["needs"][0]) == ("q1", "talk")
    assert (after["id"], after["needs"][0]) == ("q3", "talk")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("   ", id="spaces"),
        pytest.param("a" * 4000, id="four thousand characters"),
        pytest.param("😭" * 500, id="pictures"),
        pytest.param("a\x00b\u202e\u200b", id="characters that cannot be seen"),
        pytest.param("\ud83d", id="half of an emoji"),
        pytest.param("asdfgh", id="no word of any language"),
        pytest.param("'; DROP TABLE chats; --", id="somebody who tries something"),
    ],
)
def test_whatever_is_typed_is_answered_with_somebody_to_ring(signpost: Signpost, text: str) -> None:
    [answer] = ask(signpost, query("q1", text))

    assert "error" not in answer
    assert "0808 2000 247" in answer["text"]


@pytest.mark.parametrize("name", ["q1", 7, None, 1.5, ["a", 1], {"run": 3}, "\u0645", "cut \ud83d off"])
def test_the_id_comes_back_as_it_was_given(signpost: Signpost, name: object) -> None:
    answer, error = ask(signpost, query(name), query(name, None))

    assert answer["id"] == name
    assert error["id"] == name


def test_the_words_are_never_repeated_in_an_error(signpost: Signpost) -> None:
    ran = signpost("ask", "--jsonl", stdin=b'{"id": 1, "text": "hes kicking the door\n')

    assert "kicking" not in ran.out + ran.err
