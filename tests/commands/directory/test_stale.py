"""`signpost directory stale`: what is due, oldest first, and whom to ask."""

from __future__ import annotations

from pathlib import Path

from tests.commands.conftest import HubMaker, Signpost
from tests.small_hub import FILES, service


def due(name: str, review_by: str, **lines: str) -> dict[str, bytes]:
    """A service that is due on a day."""
    return {f"norbury/{name}.yaml": service(name, checked="2026-01-01", review_by=review_by, **lines)}


def test_what_is_due_is_listed_oldest_first_with_whom_to_ask(signpost: Signpost, hub: HubMaker) -> None:
    page = FILES["guidance/employer-told.yaml"].replace(b"review_by: 2027-11-01", b"review_by: 2026-12-01")
    hub(
        {
            **FILES,
            **due("soon", "2026-12-31", website="https://example.org/soon"),
            **due("late", "2026-11-30", phones="[{number: '01622 721000'}]"),
            **due("hidden", "2026-08-01", email="help@example.org"),
            **due("a-draft", "2026-12-02", status="draft", reason="Not yet."),
            **due("gone", "2026-01-02", status="historic", reason="It closed."),
            **due("later", "2027-01-01"),
            "guidance/employer-told.yaml": page,
        }
    )

    ran = signpost("directory", "stale")

    assert ran.code == 0
    assert ran.out == (
        "2026-08-01  122 days late, no longer shown: hidden\n"
        "            Write to help@example.org, or read https://example.org/page\n"
        "2026-11-30  1 day late, marked as old: late\n"
        "            Ring 01622 721000, or read https://example.org/page\n"
        "2026-12-01  due today: employer-told (guidance page)\n"
        "            Ask The hub, and read https://example.org/work\n"
        "2026-12-02  due in 1 day, a draft: a-draft\n"
        "            Read https://example.org/page\n"
        "2026-12-31  due in 30 days: soon\n"
        "            Read https://example.org/soon\n"
    )
    assert ran.err == "\nWhen you have checked one: signpost directory checked ID\n"


def test_nobody_is_sent_to_ring_999_or_the_number_of_another(signpost: Signpost, hub: HubMaker) -> None:
    hub(
        {
            **FILES,
            **due("bsl-999", "2026-12-02", phones="[{number: '999', hours: '24/7'}]"),
            **due("guest", "2026-12-02", phones="[{number: '0808 2000 247', belongs_to: national-line}]"),
        }
    )

    ran = signpost("directory", "stale")

    assert "Ring" not in ran.out
    assert ran.out.count("Read https://example.org/page") == 2


def test_more_days_show_more(signpost: Signpost, small_hub: Path) -> None:
    near, far = signpost("directory", "stale"), signpost("directory", "stale", "--days", "365")

    assert (near.code, near.out, near.err) == (0, "", "Nothing is due within 30 days.\n")
    assert len(far.out.splitlines()) == 2 * 9
