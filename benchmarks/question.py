"""Time per question through the whole core, beside the nearest-phrase search that rapidfuzz offers."""

from __future__ import annotations

from datetime import UTC, datetime
from statistics import median

from rapidfuzz import fuzz, process

from benchmarks.measuring import PROJECT, milliseconds, percentile
from benchmarks.queries import own_messages
from benchmarks.signpost import readers
from bot.conversation.conversation import Conversation
from bot.conversation.state import State
from bot.conversation.turn import Turn
from bot.disk.directory_files import load

PHRASES = [example.text for example in load(PROJECT / "directory").examples]
NOW = datetime(2026, 11, 21, 23, 10, tzinfo=UTC)
PEER_MESSAGES = 60
"""The peer is slow: it gets this many of the messages."""
LONG, LONG_RUNS = "he took my wages and my phone " * 140, 20


def main() -> None:
    """Prints median and 99th percentile in milliseconds, and the ratio to the first row."""
    texts = [message.text for messages in own_messages().values() for message in messages]
    conversations = readers()
    print(f"Time per question ({len(texts)} messages, {len(PHRASES)} phrases)")
    measured: dict[str, list[float]] = {}
    for name, conversation in conversations.items():

        def reply(text: str, conversation: Conversation = conversation) -> object:
            return conversation.reply(Turn(NOW, text=text), State())

        measured[f"the whole answer, {name}"] = milliseconds(texts, reply)
        measured[f"of it, understanding, {name}"] = milliseconds(texts, conversation.understander.read)
        measured[f"the longest message that is read, {name}"] = milliseconds([LONG] * LONG_RUNS, reply)
    some = texts[:: max(1, len(texts) // PEER_MESSAGES)]
    measured["rapidfuzz token_set_ratio, nearest phrase"] = milliseconds(some, _nearest)
    base = median(next(iter(measured.values())))
    for name, times in measured.items():
        ratio = median(times) / base
        print(f"{name:58} p50 {median(times):7.2f} ms   p99 {percentile(times, 0.99):7.2f} ms   x {ratio:.1f}")


def _nearest(text: str) -> object:
    return process.extractOne(text, PHRASES, scorer=fuzz.token_set_ratio)


if __name__ == "__main__":
    main()
