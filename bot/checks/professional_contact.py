"""A contact that is for professionals only stands where everybody sees it.

Numbers, e-mail addresses and pages under `professional` are shown to verified champions alone. None of them may stand
in another field or another file, and no text for people may say that a contact is for professionals only: move the
contact to `professional`. If the public may have it after all, take it out of `professional`.

    westshire/ashby-aid.yaml:13:8: duty@example.org is for professionals only (professional-contact)
        Delete it here; or take it out of "professional" in westshire/ashby-team.yaml if everybody may have it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bot.checks.checked import Checked
from bot.checks.ways import professional_phones_of
from bot.directory.phone_number import dialled
from bot.directory.problem import Problem
from bot.directory.service import Service

FOR_STAFF = {"professional", "unconfirmed_phones", "conflicts", "notes", "reason", "sources", "owner"}
"""Fields that the public does not read."""

_SHORTEST = 7
"""Digits: shorter numbers, such as 999, are everybody's."""
_SAYS_SO = re.compile(
    r"\b(?:professionals|practitioners|agencies)[ _-]only(?![a-z])|"
    r"\bonly (?:for|to) (?:professionals|practitioners|agencies)\b|"
    r"\bnot (?:for|to be (?:given|shown|shared) (?:to|with)) (?:the )?public\b|"
    r"\b(?:do not|don['’]t|never) (?:share|give out|pass on|publish) (?:this|the) (?:number|e-?mail|address|contact)\b|"
    r"\binternal use\b"
)
"""It reads small letters."""
_NUMBER = re.compile(r"(?<![\d/])0\d[\d ]{5,}\d(?!\d)")


def check(checked: Checked) -> Iterator[Problem]:
    """Every contact for professionals outside its field."""
    owners = _owners(checked)
    for line in checked.lines:
        if line.path[0] in FOR_STAFF:
            continue
        text = line.text.lower()
        says = _SAYS_SO.search(text)
        if says:
            message = f'everybody sees this, and it says "{says[0]}"'
            yield checked.error(line.file, line.path, message, 'Move the contact to "professional", and mend the text.')
        for contact, owner in _repeated(text, owners):
            mend = f'Delete it here; or take it out of "professional" in {owner} if everybody may have it.'
            yield checked.error(line.file, line.path, f"{contact} is for professionals only", mend)


def _owners(checked: Checked) -> Mapping[str, str]:
    """Each contact that is for professionals only, as it is compared, and the file that says so."""
    owners: dict[str, str] = {}
    for file, service in checked.of(Service):
        if service.professional:
            owners |= {
                dialled(phone.number): file for _, phone in professional_phones_of(service) if not phone.belongs_to
            }
            owners |= {
                contact.lower(): file for contact in (service.professional.email, service.professional.page) if contact
            }
    return {contact: file for contact, file in owners.items() if len(contact) >= _SHORTEST}


def _repeated(text: str, owners: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for number in _NUMBER.findall(text):
        if dialled(number) in owners:
            yield number, owners[dialled(number)]
    for contact, owner in owners.items():
        if contact in text:
            yield contact, owner
