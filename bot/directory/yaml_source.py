"""Reads one YAML file so that every value keeps its place, and YAML's traps are refused.

YAML 1.1 reads `no` as false, `17:30` as 1050 and `01622721000` as 239837696, and lets the last of two
equal keys win in silence. Here a duplicate key, an alias or a tag is a problem; the other traps are told by
`bot.directory.schema_errors`, which knows what the field wanted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, cast

import yaml

from bot.directory.problem import Problem

Path = tuple[str | int, ...]
"""Where a value stands in a document: keys and list positions from the top."""

MAX_BYTES = 1_000_000
"""A directory file is a few kilobytes; a megabyte is a mistake (a log, a picture) and is not parsed."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SMART_QUOTES = "\u201c\u201d\u2018\u2019"


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a file. Both count from 1."""

    line: int
    column: int


@dataclass(slots=True)
class Document:
    """The values of a file, and where each of them stands."""

    file: str
    data: dict[str, Any] = field(default_factory=dict)
    marks: dict[Path, Mark] = field(default_factory=dict)
    key_marks: dict[Path, Mark] = field(default_factory=dict)
    unquoted: dict[Path, str] = field(default_factory=dict)
    """The characters as typed, of values that YAML took for something other than text."""

    def mark(self, path: Path) -> Mark:
        """The place of a value, or of the nearest value around it."""
        for end in range(len(path), -1, -1):
            if path[:end] in self.marks:
                return self.marks[path[:end]]
        return Mark(1, 1)

    def problem(self, path: Path, message: str, mend: str = "", rule: str = "schema") -> Problem:
        """A problem at a value of this document."""
        mark = self.mark(path)
        return Problem(self.file, mark.line, mark.column, message, mend, rule)


def read_yaml(raw: bytes, file: str) -> tuple[Document, list[Problem]]:
    """The document in `raw`, and every problem that keeps it from being read as it was meant."""
    document = Document(file)
    if len(raw) > MAX_BYTES:
        return document, [
            Problem(
                file,
                1,
                1,
                f"this file has {len(raw):,} bytes; a directory file has a few thousand",
                "Move it out of the directory folder, or split it.",
                "file-size",
            )
        ]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
        return document, [
            Problem(
                file,
                line,
                column,
                "this character was not saved as UTF-8",
                'Save the file again with the encoding "UTF-8" (Notepad: Save as, Encoding).',
                "encoding",
            )
        ]
    if not text.strip():
        return document, [Problem(file, 1, 1, "the file is empty", "Fill it in, or delete it.", "empty-file")]
    early = list(_text_problems(text, file))
    if early:
        return document, early
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        return document, [_syntax_problem(error, text, file)]
    if not isinstance(node, yaml.MappingNode):
        return document, [
            Problem(
                file,
                1,
                1,
                "the file does not begin with a field",
                'Begin with a line such as "id: my-service".',
                "syntax",
            )
        ]
    problems: list[Problem] = []
    document.data = cast(dict[str, Any], _value(node, (), document, problems, set()))
    return document, problems


def _text_problems(text: str, file: str) -> list[Problem]:
    """Slips that are clearer to tell from the text than from the parser's complaint."""
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith(("<<<<<<< ", "=======", ">>>>>>> ")):
            found.append(
                Problem(
                    file,
                    number,
                    1,
                    "two versions of this file were not merged",
                    "Keep one version of the lines between <<<<<<< and >>>>>>>, and delete these marks.",
                    "merge-conflict",
                )
            )
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent:
            found.append(
                Problem(
                    file,
                    number,
                    indent.index("\t") + 1,
                    "this line begins with a tab",
                    "Use two spaces for each step to the right.",
                    "tab",
                )
            )
        elif any(not char.isspace() or char == "\u00a0" for char in indent) or "\u00a0" in indent:
            found.append(
                Problem(
                    file,
                    number,
                    1,
                    "this line begins with a character that is not a plain space",
                    "Delete what stands before the first word and type spaces.",
                    "indentation",
                )
            )
    return found


def _syntax_problem(error: yaml.YAMLError, text: str, file: str) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = (mark.line if mark else 0) + 1
    column = (mark.column if mark else 0) + 1
    lines = text.splitlines() or [""]
    here = lines[min(line, len(lines)) - 1]
    before = lines[min(line, len(lines)) - 2] if line > 1 else ""
    for number, candidate in ((line, here), (line - 1, before)):
        colon = re.match(r"^(\s*(?:- )?)([A-Za-z_]+):(?=[^\s])", candidate)
        if colon:
            return Problem(
                file,
                number,
                len(colon.group(0)) + 1,
                f'a space is missing after "{colon.group(2)}:"',
                f'Write "{colon.group(2)}: " with a space after the colon.',
                "syntax",
            )
        if any(quote in candidate for quote in _SMART_QUOTES) and ('"' not in candidate):
            place = min(candidate.index(q) for q in _SMART_QUOTES if q in candidate)
            return Problem(
                file,
                number,
                place + 1,
                "curly quotes do not count as quotes here",
                'Replace them with straight ones: ".',
                "syntax",
            )
    plain = str(getattr(error, "problem", "") or "")
    if "mapping values are not allowed" in plain:
        return Problem(
            file,
            line,
            column,
            "this text holds a colon, so YAML takes its first half for a field name",
            'Put the whole text in straight quotes: "...: ...".',
            "syntax",
        )
    if "could not find expected ':'" in plain or "while scanning a simple key" in str(error):
        return Problem(
            file,
            max(1, line - 1),
            1,
            'this line has no "name: value"',
            "Write the field's name, a colon, a space and the value; or indent a text that goes on.",
            "syntax",
        )
    if "alias" in plain or "anchor" in plain:
        return Problem(
            file, line, column, "a text may not begin with & or *", "Put the text in straight quotes.", "syntax"
        )
    if "quoted scalar" in str(error):
        return Problem(file, line, column, "a quote was opened and never closed", 'Add the closing ".', "syntax")
    if "expected <block end>" in plain or "did not find expected" in plain:
        return Problem(
            file,
            line,
            column,
            "this line is not indented like the lines around it",
            "Give lines of one list or group the same number of spaces.",
            "syntax",
        )
    return Problem(
        file,
        line,
        column,
        "this line cannot be read as YAML",
        "Compare it with the same line in another file of this folder.",
        "syntax",
    )


def _value(node: yaml.Node, path: Path, document: Document, problems: list[Problem], seen: set[int]) -> Any:
    mark = Mark(node.start_mark.line + 1, node.start_mark.column + 1)
    document.marks[path] = mark
    if id(node) in seen:
        problems.append(
            Problem(
                document.file,
                mark.line,
                mark.column,
                "& and * references are not used here",
                "Write the value out again.",
                "alias",
            )
        )
        return None
    if not isinstance(node, yaml.ScalarNode):
        seen = seen | {id(node)}
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, document, problems, seen)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*path, index), document, problems, seen) for index, item in enumerate(node.value)]
    return _scalar(cast(yaml.ScalarNode, node), path, document, problems)


def _mapping(node: yaml.MappingNode, path: Path, document: Document, problems: list[Problem], seen: set[int]) -> Any:
    values: dict[str, Any] = {}
    for key_node, value_node in node.value:
        mark = Mark(key_node.start_mark.line + 1, key_node.start_mark.column + 1)
        key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else "?"
        if key == "<<" or not isinstance(key_node, yaml.ScalarNode):
            problems.append(
                Problem(
                    document.file,
                    mark.line,
                    mark.column,
                    "this is not a field name",
                    "Write a name, a colon and a value.",
                    "syntax",
                )
            )
            continue
        if key in values:
            first = document.key_marks[(*path, key)]
            problems.append(
                Problem(
                    document.file,
                    mark.line,
                    mark.column,
                    f'"{key}" stands twice: here and in line {first.line}',
                    "Keep one of the two.",
                    "duplicate-key",
                )
            )
            continue
        document.key_marks[(*path, key)] = mark
        values[key] = _value(value_node, (*path, key), document, problems, seen)
    return values


def _scalar(node: yaml.ScalarNode, path: Path, document: Document, problems: list[Problem]) -> Any:
    kind = node.tag.rpartition(":")[2]
    if kind == "str":
        return node.value
    if kind not in {"int", "float", "bool", "null", "timestamp"}:
        mark = document.marks[path]
        problems.append(
            Problem(
                document.file,
                mark.line,
                mark.column,
                f'"{node.tag}" is not used here',
                "Delete the word that begins with !, or put the value in quotes.",
                "tag",
            )
        )
        return None
    document.unquoted[path] = node.value
    constructor = yaml.constructor.SafeConstructor()
    try:
        return constructor.construct_object(node)
    except (ValueError, yaml.YAMLError):
        return node.value
