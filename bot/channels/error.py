"""What a channel raises when it cannot be served."""

from __future__ import annotations


class ChannelError(Exception):
    """A channel cannot be served. The message says why and how to mend it; it never holds a token."""
