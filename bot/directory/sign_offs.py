"""Who has agreed to words that nobody may get wrong: emergency texts, referral routes, pages of law.

`sign-offs.yaml` holds, for each file that two people sign, a digest of what it says and the signatures. The digest
leaves out what changes without a change of meaning: comments, line breaks, sources and dates.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Any

from pydantic import Field, StringConstraints

from bot.directory.entry import Entry, Line, Many
from bot.directory.yaml_source import Document

FILE = "sign-offs.yaml"
PEOPLE = 2
"""How many have to agree."""
FOLDERS = ("urgency/", "referral-routes/")
"""Every file in them is signed."""
FILES = ("referral.yaml",)
PHRASES = "phrases"
"""The urgent messages of a language are signed as one: `phrases/en`."""
_NOT_SIGNED = {"sources", "checked", "review_by", "owner"}
_DIGITS = 16
"""Hexadecimal digits of a digest: it guards against slips, and stands in a file that people read."""

Digest = Annotated[str, StringConstraints(pattern=rf"^[0-9a-f]{{{_DIGITS}}}$")]


class Signature(Entry):
    """One person's agreement. The role is enough: no name need stand here."""

    role: Line
    day: date


class Signed(Entry):
    """What was agreed to, and by whom."""

    content: Digest
    """Of what the file said when it was signed."""
    by: Many[Signature] = Field(min_length=1)

    @property
    def roles(self) -> tuple[str, ...]:
        """Everybody who signed: the same role twice is one person."""
        return tuple({signature.role.casefold(): signature.role for signature in self.by}.values())

    @property
    def missing(self) -> int:
        """How many people are still to sign."""
        return max(PEOPLE - len(self.roles), 0)

    @property
    def since(self) -> date:
        """The day since which enough people stand for it; with fewer, that of the first signature."""
        days = sorted((signature.day for signature in self.by), reverse=True)
        return days[:PEOPLE][-1]


class SignOffs(Entry):
    """`sign-offs.yaml`: the signatures, by file (`urgency/danger.yaml`) or by language (`phrases/en`)."""

    signed: Mapping[str, Signed]


def must_be_signed(names: Iterable[str], of_law: Iterable[str], urgent: Iterable[str]) -> list[str]:
    """What among the files of these names two people sign: files, and languages whose urgent messages are one.

    `of_law` are those with `legal: true`; `urgent` those of phrases that hold urgent messages.
    """
    files = {name for name in names if name in FILES or name.startswith(FOLDERS)}
    return sorted({*files, *of_law, *(name.rpartition("/")[0] for name in urgent)})


def content(name: str, documents: Mapping[str, Document]) -> str | None:
    """The digest of what is called `name`; None if it is not among `documents`."""
    if name in documents and _is_file(name):
        data = documents[name].data
        return _digest({key: value for key, value in data.items() if key not in _NOT_SIGNED})
    urgent = _urgent(name, documents)
    return _digest(urgent) if urgent else None


def in_short(names: Iterable[str]) -> str:
    """Many names in few words: "3 of urgency, 48 of referral-routes, referral.yaml"."""
    heads = Counter(name.partition("/")[0] for name in names)
    return ", ".join(f"{count} of {head}" if "." not in head else head for head, count in heads.items())


def _is_file(name: str) -> bool:
    return name != FILE and not name.startswith(f"{PHRASES}/")


def _urgent(folder: str, documents: Mapping[str, Document]) -> dict[str, Any]:
    """The urgent messages of a language, by file."""
    # By name first: a document is read when it is asked for, and most need not be.
    files = [name for name in documents if name.startswith(f"{PHRASES}/") and name.rpartition("/")[0] == folder]
    return {name: messages for name in files if (messages := documents[name].data.get("urgent"))}


def _digest(data: Mapping[str, Any]) -> str:
    # As it was typed, and not as a model holds it: a new version of Signpost must not undo what was signed.
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]
