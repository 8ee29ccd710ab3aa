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
    Column("week", Text, primary_key=True),
    Column("count", Integer, nullable=False),
)
"""How many chats said that a service's contact did not work. The marks that keep it to one a chat stand apart."""

report_marks = Table(
    "report_marks",
    metadata,
    Column("mark", LargeBinary, primary_key=True),
    Column("chat", LargeBinary, nullable=False, index=True),
    Column("week", Text, nullable=False),
)
"""Gone with the week or with the chat, whichever is first: the count stays, who made it does not."""
