"""Turns a model's refusal into a sentence that names the place, the slip and the mend.

The human slip is named, not its symptom: a bare `no` that YAML took for false is answered with "put it in quotes".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import fuzz, process

from bot.directory.problem import Problem
from bot.directory.yaml_source import Document, Path

_KINDS = {
    "list_type": "a list: each item on its own line, after a dash and a space",
    "tuple_type": "a list: each item on its own line, after a dash and a space",
    "dict_type": "fields of its own, indented below it",
    "model_type": "fields of its own, indented below it",
    "model_attributes_type": "fields of its own, indented below it",
    "date_type": "a date such as 2026-11-21",
    "date_from_datetime_parsing": "a date such as 2026-11-21",
    "date_parsing": "a date such as 2026-11-21",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "float_type": "a number",
}


def explain(error: ValidationError, document: Document, model: type[BaseModel]) -> list[Problem]:
    """Every fault that pydantic found in `document`, told as a person would."""
    return [_problem(detail, document, model) for detail in error.errors(include_url=False, include_context=True)]


def _problem(detail: ErrorDetails, document: Document, model: type[BaseModel]) -> Problem:
    path = _known(tuple(detail["loc"]), document)
    name = _name(path)
    kind = detail["type"]
    if kind == "extra_forbidden":
        mark = document.key_marks.get(path) or document.mark(path)
        return Problem(
            document.file,
            mark.line,
            mark.column,
            f'"{path[-1]}" is not a field here',
            _nearest(str(path[-1]), _fields(model, path)),
            "unknown-field",
        )
    if kind == "missing":
        return document.problem(
            path[:-1] if path in document.marks else path,
            f'"{detail["loc"][-1]}" is missing',
            f'Add a line "{detail["loc"][-1]}: ...".',
            "missing-field",
        )
    if kind == "string_type":
        return _not_text(document, path, name, detail["input"])
    if kind in {"literal_error", "enum"}:
        allowed = str((detail.get("ctx") or {}).get("expected", ""))
        return document.problem(
            path, f'"{detail["input"]}" is not known for "{name}"', f"Use one of: {allowed}.", "unknown-value"
        )
    if kind == "value_error":
        message, _, mend = str((detail.get("ctx") or {}).get("error", detail["msg"])).partition(" | ")
        return document.problem(path, message, mend, "value")
    if kind in {"too_short", "string_too_short"}:
        return document.problem(
            path, f'"{name}" is empty', "Fill it in, or delete the line if it may be left out.", "empty-value"
        )
    if kind == "string_too_long":
        limit = (detail.get("ctx") or {}).get("max_length")
        return document.problem(
            path, f'"{name}" has more than {limit} characters', "Say it in fewer words.", "too-long"
        )
    wanted = _KINDS.get(kind, "something else")
    return document.problem(
        path, f'"{name}" should be {wanted}', "Compare it with another file of this folder.", "wrong-kind"
    )


def _not_text(document: Document, path: Path, name: str, given: Any) -> Problem:
    typed = document.unquoted.get(path)
    if typed is None or typed in {"", "~", "null"}:
        if given is None:
            return document.problem(
                path, f'"{name}" is empty', "Fill it in, or delete the line if it may be left out.", "empty-value"
            )
        return document.problem(path, f'"{name}" should be one text', "Write the text after the colon.", "wrong-kind")
    read_as = "no" if given is False else "yes" if given is True else str(given)
    return document.problem(
        path,
        f"{typed} has no quotes, so YAML reads it as {read_as} and not as text",
        f'Write it in straight quotes: "{typed}".',
        "unquoted",
    )


def _known(loc: tuple[str | int, ...], document: Document) -> Path:
    """Pydantic's location without the union and model names that it mixes in."""
    path: Path = ()
    for index, step in enumerate(loc):
        if (*path, step) in document.marks or index == len(loc) - 1:
            path = (*path, step)
    return path


def _name(path: Path) -> str:
    return next((str(step) for step in reversed(path) if isinstance(step, str)), "the file")


def _nearest(word: str, fields: list[str]) -> str:
    best = process.extractOne(word, fields, scorer=fuzz.ratio, score_cutoff=60)
    hint = f'Did you mean "{best[0]}"? ' if best else ""
    return f"{hint}The fields here: {', '.join(fields)}."


def _fields(model: type[BaseModel], path: Path) -> list[str]:
    """The names that a mapping at `path` may hold, in the order of the model."""
    found: Any = model
    for step in path[:-1]:
        if isinstance(step, int):
            continue
        if isinstance(found, type) and issubclass(found, BaseModel):
            by_name = {info.alias or name: info.annotation for name, info in found.model_fields.items()}
            if step in by_name:
                found = next(_models(by_name[step]), found)
    if not (isinstance(found, type) and issubclass(found, BaseModel)):
        return []
    return [info.alias or name for name, info in found.model_fields.items()]


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)
