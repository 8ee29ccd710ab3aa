"""Finds the directory's own phone numbers in a running text and makes them links that dial."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from bot.directory.directory import Directory
from bot.directory.phone_number import dialled


class Numbers:
    """The phone numbers of one directory. Only these are ever linked: an unknown number may be anything."""

    def __init__(self, directory: Directory) -> None:
        known = {phone.number for service in directory.live_services for phone in service.phones}
        longest_first = "|".join(re.escape(number) for number in sorted(known, key=len, reverse=True))
        # "999bsl.co.uk" and "24.101" hold no number to call.
        self._pattern = re.compile(rf"(?<![\w.])(?:{longest_first})(?![\w]|\.\w)") if known else None

    def linked(self, text: str) -> Markup:
        """`text`, escaped, each number a link where it first stands, lines kept apart."""
        done: set[str] = set()

        def link(number: str) -> Markup:
            if number in done:
                return Markup('<bdi dir="ltr">{}</bdi>').format(number)
            done.add(number)
            return Markup('<a href="tel:{}"><bdi dir="ltr">{}</bdi></a>').format(dialled(number), number)

        pieces: list[Markup] = []
        end = 0
        for found in self._pattern.finditer(text) if self._pattern else ():
            pieces += [escape(text[end : found.start()]), link(found[0])]
            end = found.end()
        return Markup("").join([*pieces, escape(text[end:])])
