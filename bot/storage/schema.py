"""The tables as they stand after the last migration. Times are seconds since 1970, hashes and sealed values bytes."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData()

migrations = Table("migrations", metadata, Column("name", Text, primary_key=True))

chats = Table(
    "chats",
    metadata,
    Column("chat", LargeBinary, primary_key=True),
    Column("chat_id", LargeBinary, nullable=False),
    Column("state", LargeBinary, nullable=False),
    Column("spoke", BigInteger, nullable=False, index=True),
)

messages = Table(
    "messages",
    metadata,
    Column("message", LargeBinary, primary_key=True),
    Column("chat", LargeBinary, nullable=False, index=True),
    Column("message_id", LargeBinary, nullable=False),
    Column("sent", BigInteger, nullable=False, index=True),
)

reports = Table(
    "reports",
    metadata,
    Column("service", Text, primary_key=True),
    Column("day", Text, primary_key=True),
    Column("reason", Text, primary_key=True),
    Column("source", Text, primary_key=True),
    Column("count", Integer, nullable=False),
)
"""How many chats, or pages of the web, said on a day that a service's contact did not work."""

report_marks = Table(
    "report_marks",
    metadata,
    Column("mark", LargeBinary, primary_key=True),
    Column("day", Text, nullable=False),
)
"""Keeps a chat from reporting a service twice in seven days, and goes with them. It cannot be matched with a chat."""

tallies = Table(
    "tallies",
    metadata,
    Column("day", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("value", Text, primary_key=True),
    Column("count", Integer, nullable=False),
)
"""How many messages came on a day, counted by each kind of thing alone."""
