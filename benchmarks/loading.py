"""Loading the launch directory with all its phrases: the first time, when they are learnt, and from the cache."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measuring import Process, line, run

RUNS = 3
IMPORTED = "import bot.app, bot.settings"
LOADED = f"{IMPORTED}; bot.app.load_conversation(bot.settings.read_settings({{}}))"


def main() -> None:
    """Prints seconds and megabytes of whole processes, and the ratio to one that only imports the program."""
    imports: list[Process] = []
    first: list[Process] = []
    again: list[Process] = []
    with TemporaryDirectory() as folder:
        home = Path(folder)
        for _ in range(RUNS):
            shutil.rmtree(home / "cache", ignore_errors=True)
            imports.append(run(["-c", IMPORTED], home))
            first.append(run(["-c", LOADED], home))
            again.append(run(["-c", LOADED], home))
    print("Loading the directory with all its phrases")
    for name, processes in (
        ("the program imported, nothing loaded", imports),
        ("loaded the first time (phrases learnt)", first),
        ("loaded again (from the cache)", again),
    ):
        print(line(name, [one.seconds for one in processes], "s", [one.seconds for one in imports]))
        print(line(f"{name}, memory", [one.megabytes for one in processes], "MB"))


if __name__ == "__main__":
    main()
