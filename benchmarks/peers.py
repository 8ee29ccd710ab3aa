"""Signpost beside ready-made engines, on the open set of messages: what they are about, and whether they are urgent.

    python -m benchmarks.peers [FOLDER OF QUERIES]

The folder holds open.jsonl, which nothing is learnt from, and examples-*.jsonl; ../spec/taxonomy.yaml beside it holds
a line about each need. Without an argument it is ../shared/queries. The peers want packages of their own, the group
"bench" in pyproject.toml; one that is not installed is left out. All of it takes about 20 minutes.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import mean

import yaml
from rapidfuzz import fuzz

from benchmarks.engines import (
    Labelled,
    Reader,
    Scored,
    e5_encoder,
    rapidfuzz_nearest,
    sentence_encoder,
    sqlite_search,
    tfidf_regression,
    whoosh_search,
)
from benchmarks.measuring import PROJECT
from benchmarks.queries import QUERIES, Message, examples, open_messages
from benchmarks.signpost import readers
from bot.directory.entry import ENGLISH
from bot.disk.directory_files import load
from bot.search.understanding import Understander

Engine = Callable[[Sequence[Labelled]], Reader]

LIGHT: dict[str, Engine] = {
    "rapidfuzz token_set_ratio": rapidfuzz_nearest(fuzz.token_set_ratio),
    "SQLite FTS5, trigram": sqlite_search("trigram"),
    "SQLite FTS5, porter": sqlite_search("porter"),
    "Whoosh, stemmed": whoosh_search,
    "tf-idf of characters + logistic regression": tfidf_regression,
}
HEAVY: dict[str, Engine] = {
    "rapidfuzz WRatio": rapidfuzz_nearest(fuzz.WRatio),
    "USE-m3 encoder + logistic regression": sentence_encoder,
    "multilingual-e5-small, 4 bits + logistic regression": e5_encoder,
}
"""Those that would need an hour for all phrases."""
URGENT, CALM = "urgent", "calm"
_HALF = {True: 0.5, False: 0.5}
"""The score from which on a message is urgent, in English and elsewhere."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What one reader made of each message, and the milliseconds that it took."""

    read: list[list[str]]
    times: list[float]


def main() -> None:
    """Prints a row an engine: needs first and within three, and milliseconds a message; then urgency."""
    queries = Path(sys.argv[1]) if len(sys.argv) > 1 else QUERIES
    try:
        messages, known = open_messages(queries), examples(queries)
        told = yaml.safe_load((queries.parent / "spec" / "taxonomy.yaml").read_text("utf-8"))
    except FileNotFoundError as missing:
        print(f"Peers: there is no {missing.filename}. Give the folder that holds open.jsonl as an argument.")
        return
    ours = {name: conversation.understander for name, conversation in readers().items()}
    phrases = [Labelled(example.text, example.need) for example in load(PROJECT / "directory").examples]
    print(f"Peers on the open set ({len(messages)} messages, {sum(_english(one) for one in messages)} of them English)")
    print(f"{'needs, per cent: first / within three':60}{'English':>15}{'others':>15}{'ms':>9}")
    for name, understander in ours.items():
        _tell(f"Signpost, {name}", messages, _measured(messages, partial(_needs, understander)))
    by_need = [Labelled(line, need) for need, line in told["needs"].items()]
    from_examples = [Labelled(message.text, message.needs[0]) for message in known]
    for given, texts, engines in (
        ("a line a need", by_need, LIGHT | HEAVY),
        (f"the {len(from_examples)} examples", from_examples, LIGHT | HEAVY),
        (f"Signpost's own {len(phrases)} phrases", phrases, LIGHT),
    ):
        print(f"Given {given}")
        for name, engine in engines.items():
            try:
                read = engine(texts)
            except ImportError as missing:
                print(f"  {name}: not installed ({missing.name})")
                continue
            _tell(name, messages, _measured(messages, read))
    _urgency(messages, known, ours)


def _measured(messages: Sequence[Message], read: Reader) -> Measured:
    found, times = [], []
    read("hello")
    for message in messages:
        begun = time.perf_counter()
        scored = read(message.text)
        times.append((time.perf_counter() - begun) * 1000)
        found.append([label for label, _ in scored])
    return Measured(found, times)


def _needs(understander: Understander, text: str) -> Scored:
    return [(scored.need, scored.probability) for scored in understander.read(text).needs]


def _tell(name: str, messages: Sequence[Message], measured: Measured) -> None:
    cells = ""
    for english in (True, False):
        ranked = [
            (message.needs, needs)
            for message, needs in zip(messages, measured.read, strict=True)
            if _english(message) == english
        ]
        first, three = (
            sum(any(need in meant for need in needs[:most]) for meant, needs in ranked) / len(ranked) for most in (1, 3)
        )
        cells += f"{100 * first:9.1f} /{100 * three:4.0f}"
    print(f"  {name:58}{cells}{mean(measured.times):9.2f}")


def _urgency(messages: Sequence[Message], known: Sequence[Message], ours: dict[str, Understander]) -> None:
    """Urgent messages found, and calm ones with an alarm: as many from the peer as from our best reader."""
    print(f"{'urgency, per cent: urgent found / calm with an alarm':60}{'English':>15}{'others':>15}")
    for name, understander in ours.items():
        found = {message.text: understander.read(message.text) for message in messages}
        alarms = {text: float(one.urgency is not None) for text, one in found.items()}
        _tell_urgency(f"Signpost, {name}", messages, alarms, _HALF)
        sure = {text: float(one.sure) for text, one in found.items()}
        _tell_urgency(f"Signpost, {name}, sure ones alone", messages, sure, _HALF)
    try:
        read = tfidf_regression([Labelled(one.text, CALM if one.urgency == "none" else URGENT) for one in known])
    except ImportError as missing:
        print(f"  tf-idf of characters + logistic regression: not installed ({missing.name})")
        return
    scores = {message.text: dict(read(message.text))[URGENT] for message in messages}
    name = "tf-idf of characters + logistic regression"
    _tell_urgency(f"{name}, likelier than not", messages, scores, _HALF)
    alike = {english: _threshold(messages, alarms, scores, english) for english in (True, False)}
    _tell_urgency(f"{name}, as many alarms", messages, scores, alike)


def _threshold(messages: Sequence[Message], ours: dict[str, float], scores: dict[str, float], english: bool) -> float:
    """The score above which lie as many calm messages as have an alarm of ours."""
    calm = [message.text for message in messages if message.urgency == "none" and _english(message) == english]
    with_alarm = sum(ours[text] > 0.5 for text in calm)
    return sorted((scores[text] for text in calm), reverse=True)[with_alarm]


def _tell_urgency(name: str, messages: Sequence[Message], scores: dict[str, float], least: dict[bool, float]) -> None:
    cells = ""
    for english in (True, False):
        own = [message for message in messages if _english(message) == english]
        urgent, calm = (
            [scores[one.text] > least[english] for one in own if (one.urgency != "none") == wanted]
            for wanted in (True, False)
        )
        cells += f"{100 * sum(urgent) / len(urgent):9.1f} /{100 * sum(calm) / len(calm):4.0f}"
    print(f"  {name:58}{cells}")


def _english(message: Message) -> bool:
    return message.language == ENGLISH


if __name__ == "__main__":
    main()
