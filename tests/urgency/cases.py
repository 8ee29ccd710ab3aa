"""Reads the YAML files beside this one. docs/contributors/testing.md says what stands in them."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict

from bot.search.understanding import Understander, Understanding

FOLDER = Path(__file__).parent
_STRICT = ConfigDict(strict=True, frozen=True, extra="forbid")


class Case(BaseModel):
    """One message, and what it must raise."""

    model_config = _STRICT

    text: str
    gloss: str = ""
    """The same in English."""
    means: Literal["danger", "self_harm", "child_risk", "none"]
    sure: bool = False
    """The whole emergency block must come first; without this, one sentence is enough."""
    fails: bool = False
    """It is still read wrongly. The tests demand that it is, so that nobody forgets to take the mark away."""

    def is_read_rightly(self, found: Understanding) -> bool:
        """Whether `found` is what the case says."""
        return (found.urgency or "none") == self.means and (found.sure or not self.sure)


class Language(BaseModel):
    """The cases of one language, by what tells them from an alarm, or to one."""

    model_config = _STRICT

    language: str
    now: list[Case]
    told: list[Case]
    """Somebody tells it of another."""
    past: list[Case]
    idiom: list[Case]
    training: list[Case]
    """A question of learning or of work."""
    negated: list[Case]
    solved: list[Case]
    """It was so, and is over."""
    ordinary: list[Case]
    """Abuse without a danger at this minute."""
    beside: list[str]
    """Sentences that say nothing of urgency: before or after an urgent message they must not take the alarm away."""

    def cases(self) -> list[Case]:
        """All cases."""
        groups = (self.now, self.told, self.past, self.idiom, self.training, self.negated, self.solved, self.ordinary)
        return [case for group in groups for case in group]


def languages() -> list[Language]:
    """Every file, English first."""
    files = sorted(FOLDER.glob("*.yaml"), key=lambda file: (file.stem != "en", file.stem))
    return [Language.model_validate(yaml.safe_load(file.read_text("utf-8"))) for file in files]


def read(understander: Understander, language: Language) -> list[tuple[Case, Understanding]]:
    """Each case with what is understood today."""
    return [(case, understander.read(case.text)) for case in language.cases()]
