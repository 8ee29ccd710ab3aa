"""What a person did when YAML cannot read a file: the slip behind the parser's complaint, and where it really is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import yaml

from bot.directory.problem import Problem

CURLY_QUOTED = re.compile("[“”„][^“”„]*[“”]|[‘’‚][^‘’‚]*[‘’]")
"""A whole value in quotes that a word processor made."""

TOO_DEEP = "nested too deeply"
"""What the reader says when it gives up by itself."""

_BEFORE_VALUE = r"\s*(?:- +)*(?:[A-Za-z_]+: +)?"
_FIELD = re.compile(r"(\s*)(?:- +)*[A-Za-z_]+:(?=\s|$)")
_RESERVED = re.compile(rf"({_BEFORE_VALUE})([%@`*&!|>?\[{{]|- )")
_QUOTED = re.compile(rf"({_BEFORE_VALUE})([\"'])")

Slip = tuple[int, int, str, str]
"""Line, column, what is wrong, how to mend it."""


@dataclass(frozen=True, slots=True)
class _Complaint:
    """What the parser said, and the lines that it spoke of. Lines count from 1 everywhere here."""

    said: str
    line: int
    column: int
    began: int
    """The line where the thing began that could not be finished."""
    began_column: int
    lines: list[str]

    def text(self, line: int) -> str:
        return self.lines[line - 1] if 0 < line <= len(self.lines) else ""

    def suspects(self) -> Iterator[tuple[int, str]]:
        """The line of the complaint and the last one with something in it before that: the slip is in one of them."""
        yield self.line, self.text(self.line)
        before = next((n for n in range(self.line - 1, 0, -1) if self.text(n).strip()), None)
        if before:
            yield before, self.text(before)


def syntax_slip(error: yaml.YAMLError, text: str, file: str) -> Problem:
    """The slip that made the parser give up."""
    problem_mark = getattr(error, "problem_mark", None)
    context_mark = getattr(error, "context_mark", None) or problem_mark
    complaint = _Complaint(
        f"{getattr(error, 'context', None) or ''}: {getattr(error, 'problem', None) or ''}",
        problem_mark.line + 1 if problem_mark else 1,
        problem_mark.column + 1 if problem_mark else 1,
        context_mark.line + 1 if context_mark else 1,
        context_mark.column + 1 if context_mark else 1,
        re.split(r"\r\n|\r|\n", text),
    )
    for slip in _SLIPS:
        found = slip(complaint)
        if found:
            return Problem(file, *found, "syntax")
    return Problem(
        file,
        complaint.line,
        complaint.column,
        "this line cannot be read as YAML",
        "Compare it with the same line in another file of this folder.",
        "syntax",
    )


def _too_deep(complaint: _Complaint) -> Slip | None:
    if TOO_DEEP not in complaint.said:
        return None
    message = "the brackets or steps to the right go deeper here than any field does"
    return complaint.line, complaint.column, message, "Compare it with another file of this folder."


def _missing_space(complaint: _Complaint) -> Slip | None:
    for number, line in complaint.suspects():
        colon = re.match(r"\s*(?:- +)*([A-Za-z_]+):(?![ \t/]|$)", line)
        if colon:
            name = colon[1]
            return (
                number,
                colon.end() + 1,
                f'a space is missing after "{name}:"',
                f'Write "{name}: " with a space after the colon.',
            )
        dash = re.match(r"\s*-(?=[A-Za-z\"'])", line)
        if dash:
            return number, dash.end() + 1, "a space is missing after the dash", 'Write "- " with a space after it.'
    return None


def _curly_quotes(complaint: _Complaint) -> Slip | None:
    for number, line in complaint.suspects():
        curly = re.match(rf"({_BEFORE_VALUE})[“”„‘’‚]", line)
        if curly:
            message = "curly quotes do not count as quotes here"
            return number, curly.end(1) + 1, message, 'Replace them with straight ones: ".'
    return None


def half_quoted(text: str) -> bool:
    """Whether a bare text ends with a quote that nothing in it opened."""
    return text.endswith('"') and text.count('"') % 2 == 1


def bullet(text: str) -> str:
    """The picture, long dash or dot with which a text begins, as a word processor makes lists; "" if there is none."""
    first = text.strip()[:1]
    odd = bool(first) and first != "-" and (unicodedata.category(first) in {"So", "Pd"} or first in {"•", "·", "◦"})
    return first if odd else ""


def bulleted(character: str) -> tuple[str, str]:
    """What is wrong with a line that begins with a bullet, and how to mend it."""
    return (
        f'this line begins with "{character}"',
        'Delete it. An item of a list begins with a hyphen and a space: "- ".',
    )


def _odd_start(complaint: _Complaint) -> Slip | None:
    for number, line in complaint.suspects():
        if bullet(line):
            return number, len(line) - len(line.lstrip()) + 1, *bulleted(bullet(line))
    return None


def _quotes(complaint: _Complaint) -> Slip | None:
    """A quote that is never closed, or closed before the text ends: both are told by where the next quote stands."""
    number = 0
    while number < complaint.line:
        number += 1
        opening = _QUOTED.match(complaint.text(number))
        if not opening:
            continue
        opened, column, quote = number, opening.end(1) + 1, opening[2]
        rest = _after_closing(complaint.text(number)[opening.end() :], quote)
        while rest is None and number < len(complaint.lines):
            number += 1
            rest = _after_closing(complaint.text(number), quote)
        if rest is None or (number == complaint.line and opened < number and not _may_follow(rest)):
            curly = re.search(r"[“”‘’]\s*$", complaint.text(opened))
            if curly:
                message = "a straight quote was opened in this line, and a curly one closes it"
                return opened, curly.start() + 1, message, f"Replace it with a straight one: {quote}."
            return opened, column, "a quote was opened here and never closed", f"Add the closing {quote}."
        if opened == number == complaint.line and not _may_follow(rest):
            other = "'" if quote == '"' else '"'
            return (
                opened,
                len(complaint.text(number)) - len(rest.lstrip()) + 1,
                "the text goes on after its closing quote",
                f"Put the whole text between {other} and {other}.",
            )
    return None


def _after_closing(text: str, quote: str) -> str | None:
    """What stands behind the quote that closes `text`; None if none does."""
    closing = re.match(r"(?:[^\"\\]|\\.)*\"" if quote == '"' else r"(?:[^']|'')*'(?!')", text)
    return text[closing.end() :] if closing else None


def _may_follow(rest: str) -> bool:
    return not rest.strip() or rest.lstrip()[0] in "#,:]}"


def _brackets(complaint: _Complaint) -> Slip | None:
    opening = complaint.text(complaint.began)[complaint.began_column - 1 : complaint.began_column]
    if "while parsing a flow" not in complaint.said or opening not in {"[", "{"}:
        return None
    closing = "]" if opening == "[" else "}"
    return (
        complaint.began,
        complaint.began_column,
        f"this {opening} is not closed, or a comma is missing after it",
        f"Write the items with commas between them, and {closing} at the end.",
    )


def _reserved_start(complaint: _Complaint) -> Slip | None:
    start = _RESERVED.match(complaint.text(complaint.line))
    if not start:
        return None
    character = start[2].strip()
    if start[1].strip():
        message = f'a text may not begin with "{character}"'
        return complaint.line, start.end(1) + 1, message, "Put the whole text in straight quotes."
    if character in {"%", "@", "`"}:
        return complaint.line, start.end(1) + 1, f'a line may not begin with "{character}"', "Delete it."
    return None


def _colon(complaint: _Complaint) -> Slip | None:
    if "mapping values are not allowed" not in complaint.said:
        return None
    field = _FIELD.match(complaint.text(complaint.line))
    if field and field.end() == complaint.column:
        return _indented(complaint.line, field.end(1) + 1)
    return (
        complaint.line,
        complaint.column,
        "this text holds a colon, so YAML takes its first half for a field name",
        'Put the whole text in straight quotes: "...: ...".',
    )


def _no_colon(complaint: _Complaint) -> Slip | None:
    if "while scanning a simple key" not in complaint.said:
        return None
    return (
        complaint.began,
        complaint.began_column,
        'this line has no "name: value"',
        "Write the field's name, a colon, a space and the value; or indent a text that goes on.",
    )


def _tab(complaint: _Complaint) -> Slip | None:
    if "tab character" not in complaint.said:
        return None
    return complaint.line, complaint.column, "this line begins with a tab", "Use two spaces for each step to the right."


def _spilled(complaint: _Complaint) -> Slip | None:
    """The rest of a pasted text at the left edge, which a colon in it makes look like a field."""
    for number, line in complaint.suspects():
        if re.match(r"[^\s#'\"\[{-][^:]*\s[^:]*:(\s|$)", line):
            message = "this line looks like the rest of the text above it"
            return number, 1, message, "Put the whole text in straight quotes, and spaces before this line."
    return None


def _indentation(complaint: _Complaint) -> Slip | None:
    if "did not find expected" in complaint.said or "block end" in complaint.said:
        return _indented(complaint.line, complaint.column)
    return None


def _indented(line: int, column: int) -> Slip:
    return (
        line,
        column,
        "this line is not indented like the lines around it",
        "Give lines of one list or group the same number of spaces.",
    )


_SLIPS: tuple[Callable[[_Complaint], Slip | None], ...] = (
    _too_deep,
    _missing_space,
    _curly_quotes,
    _odd_start,
    _quotes,
    _brackets,
    _reserved_start,
    _spilled,
    _colon,
    _no_colon,
    _tab,
    _indentation,
)
"""The likeliest first."""
