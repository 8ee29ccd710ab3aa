"""A service is live, and nobody can ever be sent to it.

Either the entry gives no way to get in touch: no number, page, address or "refer". Or nothing leads to it: none of
its needs is answered with services for such people, and no need, emergency or route names it. Only somebody who asks
for it by name would see it.

    westshire/ashby-outreach.yaml:1:1: this gives no way to get in touch, so nobody is sent here (unreached-service)
        Add a phone, a website or a "refer"; or make it a draft, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.checks.checked import Checked
from bot.checks.named_services import named_services
from bot.directory.directory import Directory
from bot.directory.problem import Problem
from bot.directory.service import Service
from bot.search.ranking import reachable, suits


def check(checked: Checked) -> Iterator[Problem]:
    """Every live service that no answer can hold. Waits until all files can be read."""
    if checked.broken:
        return
    named = {name for value in checked.values.values() for name, _ in named_services(value)}
    for file, service in checked.of(Service):
        if service.status != "live":
            continue
        if not reachable(service):
            message = "this gives no way to get in touch, so nobody is sent here"
            mend = 'Add a phone, a website or a "refer"; or make it a draft, with the reason.'
            yield checked.warning(file, (), message, mend)
        elif service.id not in named and not _answers_a_need(service, checked.directory):
            message = "nothing leads to this service: none of its needs is answered with services for such people"
            mend = "Add a need that it helps with, or name it in a need or a referral route."
            yield checked.warning(file, ("needs",), message, mend)


def _answers_a_need(service: Service, directory: Directory) -> bool:
    needs = [directory.needs[need] for need in service.needs if need in directory.needs]
    local = bool(service.urgency) and directory.is_local(service.covers)
    return local or any(need.kind != "route" and suits(service, frozenset(need.people)) for need in needs)
