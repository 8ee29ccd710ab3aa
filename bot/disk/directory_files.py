"""Reads the directory's folder. A file that cannot be read is a problem like any other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from bot.checks.checked import to_check
from bot.checks.rules import AT_LOAD, findings
from bot.directory.directory import Directory
from bot.directory.loader import build
from bot.directory.problem import DirectoryError, Problem, Severity
from bot.disk.walking import read_part, walked
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
    files, failed = walked(root)
    problems = [_unreadable(_below(root, Path(error.filename)), "folder", error) for error in failed]
    found: dict[str, bytes] = {}
    for path in sorted(map(Path, files)):
        name = _below(root, path)
        if path.suffix == ".yml":
            problems.append(
                Problem(
                    name,
                    1,
                    1,
                    "this file ends in .yml, and only .yaml is read",
                    f"Rename it {path.stem}.yaml.",
                    "file-name",
                )
            )
        if path.suffix != ".yaml" or name.split("/", 1)[0] in NOT_DATA:
            continue
        try:
            found[name] = read_part(path)
        except OSError as error:
            problems.append(_unreadable(name, "file", error))
    if problems:
        raise DirectoryError(problems)
    return found


def _below(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()


def _unreadable(name: str, kind: str, error: OSError) -> Problem:
    told = f"this {kind} cannot be read ({error.strerror})"
    return Problem(name, 1, 1, told, "Give yourself the right to read it, or delete it.", "unreadable")
