"""`signpost directory list`: the services that were asked for, one a line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.conftest import HubMaker, Signpost
from tests.small_hub import FILES, service


def test_services_are_listed_one_a_line(signpost: Signpost, small_hub: Path) -> None:
    ran = signpost("directory", "list")

    lines = ran.out.splitlines()
    assert ran.code == 0
    assert len(lines) == 7
    assert lines[0].split() == ["emergency-999", "live", "2027-11-01", "Emergency", "999"]


@pytest.mark.parametrize(
    ("words", "services"),
    [
        (("--status", "draft"), {"ashby-drop-in"}),
        (("--need", "men"), {"national-line", "mens-line", "womens-line"}),
        (("--need", "men", "--status", "draft"), set()),
        (("--stale",), {"old-line"}),
        (("--area", "westshire", "--need", "police"), {"emergency-999", "national-line", "westshire-police"}),
        (("--area", "norbury", "--need", "refuge"), {"national-line"}),
        (("--area", "ashby", "--need", "refuge"), {"national-line", "ashby-outreach"}),
    ],
)
def test_a_list_holds_what_was_asked_for(
    signpost: Signpost, hub: HubMaker, words: tuple[str, ...], services: set[str]
) -> None:
    stale = service("old-line", needs="[privacy]", checked="2020-01-01", review_by="2021-01-01")
    hub({**FILES, "norbury/old-line.yaml": stale})

    ran = signpost("directory", "list", *words)
    as_json = signpost("directory", "list", *words, "--json")

    assert ran.code == 0
    assert {line.split()[0] for line in ran.out.splitlines()} == services
    assert {json.loads(line)["id"] for line in as_json.out.splitlines()} == services


def test_json_tells_the_file_and_what_becomes_of_the_entry(signpost: Signpost, small_hub: Path) -> None:
    ran = signpost("directory", "list", "--status", "draft", "--json")

    assert json.loads(ran.out) == {
        "id": "ashby-drop-in",
        "name": "Ashby Drop In",
        "file": "westshire/ashby-drop-in.yaml",
        "status": "draft",
        "reason": "No page confirms it.",
        "needs": ["talk"],
        "covers": ["ashby"],
        "audiences": ["public", "champion", "employer"],
        "checked": "2026-11-01",
        "review_by": "2027-11-01",
        "age": "fresh",
    }


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("--area", "leeds"),
            'there is no area or district "leeds". Known: westshire, norbury-area, ashby, millford, norbury',
        ),
        (("--need", "food"), 'there is no need "food". Known: '),
        (("--status", "dead"), 'there is no status "dead". Known: live, draft, historic'),
    ],
)
def test_an_id_that_does_not_exist_is_told_with_those_that_do(
    signpost: Signpost, small_hub: Path, words: tuple[str, ...], told: str
) -> None:
    ran = signpost("directory", "list", *words)

    assert (ran.code, ran.out) == (2, "")
    assert told in ran.told
