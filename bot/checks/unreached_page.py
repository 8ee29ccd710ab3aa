"""No need names a guidance page, and no other page leads to it: nobody finds it in the chat.

Name it under `guidance` in the file of a need, or under `next` in another page; or delete it.

    guidance/employer-records.yaml:1:1: nothing leads to this page (unreached-page)
        Name it under "guidance" of a need, or under "next" of another page.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.checks.checked import Checked
from bot.directory.guidance import Guidance
from bot.directory.problem import Problem


def check(checked: Checked) -> Iterator[Problem]:
    """Every page that cannot be come to. Waits until all files can be read."""
    if checked.broken:
        return
    reached: set[str] = set()
    following = [page for need in checked.directory.needs.values() for page in need.guidance]
    while following:
        page = following.pop()
        if page in checked.directory.guidance and page not in reached:
            reached.add(page)
            following += checked.directory.guidance[page].next
    for file, guidance in checked.of(Guidance):
        if guidance.id not in reached:
            mend = 'Name it under "guidance" of a need, or under "next" of another page.'
            yield checked.warning(file, (), "nothing leads to this page", mend)
