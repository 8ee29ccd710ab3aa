"""Writes a value as YAML text the way the directory's files are written: quotes where they are needed, folded lines.

The rules of plain and folded text are PyYAML's own emitter; what its readers trip over (a bare phone number, a bare
`no`, a time that YAML takes for a number) is put in straight double quotes, as the pages for hub staff ask.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from typing import Any, Literal

import yaml
from yaml.emitter import Emitter
from yaml.resolver import Resolver

from bot.directory.yaml_slips import CURLY_QUOTED, half_quoted

Scalar = str | bool | int | float | date
Value = Scalar | Sequence["Value"] | Mapping[str, "Value"]
"""What a file can hold: texts, true and false, numbers, dates, lists and groups of fields."""

Style = Literal["", "'", '"', "|", ">"]
"""How a text stands in a file: bare, in quotes, or as a block of lines."""

FOLDED_AFTER = 110
"""Columns after which a long text goes on in the next line: the width of the launch files."""
WIDEST = 120
"""Columns that a list in brackets may fill."""
STEP = 2
"""Spaces of one step to the right."""

_IN_BRACKETS = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_LIKE_A_NUMBER = re.compile(r"[-+.]?\d[\d\sA-Fa-fox_.,:/+-]*")
_TIME = re.compile(r"\d:\d")
_ESCAPES = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n", "\r": r"\r", "\t": r"\t"})
_TEXT = "tag:yaml.org,2002:str"
_RESOLVER: Any = Resolver()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value begins, and how its file is written."""

    column: int
    """Characters before it in its line."""
    indent: int
    """Spaces before its further lines."""
    newline: str = "\n"
    in_brackets: bool = False
    rest_of_line: bool = False
    """Something stands behind it in its line: a comment."""

    def below(self, indent: int, column: int) -> Place:
        """A place further to the right in the same file."""
        return Place(column, indent, self.newline, self.in_brackets)


def must_be_quoted(text: str, in_brackets: bool = False) -> bool:
    """Whether `text` cannot stand bare: some reader of YAML would take it, or a part of it, for something else."""
    found: Any = _emitter(Place(0, 0)).analyze_scalar(text)
    bare = found.allow_flow_plain if in_brackets else found.allow_block_plain
    return (
        not bare
        or found.multiline
        or _RESOLVER.resolve(yaml.ScalarNode, text, (True, False)) != _TEXT
        or bool(_LIKE_A_NUMBER.fullmatch(text) or CURLY_QUOTED.fullmatch(text) or half_quoted(text))
    )


def scalar_text(value: Scalar, place: Place, was: Style | None = None) -> str:
    """`value` as it is written at `place`. `was`: the style of the value that it replaces, which it keeps if it can."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str):
        return repr(value)
    style = _style(value, place, was)
    if style == '"':
        return f'"{value.translate(_ESCAPES)}"'
    pen: Any = _emitter(place)
    write = {"": pen.write_plain, "'": pen.write_single_quoted, "|": pen.write_literal, ">": pen.write_folded}[style]
    write(value)
    # The file has its own line end behind a block.
    return str(pen.stream.getvalue()).removesuffix(place.newline)


def node_text(value: Value, place: Place) -> str:
    """`value` as it stands behind a dash, or at the beginning of a line, at `place`."""
    if isinstance(value, Mapping):
        if not value or place.in_brackets:
            inside = place.below(place.indent, place.column)
            return (
                "{" + ", ".join(f"{key_text(key, place)}: {_flow(item, inside)}" for key, item in value.items()) + "}"
            )
        lines = [entry_text(key, item, place) for key, item in value.items()]
        return f"{place.newline}{' ' * place.column}".join(lines)
    if isinstance(value, Sequence) and not isinstance(value, str):
        if not value or place.in_brackets or all(_IN_BRACKETS.fullmatch(str(item)) for item in value):
            return _bracketed([_flow(item, place) for item in value], place)
        return f"{place.newline}{' ' * place.column}".join(item_text(item, place) for item in value)
    return scalar_text(value, place)


def entry_text(key: str, value: Value, place: Place) -> str:
    """A field with its value: "key: value"."""
    head = f"{key_text(key, place)}:"
    if place.in_brackets:
        return f"{head} {_flow(value, place)}"
    return head + after_colon(value, place.below(place.column + STEP, place.column + len(head) + 1))


def after_colon(value: Value, place: Place) -> str:
    """What follows the colon of a field: a space and the value, or the lines below."""
    inside = place.below(place.indent + STEP, place.indent)
    text = node_text(value, inside)
    many = isinstance(value, Mapping) or (isinstance(value, Sequence) and not isinstance(value, str))
    if many and not text.startswith(("[", "{")):
        return f"{place.newline}{' ' * place.indent}{text}"
    return f" {node_text(value, place)}"


def item_text(value: Value, place: Place, was: Style | None = None) -> str:
    """An item of a list, with its dash where it is not in brackets. `was`: the style of the item beside it."""
    inside = place if place.in_brackets else place.below(place.column + STEP, place.column + STEP)
    text = scalar_text(value, inside, was) if isinstance(value, Scalar) else node_text(value, inside)
    return text if place.in_brackets else f"- {text}"


def key_text(key: str, place: Place) -> str:
    """A field's name, quoted where it must be."""
    return scalar_text(key, place, '"' if must_be_quoted(key, in_brackets=True) else "")


def _flow(value: Value, place: Place) -> str:
    return node_text(value, Place(place.column, place.indent, place.newline, in_brackets=True))


def _bracketed(items: list[str], place: Place) -> str:
    text, column = "[", place.column + 1
    for number, item in enumerate(items):
        if number and column + len(item) + len(", ,") > WIDEST:
            text += f",{place.newline}{' ' * place.indent}"
            column = place.indent
        elif number:
            text += ", "
            column += len(", ")
        text += item
        column += len(item)
    return f"{text}]"


def _style(text: str, place: Place, was: Style | None) -> Style:
    if "\n" in text or was in {"|", ">"}:
        block = bool(text.strip()) and not text.startswith((" ", "\n")) and "\r" not in text
        # The last line of a file may have no end, and then neither has the text in a block there.
        block = block and not (text.endswith("\n") and was not in {"|", ">"})
        block = block and _emitter(place).analyze_scalar(text).allow_block
        return (">" if was == ">" else "|") if block and not (place.in_brackets or place.rest_of_line) else '"'
    if was == '"' or (was == "'" and not set(text) & set("\r\t")):
        return was
    # A dash that a fold puts at the beginning of a line looks like an item of a list.
    folds = place.column + len(text) > FOLDED_AFTER
    if " - " in text and folds:
        return "'" if "'" not in text else '"'
    # A time need not be quoted inside a text, but the pages for hub staff ask for it, and a lone one must be.
    if not must_be_quoted(text, place.in_brackets) and (was == "" or not _TIME.search(text)):
        return ""
    single = "'" not in text and not set(text) & set("\r\t")
    return "'" if single and ('"' in text or folds) else '"'


def _emitter(place: Place) -> Any:
    pen: Any = Emitter(StringIO(newline=""), width=FOLDED_AFTER, allow_unicode=True, line_break=place.newline)
    pen.column, pen.indent, pen.whitespace = place.column, place.indent, True
    return pen
