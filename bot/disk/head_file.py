"""Keeps what the second reader learnt beside the directory that it was learnt from. numpy's format without pickles."""

from __future__ import annotations

from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from bot.search.alarm import Alarm
from bot.search.second_reader import Head

NAME = "second-reader.npz"


def read(directory: Path) -> Head | None:
    """The head in the folder `directory`; None if there is none, or none that can be used."""
    try:
        with np.load(directory / NAME, allow_pickle=False) as held:
            languages, thresholds = held["languages"].tolist(), held["alarms"].tolist()
            return Head(
                str(held["encoder"]),
                tuple(held["labels"].tolist()),
                held["weights"].astype(np.float32),
                {language: Alarm(*pair) for language, pair in zip(languages, thresholds, strict=True)},
            )
    except (OSError, ValueError, KeyError, TypeError, EOFError, BadZipFile):
        return None


def write(directory: Path, head: Head) -> Path:
    """Writes the head into the folder `directory`, and says where. Half the bytes of a weight are enough."""
    path = directory / NAME
    part = path.with_suffix(".part.npz")
    np.savez_compressed(
        part,
        encoder=np.array(head.encoder),
        labels=np.array(head.labels),
        weights=head.weights.astype(np.float16),
        languages=np.array(list(head.alarms)),
        alarms=np.array([(alarm.unsure, alarm.sure) for alarm in head.alarms.values()], np.float32),
    )
    part.replace(path)
    return path
