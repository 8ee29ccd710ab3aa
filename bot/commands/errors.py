"""Turns what can go wrong into one clear sentence each, and an exit code: 2 for wrong usage or configuration."""

from __future__ import annotations

import sys
from collections.abc import Callable

import typer

from bot.channels.error import ChannelError
from bot.directory.problem import DirectoryError
from bot.settings import SettingsError
from bot.speech.catalogue import CatalogueError
from bot.storage.store import StoreError

DONE, NO, WRONG = 0, 1, 2


def run(commands: typer.Typer) -> int:
    """The exit code of the command that was asked for. Expected failures become a sentence on standard error."""
    return guarded(commands)


def guarded(act: Callable[[], object]) -> int:
    """Runs `act`; the exit code of what came of it."""
    try:
        result = act()
    except DirectoryError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)  # noqa: T201
        plural = "problem" if len(error.problems) == 1 else "problems"
        print(f"The directory cannot be used: {len(error.problems)} {plural}.", file=sys.stderr)  # noqa: T201
        return WRONG
    except SystemExit as leave:
        # How typer leaves: wrong usage has been told by then (2), and so has an exit that a command asked for.
        return leave.code if isinstance(leave.code, int) else DONE
    except KeyboardInterrupt:
        return NO
    except BrokenPipeError:
        sys.stderr.close()
        return NO
    except _expected() as error:
        print(error, file=sys.stderr)  # noqa: T201
        return WRONG
    return result if isinstance(result, int) else DONE


def _expected() -> tuple[type[Exception], ...]:
    """What a command may raise. Asked last, and only once something was raised: no other command waits for the core."""
    from bot.app import StartError
    from bot.directory.yaml_edit import EditError
    from bot.disk.git_revision import RevisionError

    return SettingsError, CatalogueError, StoreError, StartError, ChannelError, RevisionError, EditError
