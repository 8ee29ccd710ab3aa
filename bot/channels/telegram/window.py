"""Which updates Telegram may forget: the offset moves past an update only when that one and all before it are done."""

from __future__ import annotations


class Window:
    """The updates between the oldest one that is not done and the newest one seen."""

    def __init__(self) -> None:
        self._open: set[int] = set()
        self._done: set[int] = set()
        self._next: int | None = None

    @property
    def offset(self) -> int | None:
        """The first update that Telegram must still keep; None before the first."""
        return min(self._open, default=self._next)

    def take(self, update_id: int) -> bool:
        """Notes an update that came in; False if it is known already, because Telegram sends what it keeps again."""
        if update_id in self._open or update_id in self._done:
            return False
        self._open.add(update_id)
        self._next = update_id + 1
        return True

    def done(self, update_id: int) -> None:
        """Notes that an update was answered, or needs no answer."""
        self._open.discard(update_id)
        self._done.add(update_id)

    def confirmed(self, offset: int | None) -> None:
        """Notes that a request with this offset was answered: nothing from before it will come again.

        Not earlier: a request that is under way while an update gets done still brings that update once more.
        """
        self._done = {number for number in self._done if offset is None or number >= offset}
