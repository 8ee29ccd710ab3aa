"""Connects to the database: an SQLite file that keeps no traces, or a PostgreSQL server."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool

from bot.storage.store import StoreError

_PRAGMAS = (
    "busy_timeout=5000",
    "journal_mode=WAL",
    "synchronous=NORMAL",
    # What is deleted is overwritten with zeros, and nothing is sorted in a file of its own.
    "secure_delete=ON",
    "temp_store=MEMORY",
)
_IN_MEMORY = {None, "", ":memory:"}
_SERVER_ANSWERS_WITHIN = 5
_QUERY_TAKES_AT_MOST = 15


def connect(url: str) -> AsyncEngine:
    """The engine for a sqlite:/// or postgresql:// address. Connects on first use. Raises StoreError, OSError."""
    # These print statements with their values: hashes and sealed ids have no place in a log.
    for name in ("aiosqlite", "sqlalchemy"):
        logging.getLogger(name).setLevel(logging.WARNING)
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise StoreError("SIGNPOST_DATABASE_URL is no address. Use sqlite:///path/to/file.") from None
    if parsed.get_backend_name() == "sqlite":
        return _sqlite(parsed)
    if parsed.get_backend_name() == "postgresql":
        return _postgresql(parsed)
    raise StoreError("SIGNPOST_DATABASE_URL: use sqlite:///path/to/file or postgresql://user:password@host/name.")


def _sqlite(url: URL) -> AsyncEngine:
    if url.database not in _IN_MEMORY:
        _make_file(Path(str(url.database)))
    # One connection: writers never wait for each other's locks, and no reader holds back the log's truncation.
    engine = create_async_engine(
        url.set(drivername="sqlite+aiosqlite"),
        poolclass=AsyncAdaptedQueuePool,
        pool_size=1,
        max_overflow=0,
        hide_parameters=True,
    )
    event.listen(engine.sync_engine, "connect", _on_connect)
    event.listen(engine.sync_engine, "begin", _on_begin)
    return engine


def _make_file(path: Path) -> None:
    """The file is made here, so that nobody but its owner may read it; SQLite gives its log the same rights."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def _on_connect(connection: Any, _: object) -> None:
    # The driver's own BEGIN comes late and leaves DDL outside: SQLAlchemy's documents say to switch it off.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _on_begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _postgresql(url: URL) -> AsyncEngine:
    arguments: dict[str, object] = {"timeout": _SERVER_ANSWERS_WITHIN, "command_timeout": _QUERY_TAKES_AT_MOST}
    # Addresses are written for libpq; asyncpg calls this one "ssl".
    if "sslmode" in url.query:
        arguments["ssl"] = url.query["sslmode"]
        url = url.difference_update_query(["sslmode"])
    return create_async_engine(
        url.set(drivername="postgresql+asyncpg"),
        pool_size=5,
        max_overflow=5,
        pool_pre_ping=True,
        hide_parameters=True,
        connect_args=arguments,
    )
