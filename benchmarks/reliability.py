"""Whether a probability means what it says: of the answers given at 0.8, about 80 in 100 should be right.

    python -m benchmarks.reliability [--svg] [FOLDER OF QUERIES]

Reads the project's own test messages, and the open set if its folder is given. `--svg` draws the first of them, read
with the encoder where there is one, into docs/pictures/reliability.svg. A need that a rule puts first (a sure alarm, a
service asked for by name) does not rest on its probability: these are counted apart.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from benchmarks.measuring import PROJECT
from benchmarks.queries import Message, open_messages, own_messages
from benchmarks.signpost import readers
from bot.search.understanding import Understander

PICTURE = PROJECT / "docs" / "pictures" / "reliability.svg"
_BUCKETS = 10
_BAR = 40
"""Characters of a bar that stands for all."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The need that was put first: its probability, whether it was right, whether a rule put it there."""

    said: float
    right: bool
    by_rule: bool


@dataclass(frozen=True, slots=True)
class Bucket:
    """The answers whose probability lies within a tenth: what they said of themselves, and how many were right."""

    least: float
    answers: int
    said: float
    right: float


def main() -> None:
    """Prints a table for each set of messages."""
    folders = [Path(argument) for argument in sys.argv[1:] if argument != "--svg"]
    own = [message for messages in own_messages().values() for message in messages]
    for name, conversation in readers().items():
        answers = _answers(own, conversation.understander)
        _tell(f"{name}: {len(answers)} answers to the project's own test messages", answers)
        for folder in folders:
            measured = _answers(open_messages(folder), conversation.understander)
            _tell(f"{name}: {len(measured)} answers to the open set", measured)
    if "--svg" in sys.argv:
        PICTURE.write_text(_drawn(_buckets(answers)), "utf-8")
        print(f"Drawn, {name}: {PICTURE.relative_to(PROJECT)}")


def _answers(messages: Iterable[Message], understander: Understander) -> list[Answer]:
    answers = []
    for message in messages:
        needs = understander.read(message.text).needs
        likeliest = max(scored.probability for scored in needs)
        best = needs[0]
        if message.needs:
            answers.append(Answer(best.probability, best.need in message.needs, best.probability < likeliest))
    return answers


def _buckets(answers: Iterable[Answer]) -> list[Bucket]:
    found: list[list[Answer]] = [[] for _ in range(_BUCKETS)]
    for answer in answers:
        if not answer.by_rule:
            found[min(int(answer.said * _BUCKETS), _BUCKETS - 1)].append(answer)
    return [
        Bucket(place / _BUCKETS, len(own), mean(one.said for one in own), mean(one.right for one in own))
        for place, own in enumerate(found)
        if own
    ]


def _tell(name: str, answers: list[Answer]) -> None:
    buckets, by_rule = _buckets(answers), [answer.right for answer in answers if answer.by_rule]
    counted = sum(bucket.answers for bucket in buckets)
    print(f"Reliability of the best need, {name}")
    print(f"{'probability':12}{'answers':>8}{'said':>8}{'right':>8}   # right, | said")
    for bucket in buckets:
        bar = "#" * round(bucket.right * _BAR)
        mark = round(bucket.said * _BAR)
        drawn = f"{bar[:mark]:{mark}}|{bar[mark + 1 :]}"
        span = f"{bucket.least:.1f} to {bucket.least + 1 / _BUCKETS:.1f}"
        print(f"{span:12}{bucket.answers:8}{100 * bucket.said:6.0f} %{100 * bucket.right:6.0f} %   {drawn}")
    if by_rule:
        print(f"{'by a rule':12}{len(by_rule):8}{'-':>8}{100 * mean(by_rule):6.0f} %")
    error = sum(bucket.answers * abs(bucket.said - bucket.right) for bucket in buckets) / counted
    print(f"Expected calibration error: {100 * error:.1f} points")


def _drawn(buckets: list[Bucket]) -> str:
    """The same as a picture: what was said from left to right, what was right from bottom to top."""
    most = max(bucket.answers for bucket in buckets)
    circles = "".join(
        f'<circle cx="{60 + 300 * bucket.said:.1f}" cy="{320 - 300 * bucket.right:.1f}" '
        f'r="{3 + 13 * (bucket.answers / most) ** 0.5:.1f}">'
        f"<title>{bucket.answers} answers: said {100 * bucket.said:.0f} %, right {100 * bucket.right:.0f} %</title>"
        "</circle>"
        for bucket in buckets
    )
    ticks = "".join(
        f'<text x="{60 + 300 * share / 100}" y="338" text-anchor="middle">{share}</text>'
        f'<text x="52" y="{324 - 300 * share / 100}" text-anchor="end">{share}</text>'
        for share in range(0, 101, 20)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 380 370" font-family="sans-serif" font-size="12">'
        '<rect width="380" height="370" fill="white"/>'
        '<path d="M60 20V320H360M60 320L360 20" fill="none" stroke="#999"/>'
        f'<g fill="#205493" fill-opacity="0.75">{circles}</g>{ticks}'
        '<text x="210" y="360" text-anchor="middle">said: probability of the best need, per cent</text>'
        '<text transform="translate(16 170) rotate(-90)" text-anchor="middle">right, per cent</text></svg>\n'
    )


if __name__ == "__main__":
    main()
