"""A message in the wrong file, or pulled over by its neighbours, is told with the message that pulls it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.checks import phrase_elsewhere
from bot.checks.checked import to_check
from bot.checks.rules import findings
from bot.directory.loader import build
from bot.directory.problem import Severity
from bot.search.learning import learn
from tests.checks.asking import TODAY, example
from tests.small_hub import FILES, phrases

TALK, REFUGE = "phrases/en/talk.yaml", "phrases/en/refuge.yaml"
SAFE = [
    f"is there a refuge near {place} {time}"
    for place in ("me", "us", "here", "ashby")
    for time in ("tonight", "today", "now", "please", "soon")
]
CALM = [f"could somebody listen to my {worry}" for worry in ("story", "worries", "trouble", "side", "news")]


def _told(changed: Mapping[str, bytes]) -> list[str]:
    built = build({**FILES, **changed})
    seen = to_check(built, TODAY)
    assert seen is not None
    found = findings(replace(seen, learned=learn(seen.directory)), [phrase_elsewhere])
    assert {problem.severity for problem in found} <= {Severity.WARNING}
    return [str(problem) for problem in found]


def test_messages_in_their_own_files_have_no_finding() -> None:
    assert _told({TALK: phrases("talk", CALM), REFUGE: phrases("refuge", SAFE)}) == []


def test_a_message_in_the_wrong_file_is_told_with_the_nearest_in_the_right_one() -> None:
    wrong = [*CALM, "is there a refuge near me"]

    assert _told({TALK: phrases("talk", wrong), REFUGE: phrases("refuge", SAFE)}) == [example(phrase_elsewhere)]


def test_a_directory_whose_messages_were_not_learnt_has_no_finding() -> None:
    seen = to_check(build(FILES), TODAY)
    assert seen is not None
    assert findings(seen, [phrase_elsewhere]) == []
