"""The conversation in force: an edit of the directory or the catalogues takes its place whole, or not at all."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.channels.web.health import OK
from bot.conversation.conversation import COMMANDS, Conversation
from bot.conversation.state import State
from bot.conversation.turn import Turn
from bot.directory.opening_hours import LONDON
from bot.directory.problem import DirectoryError, Problem
from bot.disk.watching import Watch
from bot.speech.catalogue import CatalogueError

log = logging.getLogger("signpost.live")

LOOK_EVERY = 0.3
"""Seconds. Two looks and the loading fit into the two seconds within which an edit is live."""

Load = Callable[[Callable[[str], None]], Conversation]
"""Reads everything anew. What it is given is told a line if there is something to wait for."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What became of the edits since the start."""

    since: datetime
    """When what is in force was loaded."""
    told: str = OK
    """For everybody to read. A place and a rule at most: a message may quote a secret address."""
    used: int = 0
    refused: int = 0
    waiting: bool = False
    """Whether the newest edit is one that is refused."""


class Live:
    """Holds the conversation, and replaces it. Ask it anew for each turn, and once only."""

    def __init__(self, load: Load, watch: Watch, clock: Callable[[], datetime], told: Callable[[str], None]) -> None:
        """Loads for the first time, and raises what that raises. `watch` was made before."""
        self._load = load
        self._watch = watch
        self._clock = clock
        self._conversation = load(told)
        self.standing = Standing(clock())
        self._stopped = threading.Event()

    def __call__(self) -> Conversation:
        """The conversation in force."""
        return self._conversation

    def mark(self, services: frozenset[str]) -> None:
        """Marks these services as reported by several people, and no others."""
        self._conversation = self._conversation.marking(services)

    def follow(self) -> None:
        """From now on edits go live, by the running event loop: no turn sees one half-way."""
        # A daemon: neither a slow disk nor learning may keep the process from stopping.
        threading.Thread(target=self._watching, args=(asyncio.get_running_loop(),), daemon=True).start()

    def stop(self) -> None:
        """Looks no further."""
        self._stopped.set()

    def _watching(self, loop: asyncio.AbstractEventLoop) -> None:
        while not self._stopped.wait(LOOK_EVERY):
            try:
                if self._watch.changed():
                    self._take(loop.call_soon_threadsafe)
            except Exception as error:  # noqa: BLE001 (whatever went wrong, the next look must come)
                if not self._stopped.is_set():
                    log.error("The directory could not be looked at: %s", type(error).__name__)

    def _take(self, then: Callable[..., object]) -> None:
        """Loads what has changed. `then` has something done where turns are answered."""
        at = f"{self._clock().astimezone(LONDON):%H:%M}"

        def learning(_: str) -> None:
            then(self._tell, f"learning the phrases of the edit of {at}")

        try:
            new = self._load(learning)
            new.speech.stand_in_for(self._conversation.speech)
            _try(new, self._clock())
        except DirectoryError as error:
            first, *more = error.problems
            told, logged = _place(first), f"{_place(first)}: {first.message}"
            logged += f" (and {len(more)} more; see: signpost directory check)" if more else ""
        except CatalogueError as error:
            told, logged = "the locales", str(error)
        except Exception as error:  # noqa: BLE001 (nothing that somebody saves may end the service)
            told = logged = f"it could not be loaded ({type(error).__name__})"
        else:
            if self._watch.at_rest():
                then(self._replace, new, at)
            return
        if self._watch.at_rest():
            then(self._refuse, told, logged, at)

    def _tell(self, told: str) -> None:
        self.standing = replace(self.standing, told=told)

    def _replace(self, new: Conversation, at: str) -> None:
        self._conversation = new.marking(self._conversation.directory.marked)
        self.standing = Standing(self._clock(), used=self.standing.used + 1, refused=self.standing.refused)
        log.info("The edit of %s is live.", at)

    def _refuse(self, told: str, logged: str, at: str) -> None:
        told = f"the edit of {at} is not used: {told}"
        self.standing = replace(self.standing, told=told, refused=self.standing.refused + 1, waiting=True)
        log.warning("The edit of %s is not used, and the last good directory answers on: %s", at, logged)


def _place(problem: Problem) -> str:
    # Only a missing folder is told by its place on this machine.
    place = "the folder" if problem.file.startswith("/") else f"{problem.file}:{problem.line}:{problem.column}"
    return f"{place} ({problem.rule})"


def _try(conversation: Conversation, now: datetime) -> None:
    """Taps every button once: what cannot answer somebody must not take the place of what can."""
    needs = (f"need:{need}" for need in conversation.directory.needs)
    for action in (*COMMANDS, *needs):
        conversation.reply(Turn(now, action=action), State())
