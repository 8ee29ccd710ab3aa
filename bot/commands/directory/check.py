"""`signpost directory check`: every problem of the directory, with its place and its mend."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from bot.checks.checked import to_check
from bot.checks.rules import FAST, findings
from bot.clock import now
from bot.commands.configured import settings
from bot.commands.directory.findings import as_github, as_json, as_text, counted, is_error
from bot.directory.directory import Directory
from bot.directory.loader import build
from bot.directory.opening_hours import LONDON
from bot.directory.problem import DirectoryError, Problem
from bot.disk import read_before
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


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without a look for garbage, which takes a tenth of a second and finds nothing in so short a time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@_uncollected()
def _findings(root: Path, configured: Settings, *, slow: bool) -> tuple[Directory | None, list[Problem]]:
    """What could be read of the directory, and every finding, sorted by place."""
    try:
        files = read_files(root)
    except DirectoryError as error:
        return None, error.problems
    record = read_before.path_for(configured.cache_folder, root)
    known = read_before.known(record, files)
    built = build(files, known=None if slow else known)
    read_before.keep(record, files, built, known)
    seen = to_check(built, now().astimezone(LONDON).date(), read_catalogues(configured.locales))
    problems = list(built.problems)
    if seen is not None:
        problems += findings(seen, FAST)
        if slow and not any(is_error(problem) for problem in problems):
            # Only here: the quick check need not wait for what understands messages.
            from bot.app import learned_from
            from bot.checks.slow_rules import SLOW

            problems += findings(replace(seen, learned=learned_from(configured, files, seen.directory)), SLOW)
    return built.directory, sorted(problems)
