"""What counts as a phone number in the United Kingdom, and how it is dialled."""

from __future__ import annotations

import re
from typing import Annotated

import phonenumbers
from phonenumbers import shortnumberinfo
from pydantic import AfterValidator

REGION = "GB"


def check(number: str) -> str:
    """`number` itself, if it can be dialled in the UK: a valid number or a short code such as 999 or 116 123."""
    if not set(number) <= set("0123456789 "):
        abroad = re.fullmatch(r"\+44 ?(?:\(0\) ?)?([1-9][0-9 ]+)", number)
        mend = f'Write it as "0{abroad[1]}".' if abroad else 'Write digits and spaces, as in "0808 2000 247".'
        raise ValueError(f'"{number}" is not written as it is dialled | {mend}')
    digits = number.replace(" ", "")
    if len(digits) <= 6:
        # Under two digits nothing can be parsed; "000000" and "01622" have a possible length, yet nobody answers.
        if len(digits.lstrip("0")) < 2 or not shortnumberinfo.is_valid_short_number_for_region(
            phonenumbers.parse(digits, REGION), REGION
        ):
            raise ValueError(f'"{number}" is not a short number of the UK | Compare it with the page in sources.')
        return number
    if digits.startswith("00"):
        raise ValueError(f'"{number}" is not written as it is dialled here | Write "0808 2000 247", not "0044 ...".')
    if not digits.startswith("0"):
        raise ValueError(f'"{number}" has lost its first 0 | Write it with the 0 and in quotes: "0{number}".')
    try:
        parsed = phonenumbers.parse(digits, REGION)
    except phonenumbers.NumberParseException:
        parsed = None
    if parsed is None or not phonenumbers.is_valid_number(parsed):
        raise ValueError(
            f'"{number}" is not a valid UK phone number | Compare it, digit by digit, with the page in sources.'
        )
    return number


PhoneNumber = Annotated[str, AfterValidator(check)]
"""A number as people dial and read it, with the service's own spacing: "0808 2000 247"."""


def dialled(number: str) -> str:
    """The number for a tel: or sms: link: +44… for ordinary numbers, short codes as they are."""
    digits = number.replace(" ", "")
    return digits if len(digits) <= 6 else "+44" + digits[1:]
