"""What a file of somebody else's asks for: fields that change, entries that are new, cells that are wrong."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from pydantic import BaseModel

from bot.directory.yaml_edit import remove, set_value
from bot.directory.yaml_source import Path
from bot.directory.yaml_text import Value
from bot.interchange.fields import fields_at
from bot.interchange.held import Held
from bot.interchange.sheet import Cell, WrongCell


@dataclass(frozen=True, slots=True)
class Change:
    """A field that gets another value. None: it was not there, or is taken out."""

    file: str
    path: Path
    old: Value | None
    new: Value | None
    cell: Cell


@dataclass(slots=True)
class NewEntry:
    """A service that the directory does not have."""

    id: str
    data: dict[str, Any] = field(default_factory=dict)
    cells: dict[Path, Cell] = field(default_factory=dict)


@dataclass(slots=True)
class Taken:
    """All that was found in the file."""

    changes: list[Change] = field(default_factory=list)
    new: dict[str, NewEntry] = field(default_factory=dict)
    wrong: list[WrongCell] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """What is left as it is, and why."""
    lacking: set[str] = field(default_factory=set)
    """Ids of entries in which something would be missing: that is told, and nothing more can be said of them."""


def put(data: Any, path: Path, value: Value | None) -> None:
    """Sets the value at `path`, with the groups and list items that are missing around it; None takes it out."""
    for step, following in pairwise(path):
        missing: Any = [] if isinstance(following, int) else {}
        if isinstance(step, int):
            if step == len(data):
                data.append(missing)
            data = data[step]
        else:
            data = data.setdefault(step, missing)
    if value is None:
        data.pop(path[-1], None)
    else:
        data[path[-1]] = value


def changed(data: Mapping[str, Any], changes: Iterable[Change]) -> dict[str, Any]:
    """What a file holds after the changes. A group of which nothing is left goes; an item of a list stays."""
    result = copy.deepcopy(dict(data))
    for change in changes:
        put(result, change.path, change.new)
    return {key: value for key, value in ((key, _pruned(value)) for key, value in result.items()) if value != {}}


def _pruned(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: inner for key, inner in ((key, _pruned(item)) for key, item in value.items()) if inner != {}}
    return [_pruned(item) for item in value] if isinstance(value, list) else value


def edited(held: Held, data: Mapping[str, Any], languages: Sequence[str]) -> str:
    """The file's text once it holds `data`. Raises EditError where that cannot be done without harm."""
    return _edited(held.raw.decode(), held.model, held.data, data, (), languages)


def _edited(
    text: str,
    model: type[BaseModel],
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    path: Path,
    languages: Sequence[str],
) -> str:
    order = tuple(fields_at(model, path)) or languages
    for key, value in new.items():
        before = old.get(key)
        if value == before and type(value) is type(before):
            continue
        if isinstance(value, dict) and isinstance(before, dict) and before:
            text = _edited(text, model, before, value, (*path, key), languages)
        elif isinstance(value, list) and isinstance(before, list):
            text = set_value(text, (*path, key), value, tuple(fields_at(model, (*path, key, 0))))
        else:
            text = set_value(text, (*path, key), value, order)
    for key in old.keys() - new.keys():
        text = remove(text, (*path, key))
    return text


def in_order(model: type[BaseModel], data: Mapping[str, Any], path: Path = ()) -> dict[str, Any]:
    """The same fields, in the order of the files."""
    order = [*fields_at(model, path), *data]
    return {key: _item_in_order(model, data[key], (*path, key)) for key in sorted(data, key=order.index)}


def _item_in_order(model: type[BaseModel], value: Any, path: Path) -> Any:
    if isinstance(value, Mapping):
        return in_order(model, value, path)
    if isinstance(value, list):
        return [_item_in_order(model, item, (*path, number)) for number, item in enumerate(value)]
    return value
