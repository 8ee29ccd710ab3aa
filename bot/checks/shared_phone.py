"""A phone number stands in two entries, and neither says why.

When the number changes, one of the two would be forgotten. If another service answers it, say so: `belongs_to` below
the number. Short numbers such as 999 or 116 123 are everybody's and may stand anywhere.

    westshire/ashby-outreach.yaml:12:13: 0808 2000 247 is also a number of national-line (shared-phone)
        If national-line answers it, add "belongs_to: national-line" below it.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.checks.checked import Checked
from bot.directory.directory import Directory
from bot.directory.phone_number import dialled
from bot.directory.problem import Problem
from bot.directory.service import Service

ANYBODYS_NUMBERS = 6
"""Numbers of up to this many digits (999, 101, 111, 116123) are named by many services."""


def check(checked: Checked) -> Iterator[Problem]:
    """Every number of another service without `belongs_to`."""
    owners = _owners(checked.directory)
    for file, service in checked.of(Service):
        for index, phone in enumerate(service.phones):
            digits = dialled(phone.number)
            owner = owners.get(digits, service.id)
            if len(digits) > ANYBODYS_NUMBERS and phone.belongs_to is None and owner != service.id:
                yield checked.error(
                    file,
                    ("phones", index, "number"),
                    f"{phone.number} is also a number of {owner}",
                    f'If {owner} answers it, add "belongs_to: {owner}" below it.',
                )


def _owners(directory: Directory) -> dict[str, str]:
    """Whose each number is. Whom others name as the owner is the owner, whichever file is read first."""
    owner: dict[str, str] = {}
    for service in directory.services.values():
        for phone in service.phones:
            if phone.belongs_to is not None and _claims(directory, phone.belongs_to, dialled(phone.number)):
                owner.setdefault(dialled(phone.number), phone.belongs_to)
    for service in directory.services.values():
        for phone in service.phones:
            if phone.belongs_to is None:
                owner.setdefault(dialled(phone.number), service.id)
    return owner


def _claims(directory: Directory, name: str, digits: str) -> bool:
    service = directory.services.get(name)
    return service is not None and any(
        dialled(phone.number) == digits and phone.belongs_to is None for phone in service.phones
    )
