"""Opening hours lie wholly in the past: by them, nobody will be there again.

Hours that can never be open at all are told by `value` as soon as the file is read. This is about hours with a year
in them, such as those of a Christmas line, once that year is over. Give the new hours, or delete them.

    westshire/ashby-outreach.yaml:13:12: by "2026 Nov 02-06 09:00-17:00" it is never open again (never-open)
        Give the hours of today, or leave the line out if nobody knows them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, time

from bot.checks.checked import Checked
from bot.checks.ways import hours_of
from bot.directory.opening_hours import LONDON, opening
from bot.directory.problem import Problem
from bot.directory.service import Service

_YEAR = re.compile(r"\b20\d\d\b")


def check(checked: Checked) -> Iterator[Problem]:
    """Every rule that never opens from today on."""
    morning = datetime.combine(checked.today, time(), LONDON)
    for file, service in checked.of(Service):
        for path, rule in hours_of(service):
            if not _YEAR.search(rule):
                continue
            state = opening(rule, morning)
            if not state.open and state.changes is None:
                mend = "Give the hours of today, or leave the line out if nobody knows them."
                yield checked.warning(file, path, f'by "{rule}" it is never open again', mend)
