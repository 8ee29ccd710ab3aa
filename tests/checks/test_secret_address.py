"""An address of a refuge can cost a life: it can be put in nowhere."""

from __future__ import annotations

import pytest

from bot.checks import secret_address
from tests.checks.asking import example, severities, told_by
from tests.slips import elsewhere
from tests.small_hub import FILES, service

HAVEN = "westshire/ashby-haven.yaml"


def haven(**lines: str) -> dict[str, bytes]:
    """An entry of Ashby that hides people, with the given lines."""
    return {HAVEN: service("ashby-haven", covers="[ashby]", confidential_address="true", **lines)}


def test_an_entry_that_hides_people_and_says_whom_to_call_has_no_finding() -> None:
    assert (
        told_by(secret_address, haven(phones="[{number: '01233 680150'}]", website="https://www.ashbyhaven.org.uk"))
        == []
    )


def test_a_street_in_the_notes_is_told_though_only_staff_read_them() -> None:
    changed = haven(notes="At 12 High Street, ask for Jo.")

    assert told_by(secret_address, changed) == [example(secret_address)]
    assert severities(secret_address, changed) == {"error"}


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("12 High Street", "a street"),
        ("12a, Elm Tree Lane", "a street"),
        ("Old Mill Road", "a street"),
        ("7 church st", "a street"),
        ("High St", "a street"),
        ("3 Orchard Court", "a street"),
        ("behind canterbury road", "a street"),
        ("Flat 3", "a street"),
        ("ZZ1 1AA", "a postcode"),
        ("zz11aa", "a postcode"),
        ("CT9 1XY", "a postcode"),
        ("in ZZ1", "a postcode"),
        ("https://maps.google.com/?q=51.1,0.8", "a link to a map"),
        ("https://www.google.co.uk/maps/place/x", "a link to a map"),
        ("https://goo.gl/maps/abc", "a link to a map"),
        ("https://maps.app.goo.gl/abc", "a link to a map"),
        ("https://www.openstreetmap.org/#map=19/51.1/0.8", "a link to a map"),
        ("///filled.count.soap", "a what3words address"),
        ("https://what3words.com/filled.count.soap", "a what3words address"),
        ("filled.count.soap", "a what3words address"),
        ("51.1465, 0.8750", "a position on a map"),
        ("51.1465 N, -0.8750", "a position on a map"),
        ("51° 8'", "a position on a map"),
        ("9F32+GH", "a position on a map"),
        ("TR 01234 42345", "a position on a map"),
    ],
)
@pytest.mark.parametrize(
    "field",
    [
        'name: "Haven {place}"',
        'also_called: ["Haven {place}"]',
        'words: {{en: {{summary: "We help. {place}."}}}}',
        'words: {{en: {{summary: We help.}}, pl: {{summary: "Pomoc: {place}."}}}}',
        'phones: [{{number: "01233 680150", label: {{en: "At {place}"}}}}]',
        'conflicts: ["Seen at {place}."]',
        'sources: [{{report: "Letter from {place}"}}]',
    ],
)
def test_whatever_tells_a_place_is_refused_in_every_field(field: str, place: str, kind: str) -> None:
    name, _, value = field.partition(": ")

    [finding] = told_by(secret_address, haven(**{name: value.format(place=place)}))

    assert f"reads like {kind}, and this entry hides people (secret-address)" in finding


@pytest.mark.parametrize(
    "harmless",
    [
        "Call 01233 680150 at any hour. We are there 24 hours.",
        "Ask St Mary's, or the duty team of Ashby and Millford.",
        "They ran four refuges in 2013; addresses are secret.",
        "The contract of 2017 to 2024 was extended on 8 October.",
        "See https://tunbridgewells.gov.uk/community-and-leisure/community-safety and docs.example.org.uk.",
        "On the road to a new life, take one step at a time.",
        "Between 9.30am and 4.30pm, 12 weeks long, for people aged 16 to 24.",
    ],
)
def test_words_that_tell_no_place_are_let_pass(harmless: str) -> None:
    assert told_by(secret_address, haven(notes=f'"{harmless}"')) == []


@pytest.mark.parametrize(
    "lines",
    [
        {"name": "Ashby Refuge"},
        {"also_called": "[The Ashby safe house]"},
        {"words": "{en: {summary: We have a refuge for women.}}"},
        {"needs": "[talk]", "name": "Refuges of Ashby"},
    ],
)
def test_a_refuge_must_say_that_its_address_is_secret(lines: dict[str, str]) -> None:
    [finding] = told_by(secret_address, {HAVEN: service("ashby-haven", covers="[ashby]", **lines)})

    assert finding == (
        f"{HAVEN}:2:7: this reads like a refuge, but the entry does not hide its address (secret-address)\n"
        "    Add a line: confidential_address: true"
    )


def test_whoever_has_first_a_need_that_hides_people_must_say_so_too() -> None:
    changed = {
        "needs/refuge.yaml": FILES["needs/refuge.yaml"] + b"secret_address: true\n",
        HAVEN: service("ashby-haven", covers="[ashby]", needs="[refuge]", venue="{address: 12 High Street}"),
    }

    assert [finding.partition(":")[0] for finding in told_by(secret_address, changed)] == [
        HAVEN,
        "westshire/ashby-outreach.yaml",
    ]


def test_a_national_helpline_called_refuge_hides_nobody() -> None:
    assert told_by(secret_address, {HAVEN: service("ashby-haven", covers="[everywhere]", name="Refuge helpline")}) == []


def test_a_place_that_anybody_may_visit_may_have_an_address() -> None:
    assert told_by(secret_address, {HAVEN: service("ashby-haven", venue="{address: '12 High Street, ZZ1 1AA'}")}) == []


def test_no_sentence_anywhere_tells_where_a_refuge_is() -> None:
    step = elsewhere("guidance/employer-told.yaml", "Find a quiet room.", "The refuge is at 12 High Street.")

    assert told_by(secret_address, {"guidance/employer-told.yaml": step}) == [
        'guidance/employer-told.yaml:5:14: "12 High Street" reads like a street, and this text speaks of a refuge '
        "(secret-address)\n    Delete it. Say whom to call instead."
    ]
