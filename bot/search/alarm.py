"""From which score on a message may be urgent, and from which it surely is (docs/adr/0006)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.directory.entry import ENGLISH
from bot.search.features import Floats
from bot.search.recipe import RECIPE


@dataclass(frozen=True, slots=True)
class Alarm:
    """From which score on a message may be urgent, and from which it surely is."""

    unsure: float
    sure: float


def alarms(scores: Floats, urgent: NDArray[np.bool_], languages: Sequence[str]) -> dict[str, Alarm]:
    """Thresholds by language, from scores that each message got from a model that had not seen it; `""` holds for
    languages with too few urgent examples.
    """
    language = np.array(languages)
    found = {"": _alarm(scores[~urgent], "")}
    for name in np.unique(language):
        own = language == name
        if (own & urgent).sum() >= RECIPE.enough:
            found[str(name)] = _alarm(scores[own & ~urgent], str(name))
    return found


def _alarm(calm: Floats, language: str) -> Alarm:
    if not len(calm):
        return Alarm(0.5, 0.5)
    shares = (RECIPE.calm_with_alarm, RECIPE.calm_with_sure_alarm)
    if language == ENGLISH:
        shares = (RECIPE.english_calm_with_alarm, RECIPE.english_calm_with_sure_alarm)
    unsure, sure = np.quantile(calm, [1 - share for share in shares])
    return Alarm(float(unsure), float(sure))
