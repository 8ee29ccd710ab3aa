"""The Telegram channel: a thin adapter between the Bot API and the conversation."""
