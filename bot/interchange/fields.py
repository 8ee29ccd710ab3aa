"""What the models say of a place in a file: its fields, their order, and which of them it cannot do without."""

from __future__ import annotations

import types
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from bot.directory.entry import Dated
from bot.directory.yaml_source import Path


def fields_at(model: type[BaseModel], path: Path) -> dict[str, bool]:
    """The fields of the group at `path`, in their order, each with whether the group cannot do without it.

    Empty where something else than a group stands: a list, or texts by language.
    """
    group = _at(model, path)
    if not _is_model(group):
        return {}
    # Sources and dates come last in a file.
    fields = sorted(group.model_fields.items(), key=lambda field: field[0] in Dated.model_fields)
    return {info.alias or name: info.is_required() for name, info in fields}


def choices_at(model: type[BaseModel], path: Path) -> tuple[str, ...]:
    """The only words that may stand at `path`; empty where any may."""
    found = _at(model, path)
    return get_args(found) if get_origin(found) is Literal else ()


def _at(model: type[BaseModel], path: Path) -> Any:
    found: Any = model
    for step in path:
        if _is_model(found):
            found = next(
                (info.annotation for name, info in found.model_fields.items() if (info.alias or name) == step), None
            )
        else:
            # The items of a list (tuple[item, ...]), or the texts of a language (Mapping[id, text]).
            found = next(iter(get_args(found)[0 if isinstance(step, int) else 1 :]), None)
        found = _bare(found)
    return found


def _bare(annotation: Any) -> Any:
    """The annotation without what only says how it is checked, or that it may be left out."""
    while get_origin(annotation) in {Annotated, Union, types.UnionType}:
        annotation = next(part for part in get_args(annotation) if part is not type(None))
    return annotation


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)
