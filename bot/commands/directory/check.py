"""`signpost directory check`: every problem of the directory, with its place and its mend."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from bot.commands.configured import settings
from bot.directory.loader import build
from bot.directory.problem import DirectoryError, Problem, Severity
from bot.disk.directory_files import read_files


def check(
    folder: Annotated[
        Path | None, typer.Argument(metavar="DIR", exists=True, file_okay=False, help="The directory folder.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a finding.")] = False,
) -> None:
    """Find every problem: file, line, column, what is wrong and how to mend it. Exit code 1 if there is an error."""
    root = folder or settings().directory
    try:
        directory, problems = build(read_files(root))
    except DirectoryError as error:
        directory, problems = None, error.problems
    for problem in problems:
        typer.echo(_as_json(problem, root) if as_json else _placed(problem, root))
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    if directory is not None and not errors:
        typer.echo(
            f"{len(directory.services)} services, {len(directory.needs)} needs, {len(directory.districts)} districts, "
            f"{len(directory.guidance)} guidance pages, {len(directory.routes)} referral routes: no errors.",
            err=True,
        )
    raise typer.Exit(1 if errors else 0)


def _placed(problem: Problem, root: Path) -> str:
    return f"{root / problem.file}{str(problem).removeprefix(problem.file)}"


def _as_json(problem: Problem, root: Path) -> str:
    return json.dumps(
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
