"""Turns a model's refusal into a sentence that names the place, the slip and the mend.

The human slip is named, not its symptom: a bare `no` that YAML took for false is answered with "put it in quotes".
What only follows from another slip (a list that is empty because its one item was refused) is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import fuzz, process

from bot.directory.entry import ENGLISH
from bot.directory.problem import Problem
from bot.directory.yaml_slips import bullet, bulleted
from bot.directory.yaml_source import Document, Path

Told = tuple[str, str]
"""What is wrong, and how to mend it."""

_LISTS = {"list_type", "tuple_type"}
_GROUPS = {"dict_type", "mapping_type", "model_type", "model_attributes_type"}
_PLAIN = {
    "bool_type": ("true or false", "Write true or false, without quotes."),
    "int_type": ("a whole number", "Write a number such as 2, without quotes."),
    "float_type": ("a number", "Write a number such as 51.35, without quotes."),
}
_EMPTY = {"", "~", "null"}
_KEY = "[key]"
"""Pydantic's last step where a key is wrong, not its value."""
_WHOLE_FILE = {"English text": "words", '"reason"': "status", '"venue"': "venue"}
"""Rules over several fields: a word of their message, and the field to look at."""
_NUMBER_WITHOUT_ZERO = re.compile(r"(?:\+44)?([1-9]\d{8,9})")
_BRITISH_DATE = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[/. -]+(\d{1,2}|[A-Za-z]{3,9})[/., -]+(\d{4}|\d{2})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CENTURY = "20"


def explain(error: ValidationError, document: Document, model: type[BaseModel]) -> list[Problem]:
    """Every fault that pydantic found in `document`, told as a person would."""
    details = error.errors(include_url=False, include_context=True)
    told = [detail for detail in details if not _follows(detail, details, model)]
    missing: dict[Path, list[ErrorDetails]] = {}
    for detail in told:
        if detail["type"] == "missing":
            missing.setdefault(detail["loc"][:-1], []).append(detail)
    several = {group: found for group, found in missing.items() if len(found) > 1}
    problems = [_missing_together(found, document) for found in several.values()]
    alone = [detail for detail in told if detail["type"] != "missing" or detail["loc"][:-1] not in several]
    return [*problems, *(_problem(detail, document, model) for detail in alone)]


def _missing_together(details: list[ErrorDetails], document: Document) -> Problem:
    """A file that was cut off misses many fields for one reason."""
    *names, last = (f'"{detail["loc"][-1]}"' for detail in details)
    return document.problem(
        _known(details[0]["loc"], document),
        f"{', '.join(names)} and {last} are missing",
        "Add a line for each. Was the end of the file cut off?",
        "missing-field",
    )


def _follows(detail: ErrorDetails, details: list[ErrorDetails], model: type[BaseModel]) -> bool:
    """Whether this fault is there only because of another one."""
    loc = detail["loc"]
    if detail["type"] == "too_short":
        return any(other["loc"][: len(loc)] == loc and len(other["loc"]) > len(loc) for other in details)
    if detail["type"] == "missing":
        misspelt = [
            str(other["loc"][-1])
            for other in details
            if other["type"] == "extra_forbidden" and other["loc"][:-1] == loc[:-1]
        ]
        return loc[-1] in {_nearest(word, _fields(model, loc[:-1])) for word in misspelt}
    return False


def _problem(detail: ErrorDetails, document: Document, model: type[BaseModel]) -> Problem:
    path = _known(detail["loc"], document)
    kind, given, name = detail["type"], detail["input"], _name(path)
    context: dict[str, Any] = detail.get("ctx") or {}
    if kind == "extra_forbidden":
        return document.key_problem(path, *_unknown_field(str(path[-1]), _fields(model, path[:-1])), "unknown-field")
    if kind == "missing":
        return document.problem(path, f'"{path[-1]}" is missing', f'Add a line "{path[-1]}: ...".', "missing-field")
    if kind == "value_error":
        message, _, mend = str(context.get("error", detail["msg"])).partition(" | ")
        return document.problem(path or _looked_at(message), message, mend, "value")
    if document.unquoted.get(path) in _EMPTY or kind in {"too_short", "string_too_short"}:
        mend = "Fill it in." if _required(model, path) else "Fill it in, or delete the line."
        return document.problem(path, f'"{name}" is empty', mend, "empty-value")
    if kind == "string_type" or (kind == "literal_error" and not isinstance(given, str)):
        return document.problem(path, *_not_text(document.unquoted.get(path), name, given))
    tell = document.key_problem if detail["loc"][-1] == _KEY else document.problem
    if kind == "literal_error":
        allowed = str(context.get("expected", "")).replace("'", "")
        field = _name(path[:-1]) if detail["loc"][-1] == _KEY else name
        return tell(path, f'"{given}" is not known for "{field}"', f"Use one of: {allowed}.", "unknown-value")
    if kind == "string_pattern_mismatch":
        return tell(path, *_misshapen(str(given), name), "value")
    if kind in {"string_too_long", "too_long"}:
        counted = "characters" if kind == "string_too_long" else "items"
        message = f'"{name}" has more than {context.get("max_length")} {counted}'
        return document.problem(path, message, "Say it in fewer words, or leave some out.", "too-long")
    return document.problem(path, *_wrong_kind(kind, path, given, model, document), "wrong-kind")


def _looked_at(message: str) -> Path:
    return next(((field,) for word, field in _WHOLE_FILE.items() if word in message), ())


def _unknown_field(word: str, fields: list[str]) -> Told:
    best = _nearest(word, fields)
    return (
        f'"{word}" is not a field here',
        f'Did you mean "{best}"?' if best else f"The fields here: {', '.join(fields)}.",
    )


def _not_text(typed: str | None, name: str, given: Any) -> tuple[str, str, str]:
    if typed is None:
        return f'"{name}" should be one text', "Write one text, without dashes or brackets.", "wrong-kind"
    if isinstance(given, bool):
        read_as = "true" if given else "false"
    elif isinstance(given, date):
        read_as = "a date"
    else:
        read_as = str(given) if str(given) != typed else "a number"
    message = f"{typed} has no quotes, so YAML reads it as {read_as} and not as text"
    without_zero = _NUMBER_WITHOUT_ZERO.fullmatch(typed) if name == "number" else None
    if without_zero:
        return message, f'Write it in straight quotes and with its first 0: "0{without_zero[1]}".', "unquoted"
    return message, f'Write it in straight quotes: "{typed}".', "unquoted"


def _misshapen(given: str, name: str) -> Told:
    if name == "code":
        return f'"{given}" is not the first half of a postcode', "Write it in capitals, as in TN23."
    proposed = re.sub(r"[^a-z0-9_]+", "-", given.lower()).strip("-_")
    if name != "id" and re.search(r"\s", given.strip()):
        mend = "Write the name of a file without .yaml; between several stand commas."
    else:
        mend = f'Did you mean "{proposed}"?' if proposed else "Write it as in ashby-outreach."
    return f'"{given}" is not an id: small letters and digits, with hyphens between', mend


def _wrong_kind(kind: str, path: Path, given: Any, model: type[BaseModel], document: Document) -> Told:
    name = _name(path)
    what = f'each item of "{name}"' if path and isinstance(path[-1], int) else f'"{name}"'
    if kind in _LISTS:
        return _not_a_list(what, given, _fields(model, path))
    if kind in _GROUPS:
        return _not_a_group(what, given, _fields(model, path))
    if kind.startswith("date"):
        return _not_a_date(what, given, quoted=path not in document.unquoted)
    if kind in _PLAIN:
        wanted, mend = _PLAIN[kind]
        return f"{what} should be {wanted}", mend
    return f"{what} cannot be read", "Compare it with another file of this folder."


def _not_a_list(what: str, given: Any, fields: list[str]) -> Told:
    if isinstance(given, str) and re.match(r"-\S", given):
        return "a space is missing after the dash", 'Write "- " with a space after it.'
    if isinstance(given, str) and bullet(given):
        return bulleted(bullet(given))
    if isinstance(given, dict):
        return f"{what} should be a list", 'Write a dash and a space before the first line of each item: "- ".'
    if fields != [ENGLISH]:
        return f"{what} should be a list", f'Write a line such as "- {fields[0]}: ..." below it for each item.'
    return f"{what} should be a list", f"Put it in square brackets, with commas between the items: [{given}]."


def _not_a_group(what: str, given: Any, fields: list[str]) -> Told:
    stuck = re.match(r"([a-z_]+):(?![/\s])", given) if isinstance(given, str) else None
    if stuck:
        return f'a space is missing after "{stuck[1]}:"', f'Write "{stuck[1]}: " with a space after the colon.'
    return (
        f"{what} should be fields of its own, indented below it",
        f'Write lines such as "{fields[0]}: ..." below it. The fields there: {", ".join(fields)}.',
    )


def _not_a_date(what: str, given: Any, *, quoted: bool) -> Told:
    text = str(given)
    british = _BRITISH_DATE.fullmatch(text)
    iso = _day(_iso(*british.groups()) if british else text[:10])
    if iso is None:
        return f'{what} should be a date, and "{text}" is none', "Write year, month and day: 2026-11-21."
    if british:
        return f'{what} should be a date that begins with the year, not "{text}"', f"Write it as {iso}."
    if quoted and not isinstance(given, datetime):
        return f"{what} should be a date without quotes", f"Write it as {iso}."
    return f"{what} should be a day without a time", f"Write it as {iso}."


def _iso(day: str, month: str, year: str) -> str:
    if not month.isdigit():
        month = str(_MONTHS.index(month[:3].lower()) + 1) if month[:3].lower() in _MONTHS else "0"
    return f"{year if len(year) > len(_CENTURY) else _CENTURY + year}-{month.zfill(2)}-{day.zfill(2)}"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _known(loc: Sequence[str | int], document: Document) -> Path:
    """Pydantic's location without the union and model names that it mixes in."""
    steps = loc[:-1] if loc and loc[-1] == _KEY else loc
    path: Path = ()
    for index, step in enumerate(steps):
        if (*path, step) in document.marks or index == len(steps) - 1:
            path = (*path, step)
    return path


def _name(path: Path) -> str:
    return next((str(step) for step in reversed(path) if isinstance(step, str)), "the file")


def _nearest(word: str, fields: list[str]) -> str | None:
    best = process.extractOne(word, fields, scorer=fuzz.ratio, score_cutoff=60)
    return best[0] if best else None


def _required(model: type[BaseModel], path: Path) -> bool:
    """Whether the field at `path` may not be left out; what is no field of a model may not."""
    found = _model_at(model, path[:-1])
    fields = {info.alias or name: info for name, info in found.model_fields.items()} if found else {}
    return not path or path[-1] not in fields or fields[str(path[-1])].is_required()


def _fields(model: type[BaseModel], path: Sequence[str | int]) -> list[str]:
    """The names that the mapping at `path` may hold, in the order of the model."""
    found = _model_at(model, path)
    return [info.alias or name for name, info in found.model_fields.items()] if found else [ENGLISH]


def _model_at(model: type[BaseModel], path: Sequence[str | int]) -> type[BaseModel] | None:
    """The model of the mapping at `path`; None where it is a text by language."""
    found: type[BaseModel] = model
    for step in path:
        annotation = {info.alias or name: info.annotation for name, info in found.model_fields.items()}.get(str(step))
        if annotation is None:
            # A position in a list, or a language: what it holds is told by the field around it.
            continue
        inner = next(_models(annotation), None)
        if inner is None:
            return None
        found = inner
    return found


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)
