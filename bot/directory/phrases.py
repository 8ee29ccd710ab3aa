"""Example messages: what people write when they mean a need, one file a language and need."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, NamedTuple

from pydantic import Field, StringConstraints

from bot.directory.entry import Entry, Id, Many
from bot.directory.yaml_source import Path

Phrase = Annotated[str, StringConstraints(min_length=1, max_length=2000)]


class PhraseFile(Entry):
    """`phrases/<language>/<need>.yaml`: calm messages, and urgent ones under the urgency that they show."""

    need: Id
    language: Id
    phrases: Many[Phrase] = ()
    urgent: dict[Id, Many[Phrase]] = Field(default_factory=dict)


class Example(NamedTuple):
    """One message and what it means. `urgency` is None for a calm one."""

    text: str
    language: str
    need: str
    urgency: str | None


def examples(file: PhraseFile) -> list[Example]:
    """The messages of a file, calm ones first."""
    return [example for example, _ in examples_with_path(file)]


def examples_with_path(file: PhraseFile) -> Iterator[tuple[Example, Path]]:
    """The same, each with its place in the file."""
    for index, text in enumerate(file.phrases):
        yield Example(text, file.language, file.need, None), ("phrases", index)
    for urgency, texts in file.urgent.items():
        for index, text in enumerate(texts):
            yield Example(text, file.language, file.need, urgency), ("urgent", urgency, index)
