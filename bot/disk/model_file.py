"""Keeps what was learnt in a file named after the directory's content, safe to delete at any time.

numpy's own format without pickles: a file that somebody else put there can be wrong, but cannot run anything.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from tempfile import NamedTemporaryFile

import numpy as np

from bot.search.features import Vocabulary
from bot.search.learned import Alarm, Learned
from bot.search.linear import LinearModel

FORMAT = 2
"""Raised whenever features or training change, so that an old file is not taken for a new one."""
_KEPT = 4
"""Older files beside the newest; the rest are deleted."""


def path_for(folder: Path, digest: str) -> Path:
    """Where the model of the directory with this digest lies."""
    return folder / f"model-{FORMAT}-{digest[:24]}.npz"


def read(path: Path) -> Learned | None:
    """The model in `path`; None if there is none, or none that can be used."""
    try:
        with np.load(path, allow_pickle=False) as arrays:
            told = json.loads(str(arrays["told"]))
            vocabulary = Vocabulary(arrays["features"], arrays["rarity"])
            model = LinearModel(vocabulary, tuple(told["labels"]), arrays["weights"])
    except (OSError, ValueError, KeyError, EOFError):
        return None
    if model.weights.shape != (len(vocabulary.features), len(model.labels)):
        return None
    alarms = {language: Alarm(**values) for language, values in told["alarms"].items()}
    return Learned(model, alarms, frozenset(told["ordinary_words"]))


def write(path: Path, learned: Learned) -> None:
    """Writes the model, whole or not at all. A folder that cannot be written to is no error: it is learnt again."""
    told = json.dumps(
        {
            "labels": learned.model.labels,
            "alarms": {language: asdict(alarm) for language, alarm in learned.alarms.items()},
            "ordinary_words": sorted(learned.ordinary_words),
        }
    )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as file:
            np.savez(
                file,
                told=np.array(told),
                features=learned.model.vocabulary.features,
                rarity=learned.model.vocabulary.rarity,
                weights=learned.model.weights,
            )
        Path(file.name).replace(path)
        for old in sorted(path.parent.glob("model-*.npz"), key=lambda found: found.stat().st_mtime)[:-_KEPT]:
            old.unlink(missing_ok=True)
    except OSError:
        return
