"""A need, an emergency, a route or `hub.yaml` names a service that is not shown to anybody: a draft or a historic one.

It is left out wherever people look for it. Name another one, or make the entry `live` once it is confirmed.

    needs/talk.yaml:4:12: ashby-drop-in is a draft, and nobody is shown it (hidden-service)
        Name a service that is live.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.checks.checked import Checked
from bot.checks.named_services import named_services
from bot.directory.problem import Problem


def check(checked: Checked) -> Iterator[Problem]:
    """Every name of a service that is not live."""
    for file, value in checked.values.items():
        for name, path in named_services(value):
            service = checked.directory.services.get(name)
            if service is not None and service.status != "live":
                entry = "a draft" if service.status == "draft" else "a historic entry"
                message = f"{name} is {entry}, and nobody is shown it"
                yield checked.warning(file, path, message, "Name a service that is live.")
