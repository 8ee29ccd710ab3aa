"""The words of a file, each with its place; and those among them that people are shown, with their language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from pydantic import BaseModel

from bot.directory.yaml_source import Path

BY_LANGUAGE = {
    "about",
    "after",
    "afterwards",
    "answer",
    "block",
    "label",
    "name",
    "said",
    "sentence",
    "steps",
    "then",
    "title",
    "why",
    "words",
}
"""Fields that hold a text by language. Everything that people are shown in sentences stands in one of them."""


class Line(NamedTuple):
    """A text or word of a file, and the steps to it."""

    file: str
    path: Path
    text: str


class Text(NamedTuple):
    """A text that people are shown, in one language. `before` and `after` are the steps to it around the language."""

    file: str
    before: Path
    language: str
    after: Path
    text: str

    @property
    def path(self) -> Path:
        """Where the text stands."""
        return (*self.before, self.language, *self.after)

    @property
    def language_path(self) -> Path:
        """Where its language stands, as a key."""
        return (*self.before, self.language)

    @property
    def field(self) -> str:
        """The nearest name of a field around it: "summary"."""
        return next(str(step) for step in reversed((*self.before, *self.after)) if isinstance(step, str))


def lines_in(file: str, value: BaseModel) -> list[Line]:
    """Every text and word of a file, however deep."""
    lines: list[Line] = []
    _collect(file, value, (), lines)
    return lines


def _collect(file: str, value: object, path: Path, lines: list[Line]) -> None:
    if isinstance(value, str):
        lines.append(Line(file, path, value))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            _collect(file, inner, (*path, index), lines)
    elif isinstance(value, BaseModel):
        for name, key in _fields(type(value)):
            inner = getattr(value, name)
            if inner:
                _collect(file, inner, (*path, key), lines)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            _collect(file, inner, (*path, key), lines)


def as_text(line: Line) -> Text | None:
    """The line as a text for people; None if it is something else."""
    for index, step in enumerate(line.path[:-1], 1):
        if step in BY_LANGUAGE:
            at = index + 1 if isinstance(line.path[index], int) else index
            if at < len(line.path):
                return Text(line.file, line.path[:at], str(line.path[at]), line.path[at + 1 :], line.text)
    return None


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    return tuple((name, info.alias or name) for name, info in model.model_fields.items())
