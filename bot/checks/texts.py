"""The texts of a file, each with its place and its language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel

from bot.directory.yaml_source import Path

BY_LANGUAGE = {
    "about",
    "afterwards",
    "answer",
    "block",
    "label",
    "name",
    "sentence",
    "steps",
    "then",
    "title",
    "words",
}
"""Fields that hold a text by language. Everything that people are shown in sentences stands in one of them."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text in one language. `before` and `after` are the steps to it around the language's own."""

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


def lines_in(value: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text and word in a value, however deep, with the steps to it."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, BaseModel):
        for name, key in _fields(type(value)):
            inner = getattr(value, name)
            if inner:
                yield from lines_in(inner, (*path, key))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from lines_in(inner, (*path, key))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from lines_in(inner, (*path, index))


def texts_in(file: str, value: BaseModel) -> Iterator[Text]:
    """Every text of a file that stands there by language."""
    for path, text in lines_in(value):
        at = _language_step(path)
        if at is not None:
            yield Text(file, path[:at], str(path[at]), path[at + 1 :], text)


def _language_step(path: Path) -> int | None:
    for index, step in enumerate(path[:-1], 1):
        if step in BY_LANGUAGE:
            return index + 1 if isinstance(path[index], int) else index
    return None


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    return tuple((name, info.alias or name) for name, info in model.model_fields.items())
