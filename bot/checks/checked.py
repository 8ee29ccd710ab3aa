"""What a rule looks at: the directory, the files it came from, the catalogues, and the day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel

from bot.checks.texts import Line, Text, as_text, lines_in
from bot.directory.directory import Directory
from bot.directory.district import District, PlaceRules
from bot.directory.loader import Built
from bot.directory.phrases import PhraseFile
from bot.directory.problem import Problem, Severity
from bot.directory.yaml_source import Document, Path
from bot.speech.catalogue import Speech

if TYPE_CHECKING:
    from bot.search.learned import Learned

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class Checked:
    """A directory that is being checked. Where `broken` is not empty, something may be missing from it."""

    directory: Directory
    documents: Mapping[str, Document]
    """The files with line and column of everything in them, by file name."""
    files: Mapping[tuple[type[BaseModel], str], str]
    """The file of each entry, by its model and id."""
    speech: Speech | None
    learned: Learned | None
    today: date
    values: Mapping[str, BaseModel] = field(default_factory=dict)
    """What each file holds, by file name."""
    broken: frozenset[str] = frozenset()
    """Files in which something was found already. Rules that say "nothing names this" wait until they are mended."""

    def of(self, model: type[Model]) -> Iterator[tuple[str, Model]]:
        """The file name and the value of each file of one kind."""
        for name, value in self.values.items():
            if isinstance(value, model):
                yield name, value

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every text and word of every file, but for lists of phrases and of places."""
        return tuple(
            line
            for name, value in self.values.items()
            if not isinstance(value, PhraseFile | District | PlaceRules)
            for line in lines_in(name, value)
        )

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every text that people are shown, in every language."""
        return tuple(text for line in self.lines if (text := as_text(line)))

    @property
    def sentences(self) -> Iterator[tuple[str, str, str]]:
        """Language, key and text of each of the program's own sentences."""
        for language, sentences in (self.speech.catalogues if self.speech else {}).items():
            for key, text in sentences.items():
                yield language, key, text

    def language_name(self, language: str) -> str:
        """Its name in English, or its id if it has none."""
        known = self.directory.languages.get(language)
        return known.english_name if known else language

    def may_exist(self, item: str) -> bool:
        """Whether an id that is not in the directory may be that of a file that could not be read."""
        return any(PurePosixPath(name).stem == item for name in self.broken)

    def error(self, file: str, path: Path, message: str, mend: str) -> Problem:
        """An error at a value of a file."""
        return self.documents[file].problem(path, message, mend)

    def sentence_error(self, language: str, key: str, message: str, mend: str) -> Problem:
        """An error in one of the program's own sentences."""
        file, line = self.speech.places.get((language, key), (language, 1)) if self.speech else (language, 1)
        return Problem(file, line, 1, message, mend, "")

    def warning(self, file: str, path: Path, message: str, mend: str) -> Problem:
        """A warning at a value of a file."""
        return self.documents[file].problem(path, message, mend, severity=Severity.WARNING)


def to_check(built: Built, today: date, speech: Speech | None = None, learned: Learned | None = None) -> Checked | None:
    """What was built, as rules look at it; None if too little could be read."""
    if built.directory is None:
        return None
    return Checked(
        built.directory,
        built.documents,
        {(type(value), value.id): name for name, value in built.values.items() if hasattr(value, "id")},
        speech,
        learned,
        today,
        built.values,
        frozenset(problem.file for problem in built.problems),
    )
