"""The composition root: builds the core from the settings. `bot.serving` adds the channels."""

from __future__ import annotations

import contextlib
import multiprocessing
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from bot.clock import now as now
from bot.conversation.conversation import Conversation
from bot.directory.directory import Directory
from bot.directory.loader import learning_digest
from bot.directory.problem import DirectoryError
from bot.disk import head_file, model_file
from bot.disk.catalogue_files import read_catalogues
from bot.disk.directory_files import checked, load, read_files
from bot.encoding import e5
from bot.search.learned import Learned
from bot.search.second_reader import SecondReader, fits
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
    learned = _remembered(settings, files)
    if learned is not None:
        # What was learnt was learnt from exactly these messages, checked whole: they need no second reading.
        return checked(files, with_phrases=False, speech=speech), _with_second(learned, settings)
    told("Learning the directory's phrases: this takes some seconds, once after each change of a phrase.")
    with _learning_apart(settings.directory, learning_path(settings.cache_folder, files)):
        directory = checked(files, with_phrases=False, speech=speech)
    learned = _remembered(settings, files)
    if learned is None:
        directory = checked(files, speech=speech)
        learned = _learn(directory)
    return directory, _with_second(learned, settings)


def second_reader_missing() -> str:
    """Why this machine reads messages by their words alone; "" if it has an encoder."""
    return e5.missing()


def _with_second(learned: Learned, settings: Settings) -> Learned:
    head = head_file.read(settings.directory) if settings.encoder else None
    if head is None or e5.missing():
        return learned
    encoder = e5.E5()
    return (
        replace(learned, second=SecondReader(encoder, head)) if fits(head, encoder, learned.model.labels) else learned
    )


def learned_from(settings: Settings, files: Mapping[str, bytes], directory: Directory) -> Learned:
    """What was learnt from `directory`, which was read whole from `files`: from the cache, or afresh (seconds)."""
    learned = _remembered(settings, files)
    if learned is None:
        learned = _learn(directory)
        model_file.write(learning_path(settings.cache_folder, files), learned)
    return learned


def prepare(settings: Settings, folder: Path) -> Path:
    """Learns the directory's phrases into `folder`, and says where. Raises DirectoryError."""
    files = read_files(settings.directory)
    path = learning_path(folder, files)
    model_file.write(path, _learn(checked(files)))
    return path


def prepare_second(settings: Settings, told: Callable[[int, int], None]) -> Path:
    """Learns for the encoder (minutes), beside the directory, and says where. Raises DirectoryError."""
    from bot.search.learning import learn_second

    head = learn_second(load(settings.directory), e5.E5(), told)
    return head_file.write(settings.directory, head)


def learning_path(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Where in `folder` lies what was learnt from `files`."""
    return model_file.path_for(folder, learning_digest(files))


def _remembered(settings: Settings, files: Mapping[str, bytes]) -> Learned | None:
    """What was learnt from these messages before: by this user, or when Signpost was set up."""
    folders = (settings.cache_folder, settings.prepared_folder)
    found = (model_file.read(learning_path(folder, files)) for folder in folders)
    return next((learned for learned in found if learned is not None), None)


@contextlib.contextmanager
def _learning_apart(root: Path, path: Path) -> Iterator[None]:
    """Learns beside what is done meanwhile, in a process that takes the memory that learning needs with it."""
    apart = multiprocessing.get_context("spawn").Process(target=_learn_into, args=(str(root), str(path)), daemon=True)
    try:
        with contextlib.suppress(OSError):
            apart.start()
        yield
        if apart.pid is not None:
            apart.join()
    finally:
        # Told to stop in the middle, this process must not leave the other one behind.
        if apart.pid is not None and apart.is_alive():
            apart.terminate()


def _learn_into(root: str, path: str) -> None:
    try:
        directory = load(Path(root))
    except DirectoryError:
        return
    model_file.write(Path(path), _learn(directory))


def _learn(directory: Directory) -> Learned:
    # Only here, so that a start from the cache does not pay for scipy's memory and time.
    from bot.search.learning import learn

    return learn(directory)
