"""Something in an entry that hides people could tell somebody where they are.

An entry with `confidential_address: true` may hold nothing like a street, a postcode, a link to a map, a what3words
address or a position: in no field, no text, no note and no source. Elsewhere, no sentence that speaks of a refuge may
hold one. And an entry that is a refuge must say `confidential_address: true`: one of a district or area, which is
called a refuge or safe house, says that it has one, or has first a need with `secret_address: true`.

    westshire/ashby-haven.yaml:14:8: "12 High Street" reads like a street, and this entry hides people (secret-address)
        Delete it. Say whom to call instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from bot.checks.checked import Checked
from bot.checks.place_words import place_in
from bot.checks.texts import Line
from bot.directory.directory import Directory
from bot.directory.entry import ENGLISH
from bot.directory.problem import Problem
from bot.directory.service import Service

_REFUGE = r"(?:refuges?|safe (?:house|home|accommodation|housing)s?)\b"
_NAMES_REFUGE = re.compile(_REFUGE)
_HAS_REFUGE = re.compile(
    rf"\b(?:run|runs|ran|have|has|had|offers?|provides?|gives?) (?:a |their own |its own )?{_REFUGE}"
)
"""Both read small letters."""


def check(checked: Checked) -> Iterator[Problem]:
    """Every place in an entry that hides people, and every refuge that does not say that it does."""
    hiding = {file for file, service in checked.of(Service) if service.confidential_address}
    codes = _postcodes(checked.directory)
    for line in checked.lines:
        if line.file in hiding:
            code = codes.search(line.text)
            found = place_in(line.text) or (code and ("a postcode", code[0]))
            yield from _told(checked, line, found, "this entry hides people")
        elif _NAMES_REFUGE.search(line.text.lower()):
            yield from _told(checked, line, place_in(line.text), "this text speaks of a refuge")
    for file, service in checked.of(Service):
        if file not in hiding and _is_refuge(service, checked.directory):
            message = "this reads like a refuge, but the entry does not hide its address"
            yield checked.error(file, ("name",), message, "Add a line: confidential_address: true")


def _postcodes(directory: Directory) -> re.Pattern[str]:
    """The first halves of the postcodes of all districts, as they are written: "CT9"."""
    codes = sorted({postcode.code for district in directory.districts.values() for postcode in district.postcodes})
    return re.compile(rf"\b(?:{'|'.join(codes)})\b" if codes else "(?!)")


def _told(checked: Checked, line: Line, found: tuple[str, str] | None, why: str) -> Iterator[Problem]:
    if found:
        message = f'"{found[1]}" reads like {found[0]}, and {why}'
        yield checked.error(line.file, line.path, message, "Delete it. Say whom to call instead.")


def _is_refuge(service: Service, directory: Directory) -> bool:
    if not directory.is_local(service.covers):
        return False
    first = directory.needs.get(service.needs[0])
    return (
        (first is not None and first.secret_address)
        or any(_NAMES_REFUGE.search(name.lower()) for name in chain([service.name], service.also_called))
        or any(_HAS_REFUGE.search(text.lower()) for _, text in service.words[ENGLISH] if text)
    )
