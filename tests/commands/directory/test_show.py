"""`signpost directory show`: an entry exactly as a person would see it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import HubMaker, Signpost
from tests.small_hub import FILES, service


def test_a_card_is_shown_as_people_read_it(signpost: Signpost, small_hub: Path) -> None:
    ran = signpost("directory", "show", "national-line")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "National Line\n"
        "National Line listens and helps.\n"
        "Call: 0808 2000 247 (Open now, day and night; Free to call)\n"
        "Checked on 1 November 2026.\n"
    )


@pytest.mark.parametrize(
    ("at", "line"),
    [
        ("2026-11-23T12:00", "Call: 01233 680150 (Open now until 17:00)"),
        ("2026-11-23T12:00:00+05:00", "Call: 01233 680150 (Closed now. Opens today 09:00)"),
        ("2026-12-24T20:00", "Call: 01233 680150 (Closed now. Opens Tuesday 09:00)"),
    ],
)
def test_a_card_can_be_shown_for_another_time(signpost: Signpost, small_hub: Path, at: str, line: str) -> None:
    ran = signpost("directory", "show", "ashby-outreach", "--at", at)

    assert line in ran.out.splitlines()


def test_a_card_in_a_language_that_it_has_no_words_in_is_marked_english(signpost: Signpost, small_hub: Path) -> None:
    ran = signpost("directory", "show", "national-line", "--language", "ar")

    assert "National Line listens and helps. (in English)" in ran.out


def test_a_guidance_page_is_shown_with_all_its_steps(signpost: Signpost, hub: HubMaker) -> None:
    following = FILES["guidance/employer-told.yaml"].replace(b"employer-told", b"next-page")
    page = FILES["guidance/employer-told.yaml"] + b"next: [next-page]\n"
    hub({**FILES, "guidance/employer-told.yaml": page, "guidance/next-page.yaml": following})

    ran = signpost("directory", "show", "employer-told", "--audience", "employer")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "An employee told me\n"
        "1/4 Find a quiet room.\n"
        "2/4 Listen and believe.\n"
        "3/4 Ask what would help.\n"
        "4/4 Write it down.\n"
        "Checked on 1 November 2026.\n"
        "\n"
        "[An employee told me]\n"
    )


def test_a_referral_route_is_shown_with_the_cards_of_who_takes_it(signpost: Signpost, small_hub: Path) -> None:
    ran = signpost("directory", "show", "westshire-high")

    assert ran.code == 0
    assert ran.out.startswith("High risk in Westshire\nWho takes it: National Line\nHow: Call the national line.\n")
    assert "\n\nNational Line\nNational Line listens and helps.\n" in ran.out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("ashby-drop-in",), "draft, not shown to anybody: No page confirms it.\n"),
        (("ashby-drop-in",), "not shown to anybody: it names no way to reach it\n"),
        (
            ("national-line", "--at", "2028-03-01"),
            "not shown to anybody: its review_by, 2027-11-01, is more than 90 days ago\n",
        ),
        (("employer-told", "--audience", "public"), "not shown to this audience: it is for employer\n"),
        (("westshire-high", "--audience", "employer"), "not shown to this audience: it is for champion\n"),
    ],
)
def test_hub_staff_are_told_why_nobody_else_sees_an_entry(
    signpost: Signpost, small_hub: Path, words: tuple[str, ...], told: str
) -> None:
    ran = signpost("directory", "show", *words)

    assert ran.code == 0
    assert told in ran.err
    assert ran.out, "it is shown all the same"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("nobody",),
            'there is no service, guidance page or referral route "nobody". '
            "Find a service's id with: signpost directory list",
        ),
        (("national-line", "--language", "xx"), 'there is no language "xx". Known: en, pl, ar'),
        (("national-line", "--audience", "police"), 'there is no audience "police". Known: public, champion, employer'),
        (("national-line", "--at", "tomorrow"), '"tomorrow" is no time; write it as in 2026-11-21T23:10:00+00:00'),
    ],
)
def test_what_cannot_be_shown_is_wrong_usage(
    signpost: Signpost, small_hub: Path, words: tuple[str, ...], told: str
) -> None:
    ran = signpost("directory", "show", *words)

    assert (ran.code, ran.out) == (2, "")
    assert told in ran.told


def test_an_id_of_a_service_and_of_a_page_is_told_apart_by_its_folder(signpost: Signpost, hub: HubMaker) -> None:
    hub({**FILES, "norbury/employer-told.yaml": service("employer-told", phones="[{number: '01622 721000'}]")})

    ran = signpost("directory", "show", "employer-told")
    of_the_service = signpost("directory", "show", "norbury/employer-told")
    of_the_page = signpost("directory", "show", "guidance/employer-told")

    assert ran.code == 2
    assert '"employer-told" is the id of 2 entries. Write guidance/employer-told or norbury/employer-told' in ran.told
    assert of_the_service.out.startswith("Employer Told\n")
    assert of_the_page.out.startswith("An employee told me\n")
