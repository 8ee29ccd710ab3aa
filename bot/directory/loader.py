"""Reads the directory's files: strictly, each by itself. What one file says of another is for `bot.checks`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from bot.directory.directory import Directory
from bot.directory.district import District, PlaceRules
from bot.directory.guidance import Guidance
from bot.directory.harmful_words import HarmfulWordsFile
from bot.directory.hub import Hub
from bot.directory.language import Languages
from bot.directory.need import Need
from bot.directory.phrases import Example, PhraseFile, examples
from bot.directory.practice import Practice
from bot.directory.problem import Problem
from bot.directory.referral import ReferralWords, Route
from bot.directory.schema_errors import explain
from bot.directory.service import Service
from bot.directory.sign_offs import FILE as SIGN_OFFS
from bot.directory.sign_offs import SignOffs
from bot.directory.urgency import Urgency
from bot.directory.yaml_source import Document, read_yaml

Model = TypeVar("Model", bound=BaseModel)

FOLDERS: dict[str, type[BaseModel]] = {
    "needs": Need,
    "urgency": Urgency,
    "districts": District,
    "guidance": Guidance,
    "referral-routes": Route,
    "practice": Practice,
}
"""Folders whose files are of one kind. Every other folder holds services, but for `phrases`."""

PHRASES = "phrases"
HUB = "hub.yaml"
LANGUAGES = "languages.yaml"
LABELS = ("needs/", "urgency/")
"""Folders whose files' names are what a message can mean."""
SINGLES: dict[str, type[BaseModel]] = {
    HUB: Hub,
    "harmful-words.yaml": HarmfulWordsFile,
    LANGUAGES: Languages,
    "places.yaml": PlaceRules,
    "referral.yaml": ReferralWords,
    SIGN_OFFS: SignOffs,
}
"""Files that stand alone, at the top."""
MAY_BE_MISSING = {SIGN_OFFS}
"""The rest every directory has."""


@dataclass(frozen=True, slots=True)
class Built:
    """What came of reading the files. It may be used only if there is no problem."""

    directory: Directory | None
    """All that could be read; None if a file is missing or broken without which there is no directory."""
    values: Mapping[str, BaseModel]
    """What each sound file holds, by file name."""
    documents: Mapping[str, Document]
    """Where everything stands, by file name."""
    problems: list[Problem]
    """Every slip inside a file, sorted by place."""


class _Documents(Mapping[str, Document]):
    """The files with their places. One that was not read yet is read when it is asked for."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files
        self.read: dict[str, Document] = {}

    def __getitem__(self, name: str) -> Document:
        if name not in self.read:
            self.read[name], _ = read_yaml(self._files[name], name)
        return self.read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


@dataclass(slots=True)
class _Reading:
    documents: _Documents
    values: dict[str, BaseModel] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def of(self, model: type[Model]) -> list[Model]:
        """The values of one kind, in the order of the files."""
        return [value for value in self.values.values() if isinstance(value, model)]

    def built(self, directory: Directory | None = None) -> Built:
        """What was read so far."""
        return Built(directory, self.values, self.documents, sorted(self.problems))


def digest(files: Mapping[str, bytes]) -> str:
    """A name for exactly these files."""
    total = hashlib.sha256()
    for name in sorted(files):
        total.update(name.encode() + b"\0" + hashlib.sha256(files[name]).digest())
    return total.hexdigest()


def learning_digest(files: Mapping[str, bytes]) -> str:
    """A name for what learning depends on: the messages, the languages, and which needs and urgencies there are.

    An edit of a service leaves it as it is, so that nothing is learnt again.
    """
    whole = {name: raw for name, raw in files.items() if name.startswith(f"{PHRASES}/") or name == LANGUAGES}
    named = {name: b"" for name in files if name.startswith(LABELS)}
    return digest({**named, **whole})


def build(files: Mapping[str, bytes], with_phrases: bool = True, known: Mapping[str, bytes] | None = None) -> Built:
    """Reads `files`, given by their path in the directory's folder.

    Without its phrases it is the same directory but for `examples`: enough once they have been learnt. `known` has what
    some of exactly these files held when they were last found sound, as JSON: ten times quicker to read than YAML.
    """
    wanted = {name: raw for name, raw in files.items() if with_phrases or not name.startswith(f"{PHRASES}/")}
    reading = _Reading(_Documents(wanted))
    if HUB not in files:
        # A wrong folder: what else is in it would be told as hundreds of faults.
        mend = f"Give the folder that holds {HUB}, or copy the file from a working directory."
        told = "this file is missing; every directory has one"
        reading.problems.append(Problem(HUB, 1, 1, told, mend, "missing-file"))
        return reading.built()
    for name, raw in wanted.items():
        _read_one(name, raw, reading, (known or {}).get(name))
    for missing in SINGLES.keys() - MAY_BE_MISSING - files.keys():
        mend = "Copy it from a working directory."
        reading.problems.append(Problem(missing, 1, 1, "this file is missing", mend, "missing-file"))
    whole = reading.values.keys() >= SINGLES.keys() - MAY_BE_MISSING
    return reading.built(_assemble(reading, digest(files)) if whole else None)


def as_far_as_it_can_be_read(files: Mapping[str, bytes]) -> tuple[Directory | None, list[str]]:
    """The directory in `files` without those that have a problem, and their names; None without a file of the whole.

    For looking back: an older version need not keep today's rules.
    """
    built = build(files)
    return built.directory, sorted({problem.file for problem in built.problems})


def _model_for(name: str) -> type[BaseModel] | None:
    path = PurePosixPath(name)
    if len(path.parts) == 1:
        return SINGLES.get(name)
    if path.parts[0] == PHRASES:
        return PhraseFile
    return FOLDERS.get(path.parts[0], Service)


def _read_one(name: str, raw: bytes, reading: _Reading, known: bytes | None) -> None:
    model = _model_for(name)
    if model is None:
        reading.problems.append(
            Problem(
                name,
                1,
                1,
                "nothing reads this file",
                f"Move it into a folder, or delete it. Known here: {', '.join(SINGLES)}.",
                "stray-file",
            )
        )
        return
    if known is not None:
        with suppress(ValidationError):
            reading.values[name] = model.model_validate_json(known)
            return
    document, problems = read_yaml(raw, name)
    reading.documents.read[name] = document
    reading.problems += problems
    if problems:
        return
    try:
        value = model.model_validate(document.data)
    except ValidationError as error:
        reading.problems += explain(error, document, model)
        return
    reading.problems += _named_wrongly(name, value, document)
    reading.values[name] = value


def _named_wrongly(name: str, value: BaseModel, document: Document) -> Iterable[Problem]:
    stem = PurePosixPath(name).stem
    if isinstance(value, PhraseFile):
        folder = PurePosixPath(name).parent.name
        if (value.language, value.need) != (folder, stem):
            yield document.problem(
                ("need",),
                f"this file is for {value.language}/{value.need} but is called {folder}/{stem}",
                "Make the folder the language and the file name the need.",
                "file-name",
            )
    elif name not in SINGLES and getattr(value, "id", stem) != stem:
        yield document.problem(
            ("id",),
            f'the id is "{getattr(value, "id", "")}" but the file is called "{stem}"',
            f"Rename the file, or write: id: {stem}",
            "file-name",
        )


def _assemble(reading: _Reading, digest_of_files: str) -> Directory:
    all_examples: list[Example] = []
    for file in reading.of(PhraseFile):
        all_examples += examples(file)
    [hub], [languages] = reading.of(Hub), reading.of(Languages)
    [places], [referral_words] = reading.of(PlaceRules), reading.of(ReferralWords)
    [harmful] = reading.of(HarmfulWordsFile)
    return Directory(
        hub=hub,
        languages={language.id: language for language in languages.languages},
        needs={need.id: need for need in reading.of(Need)},
        urgencies={urgency.id: urgency for urgency in reading.of(Urgency)},
        districts={district.id: district for district in reading.of(District)},
        place_rules=places,
        services={service.id: service for service in reading.of(Service)},
        guidance={page.id: page for page in reading.of(Guidance)},
        referral_words=referral_words,
        practice={practice.id: practice for practice in reading.of(Practice)},
        routes={route.id: route for route in reading.of(Route)},
        harmful_words=harmful.harmful_words,
        examples=tuple(all_examples),
        digest=digest_of_files,
    )
