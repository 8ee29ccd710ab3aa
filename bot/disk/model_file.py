"""Keeps what was learnt in a folder named after the directory's content, safe to delete at any time.

numpy's own format without pickles: a file that somebody else put there can be wrong, but cannot run anything. The
weights are mapped, not read: only the rows that messages need take memory, and processes share them.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import asdict
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.search.alarm import Alarm
from bot.search.features import Vocabulary
from bot.search.learned import Learned
from bot.search.linear import LinearModel
from bot.search.recipe import RECIPE

_ARRAYS = ("features", "rarity", "weights", "scale")
_KEPT = 4
"""Older models beside the newest; the rest are deleted."""


def path_for(folder: Path, digest: str) -> Path:
    """Where the model of the directory with this digest lies. Another way of learning is another place."""
    recipe = hashlib.sha256(repr(RECIPE).encode()).hexdigest()
    return folder / f"model-{recipe[:8]}-{digest[:24]}"


def read(path: Path) -> Learned | None:
    """The model in `path`; None if there is none, or none that can be used."""
    try:
        told = json.loads((path / "told.json").read_text("utf-8"))
        features, rarity, weights, scale = (
            np.load(path / f"{name}.npy", mmap_mode="r", allow_pickle=False) for name in _ARRAYS
        )
        alarms = {language: Alarm(**values) for language, values in told["alarms"].items()}
        labels, ordinary, rarest = tuple(told["labels"]), frozenset(told["ordinary_words"]), float(told["rarest"])
    except (OSError, ValueError, KeyError, TypeError, EOFError):
        return None
    if weights.shape != (len(features), len(labels)) or rarity.shape != features.shape:
        return None
    return Learned(LinearModel(Vocabulary(features, rarity, rarest), labels, weights, scale), alarms, ordinary)


def write(path: Path, learned: Learned) -> None:
    """Writes the model, whole or not at all. A folder that cannot be written to is no error: it is learnt again."""
    told = {
        "labels": learned.model.labels,
        "alarms": {language: asdict(alarm) for language, alarm in learned.alarms.items()},
        "ordinary_words": sorted(learned.ordinary_words),
        "rarest": learned.model.vocabulary.rarest,
    }
    vocabulary = learned.model.vocabulary
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = Path(mkdtemp(dir=path.parent, prefix="part-"))
        (part / "told.json").write_text(json.dumps(told), "utf-8")
        arrays: tuple[NDArray[Any], ...] = (
            vocabulary.features,
            vocabulary.rarity,
            learned.model.weights,
            learned.model.scale,
        )
        for name, array in zip(_ARRAYS, arrays, strict=True):
            np.save(part / f"{name}.npy", array)
        shutil.rmtree(path, ignore_errors=True)
        part.replace(path)
        for old in sorted(path.parent.glob("model-*"), key=lambda found: found.stat().st_mtime)[: -_KEPT - 1]:
            shutil.rmtree(old, ignore_errors=True)
    except OSError:
        return
