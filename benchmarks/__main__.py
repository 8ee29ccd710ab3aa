"""Runs every benchmark and prints what it measured, with the date."""

from __future__ import annotations

from datetime import UTC, datetime

from benchmarks import check, dead_end, question, start, understanding


def main() -> None:
    print(f"Measured on {datetime.now(UTC):%Y-%m-%d}.\n")
    for benchmark in (start, check, question, understanding, dead_end):
        benchmark.main()
        print()


if __name__ == "__main__":
    main()
