"""Two people signed something more than a year ago: it is time to read it again.

Nothing stops. Two people read each file anew, mend what is no longer so, and sign once more.

    sign-offs.yaml:2:3: signed more than a year ago: 1 of urgency (signed-long-ago)
        Read again, and sign again: signpost directory sign urgency/danger.yaml --as "ROLE"
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from bot.checks.checked import Checked
from bot.directory.problem import Problem
from bot.directory.sign_offs import SignOffs, in_short

LONGEST = timedelta(days=365)


def check(checked: Checked) -> Iterator[Problem]:
    """All that was signed long ago, as one finding."""
    for file, sign_offs in checked.of(SignOffs):
        old = [name for name, signed in sign_offs.signed.items() if checked.today - signed.since > LONGEST]
        if old:
            mend = f'Read again, and sign again: signpost directory sign {old[0]} --as "ROLE"'
            yield checked.warning(file, ("signed",), f"signed more than a year ago: {in_short(old)}", mend)
