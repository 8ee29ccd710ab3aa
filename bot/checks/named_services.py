"""Where a service is named so that people are sent to it: in needs, emergencies, routes, and `hub.yaml`."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from bot.directory.hub import Hub
from bot.directory.need import Need
from bot.directory.referral import Route
from bot.directory.urgency import Urgency
from bot.directory.yaml_source import Path


def named_services(value: BaseModel) -> Iterator[tuple[str, Path]]:
    """Each service that a file names, and where."""
    lists: dict[Path, tuple[str, ...]] = {}
    if isinstance(value, Need | Urgency | Route):
        lists[("services",)] = value.services
    if isinstance(value, Urgency):
        lists[("told_in_block",)] = value.told_in_block
    if isinstance(value, Hub):
        lists |= {("always_open", audience): lines for audience, lines in value.always_open.items()}
        lists |= {("areas", index, "always_open"): area.always_open for index, area in enumerate(value.areas)}
    for path, names in lists.items():
        for index, name in enumerate(names):
            yield name, (*path, index)
