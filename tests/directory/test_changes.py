"""Two versions of the directory are told apart as people meet them, kind by kind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.directory.changes import changes
from bot.directory.directory import Directory
from bot.directory.loader import build
from tests.small_hub import FILES, service

Files = dict[str, bytes]


def directory(files: Files) -> Directory:
    """The directory in these files."""
    built = build(files)
    assert built.directory is not None, built.problems
    return built.directory


def swapped(name: str, old: str, new: str) -> Callable[[Files], Files]:
    """Some characters of a file for others."""

    def act(files: Files) -> Files:
        assert old.encode() in files[name], name
        return {**files, name: files[name].replace(old.encode(), new.encode())}

    return act


def added(name: str, lines: str) -> Callable[[Files], Files]:
    """More lines for a file."""
    return lambda files: {**files, name: files[name] + lines.encode()}


def told(before: Files, after: Files) -> tuple[str, ...]:
    """The sentences."""
    return changes(directory(before), directory(after)).sentences


LINE, MEN, PAGE = "national/national-line.yaml", "national/mens-line.yaml", "guidance/employer-told.yaml"
ROUTE = "referral-routes/westshire-high.yaml"


STEPS = "{en: Listen and believe.}, {en: Ask what would help.}"
SUMMARY = "“National Line listens and helps.”"
ONE_BY_ONE: dict[str, Callable[[Files], Files]] = {
    "National Line: the name: now The Line, before: National Line.": swapped(LINE, "name: National", "name: The"),
    f"National Line: what it does, in English: now “They listen.”, before: {SUMMARY}.": swapped(
        LINE, "National Line listens and helps.", "They listen."
    ),
    "National Line: what it does, in Polish: now “Pomaga.”, before: none.": swapped(
        LINE, "helps.'}", "helps.'}, pl: {summary: Pomaga.}"
    ),
    "National Line: the phone 0808 2000 247 becomes 0808 2000 248.": swapped(LINE, "0808 2000 247", "0808 2000 248"),
    "National Line: the phone 01622 721000 is new (hours: not known).": swapped(
        LINE, "free: true}]", "free: true}, {number: '01622 721000'}]"
    ),
    "Mens Line: the phone 0808 801 0327 is gone.": swapped(
        MEN, "phones: [{number: '0808 801 0327', hours: 'Mo-Fr 10:00-17:00'}]", ""
    ),
    "Mens Line: the hours of 0808 801 0327: now not known, before: Mo-Fr 10:00-17:00.": swapped(
        MEN, ", hours: 'Mo-Fr 10:00-17:00'", ""
    ),
    "National Line: 0808 2000 247 is free to call: now no, before: yes.": swapped(LINE, "free: true", "free: false"),
    "Womens Line: who answers 020 7251 6577: now Mens Line, before: the service itself.": swapped(
        "national/womens-line.yaml", "6577'", "6577', belongs_to: mens-line"
    ),
    "National Line: the website: now https://example.org, before: none.": added(LINE, "website: https://example.org\n"),
    "National Line: the address to visit: now 1 High Street, before: none.": added(
        LINE, "venue: {address: 1 High Street}\n"
    ),
    "National Line: its languages: now Polish and BSL, before: none.": added(
        LINE, "interpreting: {languages: [pl], bsl: true}\n"
    ),
    "National Line: whom it takes: now women and men, before: everyone.": added(LINE, "for: [women, men]\n"),
    "National Line is no longer for people in Norbury.": swapped(LINE, "[everywhere]", "[westshire]"),
    "Mens Line is no longer shown for “Talk to someone”.": swapped(MEN, "needs: [men, talk]", "needs: [men]"),
    "Mens Line is no longer shown to this audience: employer.": swapped(MEN, "champion, employer]", "champion]"),
    "Mens Line is now found as “ML”.": added(MEN, "also_called: [ML]\n"),
    "Mens Line now gives champions 01622 721000.": added(MEN, "professional: {phones: [{number: '01622 721000'}]}\n"),
    "Ashby Drop In: shown again, for people in Ashby who ask about “Talk to someone”.": swapped(
        "westshire/ashby-drop-in.yaml", "status: draft", "status: live"
    ),
    "The page “An employee told me” no longer says “Listen and believe.”.": swapped(
        PAGE, "{en: Listen and believe.}, ", ""
    ),
    "The page “An employee told me” has its steps in another order: "
    "“Find a quiet room.”, “Ask what would help.”, “Listen and believe.” and “Write it down.”.": swapped(
        PAGE, STEPS, ", ".join(reversed(STEPS.split(", ")))
    ),
    "The route “High risk in Westshire”: ready, in English: now “Nothing.”, before: “The area.”.": swapped(
        ROUTE, "ready: The area.", "ready: Nothing."
    ),
    "The route “High risk in Westshire” now names Mens Line.": swapped(
        ROUTE, "[national-line]", "[mens-line, national-line]"
    ),
    "The need “Help for men”: the answer, in English: now “Men too.”, before: “About this: help for men.”.": swapped(
        "needs/men.yaml", "About this: help for men.", "Men too."
    ),
    "The need “A safe place” puts its services in another order: Ashby Outreach and National Line.": swapped(
        "needs/refuge.yaml", "[national-line, ashby-outreach]", "[ashby-outreach, national-line]"
    ),
    "The urgency danger: the emergency block, in English: now “Call.”, before: “In danger now: call 999.”.": swapped(
        "urgency/danger.yaml", "In danger now: call 999.", "Call."
    ),
    "Ashby is now known by Newton.": swapped("districts/ashby.yaml", "[Ashbridge]", "[Ashbridge, Newton]"),
    "The hub has a new line that is always open for the audience employer: Mens Line.": swapped(
        "hub.yaml", "employer: [national-line]", "employer: [national-line, mens-line]"
    ),
    "places.yaml changes: some places may be understood otherwise.": swapped(
        "places.yaml", "[London]", "[London, Leeds]"
    ),
    "Messages in English that mean “Talk to someone”: 1 learnt, 1 forgotten.": swapped(
        "phrases/en/talk.yaml", "i need to talk to someone", "talk to me"
    ),
    "Now shown as checked on 2026-11-20: mens-line.": swapped(MEN, "checked: 2026-11-01", "checked: 2026-11-20"),
}


@pytest.mark.parametrize("sentence", ONE_BY_ONE)
def test_a_change_is_one_sentence(sentence: str) -> None:
    assert told(FILES, ONE_BY_ONE[sentence](FILES)) == (sentence,)


def test_a_new_number_hides_no_other_change() -> None:
    new = swapped(MEN, "'0808 801 0327', hours: 'Mo-Fr 10:00-17:00'", "'01622 721000', hours: 'Mo 10:00-12:00'")(FILES)

    assert told(FILES, new) == (
        "Mens Line: the phone 0808 801 0327 becomes 01622 721000.",
        "Mens Line: the hours of 01622 721000: now Mo 10:00-12:00, before: Mo-Fr 10:00-17:00.",
    )


def test_what_goes_is_told_with_the_reason() -> None:
    old = {**FILES, "norbury/aid.yaml": service("aid", covers="[norbury]")}
    closed = {**FILES, "norbury/aid.yaml": service("aid", covers="[norbury]", status="historic", reason="It closed.")}

    assert told(old, FILES) == ("Aid: no longer shown (its file is gone).",)
    assert told(old, closed) == ("Aid: no longer shown (historic: It closed).",)
    assert told(closed, old) == ("Aid: shown again, for people in Norbury who ask about “Talk to someone”.",)
    assert told(closed, FILES) == ()


def test_several_that_are_checked_on_one_day_are_one_sentence() -> None:
    new = {
        name: raw.replace(b"checked: 2026-11-01", b"checked: 2026-11-20") if name in {LINE, MEN, PAGE} else raw
        for name, raw in FILES.items()
    }

    assert told(FILES, new) == ("Now shown as checked on 2026-11-20: employer-told, mens-line and national-line.",)


def test_what_nobody_outside_the_hub_reads_is_only_counted() -> None:
    new = {**FILES, LINE: FILES[LINE] + b"notes: Ask for Sam.\n", MEN: FILES[MEN].replace(b"/page", b"/other")}

    found = changes(directory(FILES), directory(new))

    assert (found.sentences, found.unseen) == ((), 2)


def test_the_same_directory_changes_nothing(launch_directory: Directory) -> None:
    found = changes(launch_directory, replace(launch_directory, digest="other"))

    assert (found.sentences, found.unseen) == ((), 0)
