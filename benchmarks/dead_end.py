"""The proof that nobody is left at a dead end: launch directory and ten times its services, sound and without lines."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime

from benchmarks.measuring import PROJECT, line
from bot.checks.reach import Reach
from bot.directory.directory import Directory
from bot.disk.directory_files import load

TIMES = 10
RUNS = 3


def main() -> None:
    """Prints seconds, and the ratio to the launch directory."""
    launch = load(PROJECT / "directory")
    many = _copied(launch)
    print(f"Dead-end proof ({len(launch.services)} services, and {len(many.services)})")
    for name, directory, grown in (
        ("nobody at a dead end", launch, many),
        ("no line round the clock: every hole told", _without_lines(launch), _without_lines(many)),
    ):
        base = [_seconds(directory) for _ in range(RUNS)]
        print(line(name, base, "s", base))
        print(line(f"{name}, {TIMES} times the services", [_seconds(grown)], "s", base))


def _seconds(directory: Directory) -> float:
    begun = time.perf_counter()
    Reach(replace(directory), datetime.now(UTC).date()).gaps()
    return time.perf_counter() - begun


def _copied(directory: Directory) -> Directory:
    """The same directory with each service ten times, under new ids."""
    services = {
        f"{name}-{number}" if number else name: service.model_copy(
            update={"id": f"{name}-{number}" if number else name}
        )
        for number in range(TIMES)
        for name, service in directory.services.items()
    }
    return replace(directory, services=services)


def _without_lines(directory: Directory) -> Directory:
    areas = tuple(area.model_copy(update={"always_open": ()}) for area in directory.hub.areas)
    return replace(directory, hub=directory.hub.model_copy(update={"areas": areas, "always_open": {}}))


if __name__ == "__main__":
    main()
