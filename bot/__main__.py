"""Runs `signpost`, also as `python -m bot`."""

from __future__ import annotations

import sys

from bot.commands.errors import run
from bot.commands.line import commands


def main() -> None:
    """Runs the command line; the process ends with its exit code."""
    sys.exit(run(commands))


if __name__ == "__main__":
    main()
