"""A referral route is never shown: wherever it could be, another one is for the same risk and case.

Of two routes with the same risk and case in a district, the one whose file name comes first is shown. Delete one, or
change what one covers.

    referral-routes/westshire-high-2.yaml:2:9: westshire-high is shown in its place everywhere (unreached-route)
        Delete one of the two, or change what one of them covers.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.checks.checked import Checked
from bot.directory.problem import Problem
from bot.directory.referral import Route


def check(checked: Checked) -> Iterator[Problem]:
    """Every route that others leave no district to. Waits until all files can be read."""
    if checked.broken:
        return
    shown: dict[tuple[str, str, str], str] = {}
    for file, route in checked.of(Route):
        districts = checked.directory.districts_of(route.covers)
        others = {shown.setdefault((place, route.risk, route.case), route.id) for place in districts}
        if districts and route.id not in others:
            names = f"{' and '.join(sorted(others))} {'is' if len(others) == 1 else 'are'}"
            mend = "Delete one of the two, or change what one of them covers."
            yield checked.warning(file, ("covers",), f"{names} shown in its place everywhere", mend)
