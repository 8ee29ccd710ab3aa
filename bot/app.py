"""The composition root: builds the core from the settings. `bot.serving` adds the channels."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from pathlib import Path

from bot.clock import now as now
from bot.conversation.conversation import Conversation
from bot.directory.directory import Directory
from bot.directory.loader import digest
from bot.disk import model_file
from bot.disk.catalogue_files import read_catalogues
from bot.disk.directory_files import checked, load, read_files
from bot.search.learned import Learned
from bot.search.understanding import Understander
from bot.settings import Settings
from bot.speech.catalogue import Speech


class StartError(Exception):
    """Signpost cannot start; the message says why and how to mend it."""


def load_conversation(settings: Settings, told: Callable[[str], None] = lambda _: None) -> Conversation:
    """The whole core. Raises DirectoryError or CatalogueError. `told` gets a line if there is something to wait for."""
    speech = read_catalogues(settings.locales)
    directory, learned = load_directory(settings, told, speech)
    return Conversation(directory, Understander(directory, learned), speech)


def load_directory(
    settings: Settings, told: Callable[[str], None] = lambda _: None, speech: Speech | None = None
) -> tuple[Directory, Learned]:
    """The directory, and what was learnt from its messages: from the cache, or afresh (seconds)."""
    files = read_files(settings.directory)
    path = model_file.path_for(settings.cache_folder, digest(files))
    known = model_file.read(path)
    # What was learnt was learnt from exactly these files, checked whole: their phrases need no second reading.
    directory = checked(files, with_phrases=known is None, speech=speech)
    if known is None:
        told("Learning the directory's phrases: this takes some seconds, once after each change of the directory.")
    return directory, known or _learnt_apart(settings.directory, path) or _learn(directory)


def _learnt_apart(root: Path, path: Path) -> Learned | None:
    """Learns in a process of its own, which takes the memory that learning needs with it when it ends."""
    apart = multiprocessing.get_context("spawn").Process(target=_learn_into, args=(str(root), str(path)), daemon=True)
    try:
        apart.start()
        apart.join()
    except OSError:
        return None
    finally:
        # Told to stop in the middle, this process must not leave the other one behind.
        if apart.pid is not None and apart.is_alive():
            apart.terminate()
    return model_file.read(path)


def _learn_into(root: str, path: str) -> None:
    directory = load(Path(root))
    model_file.write(Path(path), _learn(directory))


def _learn(directory: Directory) -> Learned:
    # Only here, so that a start from the cache does not pay for scipy's memory and time.
    from bot.search.learning import learn

    return learn(directory)
