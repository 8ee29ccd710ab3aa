"""A live service that no answer ever holds: staff believe that people find it."""

from __future__ import annotations

import pytest

from bot.checks import unreached_service
from tests.checks.asking import example, severities, told_by
from tests.slips import ENTRY, TEXT, entry

PHONES = TEXT[TEXT.index("phones:") : TEXT.index("sources:")]
SILENT = {ENTRY: entry(PHONES, "")}


def nobody_comes(**others: bytes) -> dict[str, bytes]:
    """An entry for champions' referrals alone."""
    return {ENTRY: entry("[refuge, talk]", "[champion_refer]").replace(b"ashby-outreach", b"ashby-panel")} | others


def test_services_that_answer_a_need_have_no_finding() -> None:
    assert told_by(unreached_service) == []


def test_a_service_without_any_way_to_it_is_a_warning() -> None:
    assert told_by(unreached_service, SILENT) == [example(unreached_service)]
    assert severities(unreached_service, SILENT) == {"warning"}


def test_a_line_on_how_to_be_put_in_touch_is_a_way() -> None:
    changed = entry(PHONES, "").replace(b"summary: We help.", b"summary: We help.\n    refer: Ask the council.")

    assert told_by(unreached_service, {ENTRY: changed}) == []


def test_a_service_whose_needs_are_all_answered_with_routes_is_found_only_by_name() -> None:
    panel = entry("[refuge, talk]", "[champion_refer]").replace(b"ashby-outreach", b"ashby-panel")

    [finding] = told_by(unreached_service, {"westshire/ashby-panel.yaml": panel})

    assert finding == (
        "westshire/ashby-panel.yaml:8:8: nothing leads to this service: "
        "none of its needs is answered with services for such people (unreached-service)\n"
        "    Add a need that it helps with, or name it in a need or a referral route."
    )


@pytest.mark.parametrize("who", ["urgency: [danger]", "needs: [talk]"])
def test_an_emergency_or_a_need_leads_to_it(who: str) -> None:
    panel = entry("needs: [refuge, talk]", f"needs: [champion_refer]\n{who}" if "urgency" in who else who)

    assert told_by(unreached_service, {ENTRY: panel}) == []


def test_a_womens_line_is_not_reached_through_a_mans_need() -> None:
    changed = entry("needs: [refuge, talk]", "needs: [men]\nfor: [women]").replace(b"ashby-outreach", b"ashby-women")

    assert len(told_by(unreached_service, {"westshire/ashby-women.yaml": changed})) == 1


def test_nothing_is_told_while_a_file_that_may_name_it_cannot_be_read() -> None:
    found = told_by(unreached_service, {**SILENT, "needs/talk.yaml": b""})

    assert [finding.partition(":")[0] for finding in found] == ["needs/talk.yaml"]


def test_a_draft_is_reached_by_nobody_and_that_is_right() -> None:
    draft = entry(PHONES, "").replace(b"status: live", b"status: draft\nreason: Nobody confirms it.")

    assert told_by(unreached_service, {ENTRY: draft}) == []
