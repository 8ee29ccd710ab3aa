"""The numbers of the learning, in one place: a change of any of them is a change of what was learnt."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recipe:
    """How the model is learnt. Values chosen by measurement (docs/adr/0005, 0006)."""

    features: int = 5
    """Raised whenever the features themselves change."""
    steps: int = 4
    """Steps of the solver. More fits the examples closer and other people's messages no better."""
    steps_alone: int = 16
    """The same for one label by itself, which shares no step with others."""
    ridge: float = 2.0
    folds: int = 4
    calm_with_alarm: float = 0.13
    """Share of a language's calm examples (many of them written to mislead) that may carry the one-sentence alarm."""
    calm_with_sure_alarm: float = 0.035
    """Share of them that may get the whole emergency block."""
    english_calm_with_alarm: float = 0.18
    english_calm_with_sure_alarm: float = 0.06
    """English has many more examples, and more of its calm ones mislead: the same share there means fewer people."""
    encoded_a_language: int = 1000
    """Examples of a language that the second reader learns from; more cost minutes and add little."""
    enough: int = 60
    """Urgent examples that a language needs for thresholds of its own."""


RECIPE = Recipe()
