"""`signpost directory check`: every problem of the directory, with its place and its mend."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from bot.app import learned_from
from bot.checks.checked import to_check
from bot.checks.rules import FAST, SLOW, findings
from bot.clock import now
from bot.commands.configured import settings
from bot.commands.directory.findings import as_github, as_json, as_text, counted, is_error
from bot.directory.directory import Directory
from bot.directory.loader import build
from bot.directory.opening_hours import LONDON
from bot.directory.problem import DirectoryError, Problem
from bot.disk.catalogue_files import read_catalogues
from bot.disk.directory_files import read_files
from bot.settings import Settings


def check(
    folder: Annotated[
        Path | None, typer.Argument(metavar="DIR", exists=True, file_okay=False, help="The directory folder.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="One JSON object a finding.")] = False,
    github: Annotated[bool, typer.Option("--github", help="One annotation for GitHub a finding.")] = False,
    fast: Annotated[bool, typer.Option("--fast", help="Leave out the rules that take seconds.")] = False,
) -> None:
    """Find every problem: file, line, column, what is wrong and how to mend it. Exit code 1 if there is an error."""
    configured = settings()
    root = folder or configured.directory
    directory, problems = _findings(root, configured, slow=not fast)
    write = as_json if json else as_github if github else as_text
    for line in write(problems, root):
        typer.echo(line)
    typer.echo(counted(problems, directory), err=True)
    raise typer.Exit(1 if any(is_error(problem) for problem in problems) else 0)


def _findings(root: Path, configured: Settings, *, slow: bool) -> tuple[Directory | None, list[Problem]]:
    """What could be read of the directory, and every finding, sorted by place."""
    try:
        files = read_files(root)
    except DirectoryError as error:
        return None, error.problems
    built = build(files)
    seen = to_check(built, now().astimezone(LONDON).date(), read_catalogues(configured.locales))
    problems = list(built.problems)
    if seen is not None:
        problems += findings(seen, FAST)
        if slow and not any(is_error(problem) for problem in problems):
            problems += findings(replace(seen, learned=learned_from(configured, files, seen.directory)), SLOW)
    return built.directory, sorted(problems)
