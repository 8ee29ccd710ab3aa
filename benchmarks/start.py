"""Start to first answer, and memory: `signpost ask` as a whole process, beside the bot library imported alone."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measuring import Process, line, run

RUNS = 5
QUESTION = ["-m", "bot", "ask", "my ex keeps following me home, im in margate"]
PEERS = {
    "Python that does nothing": ["-c", "pass"],
    "python-telegram-bot, imported and nothing else": ["-c", "import telegram.ext"],
    "Signpost, from start to the answer": QUESTION,
}


def main() -> None:
    """Prints seconds and megabytes of each, the ratio to the bot library's import, and the very first start."""
    print("Start to first answer (launch directory, phrases already learnt)")
    with TemporaryDirectory() as folder:
        home = Path(folder)
        first = run(QUESTION, home)
        runs: dict[str, list[Process]] = {name: [] for name in PEERS}
        for _ in range(RUNS):
            for name, arguments in PEERS.items():
                runs[name].append(run(arguments, home))
    peer = runs["python-telegram-bot, imported and nothing else"]
    for name, measured in runs.items():
        print(line(name, [one.seconds for one in measured], "s", [one.seconds for one in peer]))
    for name, measured in runs.items():
        print(line(f"{name}, memory", [one.megabytes for one in measured], "MB", [one.megabytes for one in peer]))
    print(line("Signpost, very first start (learns the phrases)", [first.seconds], "s"))


if __name__ == "__main__":
    main()
