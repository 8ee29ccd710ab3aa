"""Time of `signpost directory check`: the launch directory, and one of ten times its size."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import ten_times
from benchmarks.measuring import PROJECT, line, run

RUNS = 5
TIMES = 10


def main() -> None:
    """Prints seconds, for the quick rules and for all, and what ten times the directory costs."""
    print(f"Check of the directory ({TIMES} times: each district, service, guidance page and route)")
    with TemporaryDirectory() as folder:
        home = Path(folder)
        ten_times.write(PROJECT / "directory", home / "large", TIMES)
        for rules, options in (("quick rules", ["--fast"]), ("all rules", [])):
            launch = _seconds(PROJECT / "directory", options, home)
            print(line(f"{rules}, launch directory", launch, "s", launch))
            print(line(f"{rules}, {TIMES} times", _seconds(home / "large", options, home), "s", launch))


def _seconds(directory: Path, options: list[str], home: Path) -> list[float]:
    arguments = ["-m", "bot", "directory", "check", str(directory), *options]
    # The first run finds every file sound; the later ones are those that hub staff wait for.
    run(arguments, home)
    return [run(arguments, home).seconds for _ in range(RUNS)]


if __name__ == "__main__":
    main()
