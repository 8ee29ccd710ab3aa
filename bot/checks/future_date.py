"""A day that has not come yet stands where somebody says that a thing was done: in `checked`, or beside a signature.

People read "Checked on ..." on the card and trust it. Mostly the year is wrong. It is an error, but Signpost does not
ask it when it starts: a clock that is wrong must not stop it.

    westshire/ashby-outreach.yaml:16:10: "checked" is 2027-11-01, which has not come yet (future-date)
        Write the day on which it was really done.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pydantic import BaseModel

from bot.checks.checked import Checked
from bot.directory.entry import Dated
from bot.directory.problem import Problem
from bot.directory.sign_offs import SignOffs
from bot.directory.yaml_source import Path


def check(checked: Checked) -> Iterator[Problem]:
    """Every day after today."""
    for file, value in checked.values.items():
        for path, day in _done(value):
            if day > checked.today:
                message = f'"{path[-1]}" is {day}, which has not come yet'
                yield checked.error(file, path, message, "Write the day on which it was really done.")


def _done(value: BaseModel) -> Iterator[tuple[Path, date]]:
    if isinstance(value, Dated):
        yield ("checked",), value.checked
    if isinstance(value, SignOffs):
        for name, signed in value.signed.items():
            for index, signature in enumerate(signed.by):
                yield ("signed", name, "by", index, "day"), signature.day
