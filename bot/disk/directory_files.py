"""Reads the directory's folder. A file that cannot be read is a problem like any other."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from bot.checks.checked import to_check
from bot.checks.rules import AT_LOAD, findings
from bot.directory.directory import Directory
from bot.directory.loader import build
from bot.directory.problem import DirectoryError, Problem, Severity
from bot.directory.yaml_source import MAX_BYTES
from bot.speech.catalogue import Speech

NOT_DATA = {"schema"}
"""Folders that hold no entries."""


def load(root: Path) -> Directory:
    """The directory in `root`. Raises DirectoryError with every problem that is an error."""
    return checked(read_files(root))


def checked(files: Mapping[str, bytes], with_phrases: bool = True, speech: Speech | None = None) -> Directory:
    """The directory in `files`. Raises DirectoryError with every problem that is an error, in `speech` too."""
    directory, problems = examined(files, with_phrases, speech)
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if directory is None or errors:
        raise DirectoryError(errors)
    return directory


def examined(
    files: Mapping[str, bytes], with_phrases: bool = True, speech: Speech | None = None
) -> tuple[Directory | None, list[Problem]]:
    """What could be read of the directory in `files`, and what the rules find that are asked at every start."""
    built = build(files, with_phrases)
    # No rule that is asked here asks the day.
    seen = to_check(built, date.min, speech)
    return built.directory, [*built.problems, *(findings(seen, AT_LOAD) if seen else ())]


def read_files(root: Path) -> dict[str, bytes]:
    """The YAML files below `root`, by their path from there. Raises DirectoryError if a file cannot be read."""
    if not root.is_dir():
        raise DirectoryError(
            [
                Problem(
                    str(root),
                    1,
                    1,
                    "there is no such folder",
                    "Set SIGNPOST_DIRECTORY to the folder that holds hub.yaml.",
                    "no-folder",
                )
            ]
        )
    found: dict[str, bytes] = {}
    problems = []
    for name in _names(root):
        folders = name.split("/")
        if name.endswith(".yml"):
            problems.append(
                Problem(
                    name,
                    1,
                    1,
                    "this file ends in .yml, and only .yaml is read",
                    f"Rename it {folders[-1].removesuffix('.yml')}.yaml.",
                    "file-name",
                )
            )
            continue
        if folders[0] in NOT_DATA or folders[-1].startswith("."):
            continue
        try:
            with open(f"{root}/{name}", "rb") as file:  # noqa: PTH123 (a thousand times, this counts)
                found[name] = file.read(MAX_BYTES + 1)
        except OSError as error:
            problems.append(
                Problem(
                    name,
                    1,
                    1,
                    f"this file cannot be read ({error.strerror})",
                    "Give yourself the right to read it, or delete it.",
                    "unreadable",
                )
            )
    if problems:
        raise DirectoryError(problems)
    return found


def _names(root: Path) -> list[str]:
    """The YAML files below `root`, by their path from there, folder by folder."""
    names = []
    for folder, _, files in os.walk(root):
        inside = Path(folder).relative_to(root)
        names += [(inside / name).as_posix() for name in files if name.endswith((".yaml", ".yml"))]
    return sorted(names, key=lambda name: name.split("/"))
