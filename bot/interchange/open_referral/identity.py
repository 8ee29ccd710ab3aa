"""The ids of Open Referral are UUIDs: the same for the same thing in every export, made from our own ids."""

from __future__ import annotations

from uuid import UUID, uuid5

_SIGNPOST = UUID("07dc7cad-1eb1-4421-b84c-17dbb94b88bf")


def identifier(kind: str, *names: str | int) -> str:
    """The id of a thing: `identifier("service", "oasis")`, `identifier("phone", "oasis", 0)`."""
    return str(uuid5(_SIGNPOST, "/".join((kind, *map(str, names)))))
