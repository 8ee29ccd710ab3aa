"""A person with a phone: types, presses, shares, and sees what is in the chat."""

from __future__ import annotations

from typing import Any

from tests.bot_api.server import BotApi, Shown


class Person:
    """One private chat with the bot, seen from the other side."""

    def __init__(self, api: BotApi, chat: int, language: str = "en") -> None:
        self.api = api
        self.chat = chat
        self.user = {"id": chat, "is_bot": False, "first_name": "Marigold", "language_code": language}
        self.place: dict[str, Any] = {"id": chat, "type": "private", "first_name": "Marigold"}
        self._read = 0
        api.chats.setdefault(chat, [])

    @property
    def screen(self) -> list[Shown]:
        """What is in the chat now."""
        return self.api.chats[self.chat]

    async def sends(self, kind: str = "message", **content: Any) -> int:
        """Any message; its update id."""
        date = self.api.clock()
        shown = Shown(self.api.number(), self.chat, False, str(content.get("text", "")), date)
        self.screen.append(shown)
        message = {"message_id": shown.id, "date": int(date.timestamp()), "chat": self.place, "from": self.user}
        return await self.api.arrives(kind, message | content)

    async def says(self, text: str) -> int:
        return await self.sends(text=text)

    async def edits(self, shown: Shown, text: str) -> int:
        """Changes one of the person's own messages."""
        now = int(self.api.clock().timestamp())
        message = {"message_id": shown.id, "date": int(shown.date.timestamp()), "edit_date": now, "text": text}
        return await self.api.arrives("edited_message", message | {"chat": self.place, "from": self.user})

    async def presses(self, label: str, shown: Shown | None = None) -> int:
        """Presses a button by its label, under the last message that has it."""
        shown = shown or next(each for each in reversed(self.screen) if label in each.labels)
        [data] = [button["callback_data"] for row in shown.rows for button in row if button["text"] == label]
        return await self.presses_data(data, shown)

    async def presses_data(self, data: str, shown: Shown) -> int:
        """Presses a button with any data."""
        message = {"message_id": shown.id, "date": int(shown.date.timestamp()), "chat": self.place, "text": shown.text}
        query = {"id": f"q{self.api.number()}", "from": self.user, "chat_instance": "1", "data": data}
        return await self.api.arrives("callback_query", query | {"message": message})

    async def reads(self) -> Shown:
        """The next message from the bot, waiting for it if need be."""
        self._read += 1
        await self.api.until(lambda: len(self._answers()) >= self._read)
        return self._answers()[self._read - 1]

    def _answers(self) -> list[Shown]:
        return [shown for shown in self.api.sent if shown.chat == self.chat]

    async def asks(self, text: str) -> Shown:
        """Says something, and reads the answer."""
        await self.says(text)
        return await self.reads()
