"""Chance against the chat: `python -m tests.fuzz`."""
