"""What went wrong with the database, as one sentence with its mend: no traceback, no password, no row."""

from __future__ import annotations

import sqlite3

import asyncpg  # type: ignore[import-untyped]
from sqlalchemy.engine import URL
from sqlalchemy.exc import SQLAlchemyError

FAILURES = (SQLAlchemyError, sqlite3.Error, OSError, asyncpg.PostgresError, asyncpg.InterfaceError)
"""Everything that a driver raises; errors on connecting reach us without SQLAlchemy's wrapping."""

_ANOTHER_FILE = "or choose another file: SIGNPOST_DATABASE_URL=sqlite:////path/to/signpost.sqlite3"
_SQLITE = (
    (
        ("not a database", "malformed", "file is encrypted"),
        "is damaged, or is no SQLite database. Put its backup back, or move it away: a new one is made at the next "
        "start",
    ),
    (
        ("readonly", "unable to open", "permission"),
        f"cannot be opened. Give this user the right to write it, {_ANOTHER_FILE}",
    ),
    (("full", "no space"), f"cannot grow: the disk is full. Make room, {_ANOTHER_FILE}"),
    (("locked", "busy"), "is held by another program. Stop that one"),
)


def busy(error: BaseException) -> bool:
    """Whether an SQLite file was only held by somebody else for a moment."""
    return (
        isinstance(getattr(error, "orig", None) or error, sqlite3.OperationalError) and "locked" in str(error).lower()
    )


def sentence(url: URL, error: BaseException) -> str:
    """The sentence for `error` on the database at `url`."""
    return _of_file(url, error) if url.get_backend_name() == "sqlite" else _of_server(url, error)


def _of_file(url: URL, error: BaseException) -> str:
    said = str(getattr(error, "orig", None) or error).lower()
    for signs, mend in _SQLITE:
        if any(sign in said for sign in signs):
            return f"The database file {url.database} {mend}."
    return f"The database file {url.database} cannot be used ({type(error).__name__}). Check its folder and its disk."


def _of_server(url: URL, error: BaseException) -> str:
    server = f"The database server at {url.host or 'localhost'}:{url.port or 5432}"
    cause: BaseException = error
    while cause.__cause__ is not None:
        cause = cause.__cause__
    if isinstance(cause, asyncpg.InvalidAuthorizationSpecificationError):
        return f"{server} refuses the user or the password. Check SIGNPOST_DATABASE_URL."
    if isinstance(cause, asyncpg.InvalidCatalogNameError):
        return f"{server} has no database {url.database}. Make it: createdb {url.database}"
    if isinstance(cause, OSError):
        return f"{server} does not answer. Start it, or check the address in SIGNPOST_DATABASE_URL."
    return f"{server} cannot be used ({type(cause).__name__}). Its own log says more."
