"""In some places there is no referral route of its own for a risk and a case: the nearest one answers there.

That may be right: the same people may take it. There is one finding for the places that lack the same, with the route
that answers instead of each. Danger now is the same for everybody and not asked for; nor is anything of a hub that has
no route for a special case yet.

    referral.yaml:1:1: Ashby and Millford: no own route for standard risk (man: westshire-medium-man) (route-gaps)
        Ask who takes them there, and add a file to referral-routes/. Until then the route named after each answers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import get_args

from bot.checks.checked import Checked
from bot.conversation.refer import GENERAL, route_for
from bot.directory.problem import Problem
from bot.directory.referral import Case, ReferralWords
from bot.directory.service import Risk

_ASKED: tuple[Risk, ...] = ("standard", "medium", "high")
_NONE = "nothing"


def check(checked: Checked) -> Iterator[Problem]:
    """The gaps, together for the places that have the same. Waits until all files can be read."""
    routes = checked.directory.routes.values()
    if checked.broken or all(route.case == GENERAL for route in routes):
        return
    places: dict[str, list[str]] = defaultdict(list)
    for district in checked.directory.districts.values():
        gaps = "; ".join(filter(None, (_gaps(checked, district.id, risk) for risk in _ASKED)))
        if gaps:
            places[gaps].append(district.name)
    for file, _ in checked.of(ReferralWords):
        for gaps, names in places.items():
            where = " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
            mend = "Ask who takes them there, and add a file to referral-routes/. "
            mend += "Until then the route named after each answers."
            yield checked.warning(file, (), f"{where}: no own route for {gaps}", mend)


def _gaps(checked: Checked, district: str, risk: Risk) -> str:
    """The cases without a route of their own, by the route that answers: "high risk (man, lgbt: kent-high)"."""
    answered: dict[str, list[str]] = defaultdict(list)
    for case in get_args(Case):
        route = route_for(checked.directory, district, risk, case)
        if route is None or (route.risk, route.case) != (risk, case):
            answered[route.id if route else _NONE].append(case)
    if not answered:
        return ""
    told = (f"{', '.join(cases)}: {name}" for name, cases in answered.items())
    return f"{risk} risk ({', '.join(told)})"
