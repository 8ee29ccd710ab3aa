"""Where the nearest route answers for want of one of its own, hub staff are told which, once for places alike."""

from __future__ import annotations

from bot.checks import route_gaps
from tests.checks.asking import example, severities, told_by
from tests.small_hub import FILES

HIGH = FILES["referral-routes/westshire-high.yaml"].decode()


def route(name: str, risk: str, case: str = "adult", covers: str = "westshire") -> dict[str, bytes]:
    """A route file like the small hub's own."""
    text = HIGH.replace("id: westshire-high", f"id: {name}").replace("risk: high", f"risk: {risk}\ncase: {case}")
    return {f"referral-routes/{name}.yaml": text.replace("[westshire]", f"[{covers}]").encode()}


CASES = (
    "child-present", "under-18", "lgbt", "older-or-disabled", "no-public-funds", "honour", "stalking", "causes-harm",
)  # fmt: skip
EVERYTHING = {
    name: text
    for risk in ("standard", "medium", "high")
    for case in ("adult", "man", *CASES)
    for name, text in route(f"all-{risk}-{case}", risk, case, "westshire, norbury").items()
}


def test_a_hub_without_special_routes_is_asked_nothing() -> None:
    assert told_by(route_gaps) == []


def test_a_route_for_everything_everywhere_has_no_finding() -> None:
    assert told_by(route_gaps, EVERYTHING) == []


def test_places_with_the_same_gap_are_told_together_with_the_route_that_answers() -> None:
    changed = EVERYTHING | route("all-standard-man", "standard", "man", "norbury")
    changed |= route("all-medium-man", "medium", "man", "norbury") | route("westshire-medium-man", "medium", "man")

    assert told_by(route_gaps, changed) == [example(route_gaps)]
    assert severities(route_gaps, changed) == {"warning"}


def test_high_risk_counts_more_than_the_case() -> None:
    changed = EVERYTHING | route("all-high-man", "high", "man", "norbury")

    [finding] = told_by(route_gaps, changed)

    assert "no own route for high risk (man: westshire-high)" in finding
