"""A source says neither which page nor which report was read, so nobody can compare the entry with it.

Write `page:` and the address of the page, or `report:` and the name of a printed or council report. A file without
any source is told by `missing-field` or `empty-value`.

    westshire/ashby-outreach.yaml:15:5: this source names no page and no report (unsourced)
        Write "page: https://..." or "report: ...".
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.checks.checked import Checked
from bot.directory.entry import Dated
from bot.directory.problem import Problem


def check(checked: Checked) -> Iterator[Problem]:
    """Every source that names nothing."""
    for file, value in checked.of(Dated):
        for index, source in enumerate(value.sources):
            if not source.page and not source.report:
                message, mend = "this source names no page and no report", 'Write "page: https://..." or "report: ...".'
                yield checked.error(file, ("sources", index), message, mend)
