"""Builds the directory from its files: all of it, or every reason why not. Bytes in, directory or problems out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from bot.directory.cross_references import cross_reference_problems
from bot.directory.directory import Directory
from bot.directory.district import District, PlaceRules
from bot.directory.guidance import Guidance
from bot.directory.hub import Hub
from bot.directory.language import Languages
from bot.directory.need import Need
from bot.directory.phrases import Example, PhraseFile, examples
from bot.directory.problem import Problem, Severity
from bot.directory.referral import ReferralWords, Route
from bot.directory.schema_errors import explain
from bot.directory.service import Service
from bot.directory.urgency import Urgency
from bot.directory.yaml_source import Document, read_yaml

Model = TypeVar("Model", bound=BaseModel)

FOLDERS: dict[str, type[BaseModel]] = {
    "needs": Need,
    "urgency": Urgency,
    "districts": District,
    "guidance": Guidance,
    "referral-routes": Route,
}
"""Folders whose files are of one kind. Every other folder holds services, but for `phrases`."""

PHRASES = "phrases"
HUB = "hub.yaml"
SINGLES: dict[str, type[BaseModel]] = {
    HUB: Hub,
    "languages.yaml": Languages,
    "places.yaml": PlaceRules,
    "referral.yaml": ReferralWords,
}


@dataclass(slots=True)
class Loaded:
    """What was read: the values by file, and the problems found on the way."""

    values: dict[str, BaseModel] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def of(self, model: type[Model]) -> dict[str, Model]:
        """The values of one kind, by file name, in the order of the files."""
        return {name: value for name, value in self.values.items() if isinstance(value, model)}


def digest(files: Mapping[str, bytes]) -> str:
    """A name for exactly these files."""
    total = hashlib.sha256()
    for name in sorted(files):
        total.update(name.encode() + b"\0" + hashlib.sha256(files[name]).digest())
    return total.hexdigest()


def build(files: Mapping[str, bytes], with_phrases: bool = True) -> tuple[Directory | None, list[Problem]]:
    """The directory in `files`, or None, and all problems, sorted by place.

    Without its phrases it is the same directory but for `examples`: enough once they have been learnt.
    """
    if HUB not in files:
        # A wrong folder: what else is in it would be told as hundreds of faults.
        mend = f"Give the folder that holds {HUB}, or copy the file from a working directory."
        return None, [Problem(HUB, 1, 1, "this file is missing; every directory has one", mend, "missing-file")]
    loaded = Loaded()
    for name, raw in files.items():
        if with_phrases or not name.startswith(f"{PHRASES}/"):
            _read_one(name, raw, loaded)
    for missing in SINGLES.keys() - loaded.values.keys() - {problem.file for problem in loaded.problems}:
        loaded.problems.append(
            Problem(missing, 1, 1, "this file is missing", "Copy it from a working directory.", "missing-file")
        )
    if loaded.problems:
        return None, sorted(loaded.problems)
    directory = _assemble(loaded, digest(files))
    problems = cross_reference_problems(directory, loaded.documents, _files_by_id(loaded))
    broken = any(problem.severity is Severity.ERROR for problem in problems)
    return (None if broken else directory), sorted(problems)


def as_far_as_it_can_be_read(files: Mapping[str, bytes]) -> tuple[Directory | None, list[str]]:
    """The directory in `files` without those that have a problem, and their names; None without a file of the whole.

    For looking back: an older version need not keep today's rules.
    """
    loaded = Loaded()
    for name, raw in files.items():
        _read_one(name, raw, loaded)
    left_out = sorted({problem.file for problem in loaded.problems})
    return (_assemble(loaded, digest(files)) if loaded.values.keys() >= SINGLES.keys() else None), left_out


def _model_for(name: str) -> type[BaseModel] | None:
    path = PurePosixPath(name)
    if len(path.parts) == 1:
        return SINGLES.get(name)
    if path.parts[0] == PHRASES:
        return PhraseFile
    return FOLDERS.get(path.parts[0], Service)


def _read_one(name: str, raw: bytes, loaded: Loaded) -> None:
    model = _model_for(name)
    if model is None:
        loaded.problems.append(
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
    document, problems = read_yaml(raw, name)
    loaded.documents[name] = document
    loaded.problems += problems
    if problems:
        return
    try:
        value = model.model_validate(document.data)
    except ValidationError as error:
        loaded.problems += explain(error, document, model)
        return
    loaded.problems += _named_wrongly(name, value, document)
    loaded.values[name] = value


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


def _files_by_id(loaded: Loaded) -> dict[tuple[type[BaseModel], str], str]:
    return {(type(value), value.id): name for name, value in loaded.values.items() if hasattr(value, "id")}


def _assemble(loaded: Loaded, digest_of_files: str) -> Directory:
    all_examples: list[Example] = []
    for file in loaded.of(PhraseFile).values():
        all_examples += examples(file)
    [hub], [languages] = loaded.of(Hub).values(), loaded.of(Languages).values()
    [places], [referral_words] = loaded.of(PlaceRules).values(), loaded.of(ReferralWords).values()
    return Directory(
        hub=hub,
        languages={language.id: language for language in languages.languages},
        needs={need.id: need for need in loaded.of(Need).values()},
        urgencies={urgency.id: urgency for urgency in loaded.of(Urgency).values()},
        districts={district.id: district for district in loaded.of(District).values()},
        place_rules=places,
        services={service.id: service for service in loaded.of(Service).values()},
        guidance={page.id: page for page in loaded.of(Guidance).values()},
        referral_words=referral_words,
        routes={route.id: route for route in loaded.of(Route).values()},
        examples=tuple(all_examples),
        digest=digest_of_files,
    )
