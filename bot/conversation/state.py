"""What a chat remembers: so little that it fits on a line, and no word of what was written."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from typing import Self

_COUNT = re.compile(r"^[0-9]{1,4}$")
_SAFE = re.compile(r"^[a-z0-9_,:.-]*$")


@dataclass(frozen=True, slots=True)
class State:
    """The memory of one chat. Every field is an id of the directory, a short mark, or empty."""

    language: str = ""
    chosen_language: str = ""
    """Set once the person has picked a language: no message changes it then."""
    district: str = ""
    audience: str = ""
    need: str = ""
    shown: str = ""
    """Ids of the services on the screen, joined by commas."""
    seen: int = 0
    """How many services of this need have been shown."""
    asked: str = ""
    """What the last reply asked for, "area"; or what this message asks for, "route"; or nothing."""
    risk: str = ""
    case: str = ""
    champion: str = ""
    """The area for which this chat holds a champion's code; empty for everybody else."""

    def line(self) -> str:
        """The state as one line: `language=en district=thanet`."""
        parts = ((field.name, getattr(self, field.name)) for field in fields(self))
        return " ".join(f"{name}={value}" for name, value in parts if value)

    @classmethod
    def from_line(cls, line: str) -> Self:
        """The state in `line`; whatever is not understood is left out."""
        known = {field.name for field in fields(cls)}
        values: dict[str, str | int] = {}
        for part in line.split():
            name, _, value = part.partition("=")
            if name == "seen" and _COUNT.match(value):
                values[name] = int(value)
            elif name in known and name != "seen" and _SAFE.match(value) and len(value) <= 300:
                values[name] = value
        return replace(cls(), **values)  # type: ignore[arg-type]

    def ids_shown(self) -> tuple[str, ...]:
        """The services on the screen."""
        return tuple(part for part in self.shown.split(",") if part)
