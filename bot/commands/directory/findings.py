"""Findings as people, programs and GitHub read them. None of the three changes what was found."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bot.directory.directory import Directory
from bot.directory.problem import Problem, Severity


def is_error(problem: Problem) -> bool:
    """Whether the directory cannot be used until this is mended."""
    return problem.severity is Severity.ERROR


def as_text(problems: Iterable[Problem], root: Path) -> Iterator[str]:
    """Errors first, then warnings, each with its place and its mend."""
    problems = list(problems)
    errors, warnings = ([problem for problem in problems if is_error(problem) is wanted] for wanted in (True, False))
    for problem in errors:
        yield _placed(problem, root)
    if warnings:
        yield from ([""] if errors else [])
        yield "Warnings, which keep nothing from being used:"
        for problem in warnings:
            yield _placed(problem, root)


def _placed(problem: Problem, root: Path) -> str:
    return f"{root / problem.file}{str(problem).removeprefix(problem.file)}"


def as_json(problems: Iterable[Problem], root: Path) -> Iterator[str]:
    """One JSON object a finding."""
    for problem in problems:
        yield json.dumps(
            {
                "file": str(root / problem.file),
                "line": problem.line,
                "column": problem.column,
                "rule": problem.rule,
                "severity": problem.severity,
                "message": problem.message,
                "mend": problem.mend,
            },
            ensure_ascii=False,
        )


def as_github(problems: Iterable[Problem], root: Path) -> Iterator[str]:
    """One workflow command a finding: GitHub shows it beside the line. Paths count from the working folder."""
    for problem in problems:
        place = {
            "file": os.path.relpath(root / problem.file),
            "line": problem.line,
            "col": problem.column,
            "title": problem.rule,
        }
        told = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in place.items())
        message = f"{problem.message}\n{problem.mend}"
        yield f"::{problem.severity} {told}::{_escaped(message)}"


def _escaped(text: str, more: str = "") -> str:
    """`text` with the characters replaced that end a workflow command, or a part of one."""
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def counted(problems: Sequence[Problem], directory: Directory | None) -> str:
    """The last line: how much was found, and in what."""
    errors = sum(map(is_error, problems))
    warnings = len(problems) - errors
    found = _many(errors, "error") + (f", {_many(warnings, 'warning')}" if warnings else "")
    if errors or directory is None:
        return f"{found}. The directory is not used until the errors are mended."
    return (
        f"{len(directory.services)} services, {len(directory.needs)} needs, {len(directory.districts)} districts, "
        f"{len(directory.guidance)} guidance pages, {len(directory.routes)} referral routes: {found}."
    )


def _many(count: int, thing: str) -> str:
    return f"{count or 'no'} {thing}{'' if count == 1 else 's'}"
