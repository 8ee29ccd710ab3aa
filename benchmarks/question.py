"""Time per question through the whole core, beside the nearest-phrase search that rapidfuzz offers."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from statistics import median

from rapidfuzz import fuzz, process

from benchmarks.measuring import PROJECT, percentile
from benchmarks.queries import own_messages
from bot.app import load_conversation
from bot.conversation.state import State
from bot.conversation.turn import Turn
from bot.disk.directory_files import load
from bot.settings import read_settings

PHRASES = [example.text for example in load(PROJECT / "directory").examples]
NOW = datetime(2026, 11, 21, 23, 10, tzinfo=UTC)
PEER_MESSAGES = 60
"""The peer is slow: it gets this many of the messages."""


def main() -> None:
    """Prints median and 99th percentile in milliseconds."""
    conversation = load_conversation(read_settings({}))
    texts = [message.text for messages in own_messages().values() for message in messages]
    print(f"Time per question ({len(texts)} messages, {len(PHRASES)} phrases)")
    ours = _times(texts, lambda text: conversation.reply(Turn(NOW, text=text), State()))
    reading = _times(texts, lambda text: conversation.understander.read(text))
    peer = _times(texts[:: max(1, len(texts) // PEER_MESSAGES)], _nearest())
    longest = _times(
        ["he took my wages and my phone " * 140], lambda text: conversation.reply(Turn(NOW, text=text), State())
    )
    for name, times in (
        ("the whole answer", ours),
        ("of it, understanding", reading),
        ("rapidfuzz token_set_ratio, nearest phrase", peer),
        ("the longest message that is read", longest),
    ):
        ratio = median(times) / median(ours)
        print(f"{name:58} p50 {median(times):7.2f} ms   p99 {percentile(times, 0.99):7.2f} ms   x {ratio:.1f}")


def _nearest() -> Callable[[str], object]:
    return lambda text: process.extractOne(text, PHRASES, scorer=fuzz.token_set_ratio)


def _times(texts: list[str], answer: Callable[[str], object]) -> list[float]:
    answer(texts[0])
    times = []
    for text in texts:
        begun = time.perf_counter()
        answer(text)
        times.append((time.perf_counter() - begun) * 1000)
    return times


if __name__ == "__main__":
    main()
