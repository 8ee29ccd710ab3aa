"""Of two routes for one place, risk and case, one is never shown."""

from __future__ import annotations

from bot.checks import unreached_route
from tests.checks.asking import example, severities, told_by
from tests.small_hub import FILES

SECOND = "referral-routes/westshire-high-2.yaml"


def second(correct: str = "", slip: str = "") -> dict[str, bytes]:
    """The route for high risk in Westshire, again, with a change."""
    text = FILES["referral-routes/westshire-high.yaml"].decode().replace("id: westshire-high", "id: westshire-high-2")
    return {SECOND: text.replace(correct, slip, 1).encode()}


def test_one_route_a_place_risk_and_case_has_no_finding() -> None:
    assert told_by(unreached_route) == []


def test_a_second_one_for_the_same_is_a_warning() -> None:
    assert told_by(unreached_route, second()) == [example(unreached_route)]
    assert severities(unreached_route, second()) == {"warning"}


def test_another_risk_another_case_or_a_district_more_has_no_finding() -> None:
    for correct, slip in (
        ("risk: high", "risk: medium"),
        ("risk: high", "risk: high\ncase: man"),
        ("covers: [westshire]", "covers: [westshire, norbury]"),
    ):
        assert told_by(unreached_route, second(correct, slip)) == []
