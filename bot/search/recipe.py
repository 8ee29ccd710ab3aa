"""The numbers of the learning, in one place: a change of any of them is a change of what was learnt."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recipe:
    """How the model is learnt. Values chosen by measurement (docs/adr/0005, 0006)."""

    features: int = 5
    """Raised whenever the features themselves change."""
    steps: int = 10
    """Conjugate-gradient steps. More fits the examples closer and other people's messages no better."""
    urgency_steps: int = 16
    """The same for urgency, which gains by more."""
    ridge: float = 1.0
    folds: int = 4
    calm_with_alarm: float = 0.15
    """Share of a language's calm examples (many of them written to mislead) that may carry the one-sentence alarm."""
    calm_with_sure_alarm: float = 0.04
    """Share of them that may get the whole emergency block."""
    english_calm_with_alarm: float = 0.18
    english_calm_with_sure_alarm: float = 0.06
    """English has many more examples, and more of its calm ones mislead: the same share there means fewer people."""
    enough: int = 60
    """Urgent examples that a language needs for thresholds of its own."""


RECIPE = Recipe()
