"""A problem in a file of the directory: where it is, what is wrong, how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error keeps the directory from being used; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding. Lines and columns count from 1."""

    file: str
    line: int
    column: int
    message: str
    mend: str
    rule: str
    """The id under which the docs explain it."""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """The finding as people read it: place, fault, rule; below it, the mend."""
        head = f"{self.file}:{self.line}:{self.column}: {self.message} ({self.rule})"
        return f"{head}\n    {self.mend}"


class DirectoryError(Exception):
    """The directory cannot be used; `problems` says why, in the order of the files."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__(f"{len(problems)} problem(s) in the directory")
