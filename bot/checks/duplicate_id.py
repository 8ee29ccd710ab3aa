"""Two files of one kind have the same id, so one of the two would never be seen.

Services share their ids over all folders: `kent-medway/help.yaml` and `national/help.yaml` cannot both be. Give one
of them another id, and its file that name.

    norbury/ashby-outreach.yaml:1:5: "ashby-outreach" is also the id of westshire/ashby-outreach.yaml (duplicate-id)
        Give one of the two another id and file name.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from bot.checks.checked import Checked
from bot.directory.problem import Problem


def check(checked: Checked) -> Iterator[Problem]:
    """Every second file with an id."""
    first: dict[tuple[type[BaseModel], str], str] = {}
    for file, value in checked.values.items():
        if not hasattr(value, "id"):
            continue
        other = first.setdefault((type(value), value.id), file)
        if other != file:
            message = f'"{value.id}" is also the id of {other}'
            yield checked.error(file, ("id",), message, "Give one of the two another id and file name.")
