"""How times are taken and told: several runs, medians, and the spread beside them."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import Any, TypeVar

Question = TypeVar("Question")

PROJECT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Process:
    """One run of a command: seconds from start to end, and the most memory it held, in megabytes."""

    seconds: float
    megabytes: float


_WATCH = (
    "import os, sys, time; begun = time.perf_counter(); child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ);"
    "_, status, used = os.wait4(child, 0); took = time.perf_counter() - begun;"
    "print(took, used.ru_maxrss, os.waitstatus_to_exitcode(status), file=sys.stderr)"
)
"""Starts the command from a process that is small itself: a child's peak memory begins at its parent's."""


def run(arguments: Sequence[str], home: Path) -> Process:
    """Runs Python with `arguments` in its own process, with `home` as its home folder."""
    environment = {
        **os.environ,
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
    }
    watched = subprocess.run(
        [sys.executable, "-S", "-c", _WATCH, sys.executable, *arguments],
        cwd=PROJECT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=True,
    )
    seconds, kilobytes, code = watched.stderr.splitlines()[-1].split()
    if code != "0":
        raise SystemExit(f"python {' '.join(arguments)} ended with {code}: {watched.stderr}")
    return Process(float(seconds), int(kilobytes) / 1024)


def optional(module: str) -> Any:
    """A package that only comparisons need (`bench` in pyproject.toml). Raises ImportError if it is not installed."""
    return import_module(module)


def milliseconds(questions: Sequence[Question], answer: Callable[[Question], object]) -> list[float]:
    """How long each question takes, after a first one that is not counted."""
    answer(questions[0])
    times = []
    for question in questions:
        begun = time.perf_counter()
        answer(question)
        times.append((time.perf_counter() - begun) * 1000)
    return times


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def line(name: str, values: Sequence[float], unit: str, base: Sequence[float] | None = None) -> str:
    """A row: median, least and most, and the ratio to `base`."""
    told = f"{name:58} {median(values):8.2f} {unit}   ({min(values):.2f} to {max(values):.2f})"
    return told + (f"   x {median(values) / median(base):.2f}" if base else "")
