"""Reads one YAML file so that every value keeps its place, and YAML's traps are refused.

YAML 1.1 reads `no` as false, `17:30` as 1050 and `01622721000` as 239837696, and lets the last of two
equal keys win in silence. Here a duplicate key, an alias, a tag or a bare phone number is a problem; the other traps
are told by `bot.directory.schema_errors`, which knows what the field wanted, and what YAML cannot read at all by
`bot.directory.yaml_slips`.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

import yaml

from bot.directory.problem import Problem, Severity
from bot.directory.yaml_slips import CURLY_QUOTED, TOO_DEEP, half_quoted, syntax_slip

Path = tuple[str | int, ...]
"""Where a value stands in a document: keys and list positions from the top."""

MAX_BYTES = 1_000_000
"""A directory file is a few kilobytes; a megabyte is a mistake (a log, a picture) and is not parsed."""

MAX_DEPTH = 20
"""Steps to the right, or brackets in brackets: three times what any field needs."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LINE_END = re.compile(r"\r\n|\r|\n")
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028\u2029\ufeff]")
"""Control characters, line ends that editors do not count, and spaces without width: what a paste brings along."""
_UNMERGED = ("<<<<<<<", "=======", ">>>>>>>")
_BARE_PHONE = re.compile(r"0[0-9 ]{8,}")
_NO_WORD = {"So", "Cf", "Pd", "Po", "Zs"}
"""Kinds of characters that no field's name begins with: pictures, dashes, bullets, spaces."""
_SAVE_AS = 'Save the file again with the encoding "UTF-8" (Notepad: Save as, Encoding).'
_TAG = "tag:yaml.org,2002:"
_RESOLVER: Any = yaml.resolver.Resolver()


class Mark(NamedTuple):
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

    def problem(
        self, path: Path, message: str, mend: str, rule: str = "", severity: Severity = Severity.ERROR
    ) -> Problem:
        """A problem at a value of this document."""
        mark = self.mark(path)
        return Problem(self.file, mark.line, mark.column, message, mend, rule, severity)

    def key_problem(
        self, path: Path, message: str, mend: str, rule: str = "", severity: Severity = Severity.ERROR
    ) -> Problem:
        """A problem with a field's name, or another key, of this document."""
        mark = self.key_marks.get(path) or self.mark(path)
        return Problem(self.file, mark.line, mark.column, message, mend, rule, severity)


def read_yaml(raw: bytes, file: str) -> tuple[Document, list[Problem]]:
    """The document in `raw`, and every problem that keeps it from being read as it was meant."""
    document = Document(file)
    if len(raw) > MAX_BYTES:
        size = f"{len(raw):,}" if len(raw) > MAX_BYTES + 1 else f"more than {MAX_BYTES:,}"
        return document, [
            Problem(
                file,
                1,
                1,
                f"this file has {size} bytes; a directory file has a few thousand",
                "Move it out of the directory folder, or split it.",
                "file-size",
            )
        ]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return document, [_encoding_problem(raw, error, file)]
    if not text.strip():
        return document, [Problem(file, 1, 1, "the file is empty", "Fill it in, or delete it.", "empty-file")]
    early = list(_text_problems(text, file))
    if early:
        return document, early
    reader = _Reader(text, document)
    try:
        reader.read()
    except yaml.YAMLError as error:
        slip = syntax_slip(error, text, file)
        return document, [*(problem for problem in reader.problems if problem.line != slip.line), slip]
    return document, reader.problems


def _encoding_problem(raw: bytes, error: UnicodeDecodeError, file: str) -> Problem:
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Problem(file, 1, 1, "this file was saved as UTF-16 and not as UTF-8", _SAVE_AS, "encoding")
    before = raw[: error.start]
    line_start = before.rfind(b"\n") + 1
    return Problem(
        file,
        before.count(b"\n") + 1,
        len(before[line_start:].decode("utf-8-sig")) + 1,
        "this character was not saved as UTF-8",
        _SAVE_AS,
        "encoding",
    )


def _text_problems(text: str, file: str) -> Iterator[Problem]:
    """Slips that are clearer to tell from the text than from the parser's complaint."""
    if text.replace("\n", "").isprintable() and not any(marks in text for marks in _UNMERGED):
        # Nearly every file: not one tab, odd space or unseen character in it.
        return
    lines = _LINE_END.split(text)
    yield from _unmerged(lines, file)
    for number, line in enumerate(lines, 1):
        unseen = _UNSEEN.search(line)
        if unseen:
            yield Problem(
                file,
                number,
                unseen.start() + 1,
                "a character that cannot be seen stands here; it came with a paste",
                "Delete it, and type a space if one is needed.",
                "unseen-character",
            )
        if not line.strip(" \t"):
            continue
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent:
            yield Problem(
                file,
                number,
                indent.index("\t") + 1,
                "this line begins with a tab",
                "Use two spaces for each step to the right.",
                "tab",
            )
        elif indent.strip(" ") and not unseen:
            yield _odd_indent(file, number, len(indent) - len(indent.lstrip(" ")) + 1)


def _unmerged(lines: list[str], file: str) -> Iterator[Problem]:
    """One problem for each pair of versions that a merge left side by side."""
    inside = False
    for number, line in enumerate(lines, 1):
        begins, ends = line.startswith("<<<<<<< "), line.startswith(">>>>>>> ")
        if begins or (not inside and (ends or line.rstrip() == "=======")):
            yield Problem(
                file,
                number,
                1,
                "two versions of this file were not merged",
                "Keep one version of the lines between <<<<<<< and >>>>>>>, and delete these marks.",
                "merge-conflict",
            )
        inside = not ends and (begins or inside)


def _odd_indent(file: str, line: int, column: int) -> Problem:
    return Problem(
        file,
        line,
        column,
        "this line begins with a character that is not a plain space",
        "Delete what stands before the first word and type spaces.",
        "indentation",
    )


class _Reader:
    """Reads the parser's events into plain values, and notes where each of them stands."""

    def __init__(self, text: str, document: Document) -> None:
        self.problems: list[Problem] = []
        self._document = document
        self._lines = _LINE_END.split(text)
        self._parser = _Loader(text)
        self._anchors: set[str] = set()

    def read(self) -> None:
        """Fills the document. Raises YAMLError where the text is no YAML."""
        self._parser.get_event()
        self._parser.get_event()
        if not self._parser.check_event(yaml.MappingStartEvent):
            while self._parser.check_event():
                self._parser.get_event()
            self._tell(
                Mark(1, 1), "the file does not begin with a field", 'Begin with a line such as "id: my-service".'
            )
            return
        self._document.data = self._value(self._parser.get_event(), ())
        self._parser.get_event()
        if not self.problems and not self._parser.check_event(yaml.StreamEndEvent):
            self._tell(
                _mark(self._parser.peek_event()),
                "a second document begins here",
                "Delete this line, or move what follows into a file of its own.",
            )

    def _tell(self, mark: Mark, message: str, mend: str, rule: str = "syntax") -> None:
        self.problems.append(Problem(self._document.file, mark.line, mark.column, message, mend, rule))

    def _value(self, event: Any, path: Path) -> Any:
        mark = self._document.marks[path] = _mark(event)
        if type(event) is yaml.ScalarEvent and not event.anchor and not event.tag:
            # Nearly all there is.
            return event.value if event.style else self._plain(event, path)
        if isinstance(event, yaml.AliasEvent):
            if event.anchor not in self._anchors:
                self._tell(mark, 'a text may not begin with "*"', "Put the whole text in straight quotes.")
            return None
        if event.anchor:
            self._anchors.add(event.anchor)
            self._tell(
                mark,
                "& and * references are not used here",
                "Write the value out; put a text that begins with such a sign in straight quotes.",
                "alias",
            )
        if event.tag:
            self._tell(
                mark,
                "a text may not begin with an exclamation mark",
                "Put the whole text in straight quotes, or delete the word that begins with !.",
                "tag",
            )
        if isinstance(event, yaml.ScalarEvent):
            return event.value if event.style else self._plain(event, path)
        if len(path) > MAX_DEPTH:
            raise yaml.MarkedYAMLError(problem=TOO_DEEP, problem_mark=event.start_mark)
        return self._mapping(path) if isinstance(event, yaml.MappingStartEvent) else self._list(path)

    def _list(self, path: Path) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := self._parser.get_event(), yaml.SequenceEndEvent):
            items.append(self._value(event, (*path, len(items))))
        return items

    def _mapping(self, path: Path) -> dict[str, Any]:
        values: dict[str, Any] = {}
        while not isinstance(event := self._parser.get_event(), yaml.MappingEndEvent):
            key = self._key(event)
            if key in values:
                first = self._document.key_marks[(*path, key)]
                self._tell(
                    _mark(event),
                    f'"{key}" stands twice: here and in line {first.line}',
                    "Keep one of the two.",
                    "duplicate-key",
                )
                self._skip(self._parser.get_event())
                continue
            here = (*path, key)
            self._document.key_marks[here] = _mark(event)
            values[key] = self._value(self._parser.get_event(), here)
        return values

    def _key(self, event: Any) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            self._tell(_mark(event), "this is not a field name", "Write a name, a colon and a value.")
            self._skip(event)
            return ""
        key = str(event.value)
        if not event.style and not key[:1].isalnum():
            if key.startswith("-"):
                self._tell(_mark(event), "a space is missing after the dash", 'Write "- " with a space after it.')
            elif unicodedata.category(key[:1] or "_") in _NO_WORD:
                self.problems.append(_odd_indent(self._document.file, *_mark(event)))
        return key

    def _skip(self, event: Any) -> None:
        """Passes over the value that begins with `event`, without a look."""
        depth = int(isinstance(event, yaml.CollectionStartEvent))
        while depth:
            event = self._parser.get_event()
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)

    def _plain(self, event: Any, path: Path) -> Any:
        """What stands without quotes: text, or what YAML takes it for."""
        value = event.value
        mark = self._document.marks[path]
        if CURLY_QUOTED.fullmatch(value):
            self._tell(mark, "curly quotes do not count as quotes here", 'Replace them with straight ones: ".')
        self._look_behind(event, value, path)
        tag = _tag(value)
        if tag not in {"int", "float", "bool", "null", "timestamp"}:
            if _BARE_PHONE.fullmatch(value):
                self._tell(
                    mark,
                    f"{value} has no quotes; a phone number needs them",
                    f'Write it in straight quotes: "{value}".',
                    "unquoted",
                )
            return value
        self._document.unquoted[path] = value
        try:
            return yaml.constructor.SafeConstructor().construct_object(yaml.ScalarNode(_TAG + tag, value))
        except (ValueError, OverflowError, yaml.YAMLError):
            return value

    def _look_behind(self, event: Any, value: str, path: Path) -> None:
        """Tells what YAML takes in silence for a part of a bare text, or for none of it."""
        for number in range(event.start_mark.line + 1, event.end_mark.line + 1):
            dash = re.match(r" *(?=- )", self._lines[number])
            if dash and path and isinstance(path[-1], int):
                self._tell(
                    Mark(number + 1, dash.end() + 1),
                    "this item of the list is read as a part of the line above it",
                    "Put as many spaces before its dash as before the other dashes.",
                )
        note = re.match(r"\s+(?=#\S)", self._lines[event.end_mark.line][event.end_mark.column :])
        if note:
            self._tell(
                Mark(event.end_mark.line + 1, event.end_mark.column + note.end() + 1),
                "from this # on, the line is not read",
                "Put the whole text in straight quotes; or, if it is a note, a space behind the #.",
            )
        if half_quoted(value):
            self._tell(
                _mark(event),
                "this text ends with a quote and does not begin with one",
                'Put a straight quote before it: ".',
            )


@lru_cache(maxsize=4096)
def _tag(value: str) -> str:
    """What YAML takes a value without quotes for."""
    return str(_RESOLVER.resolve(yaml.ScalarNode, value, (True, False))).removeprefix(_TAG)


def _mark(event: Any) -> Mark:
    return Mark(event.start_mark.line + 1, event.start_mark.column + 1)
