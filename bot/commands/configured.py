"""The settings of this process: its environment over the `.env` file of the working folder."""

from __future__ import annotations

import os
from pathlib import Path

from bot.settings import Settings, read_settings

DOTENV = Path(".env")


def settings() -> Settings:
    """The settings. Raises SettingsError."""
    return read_settings(os.environ, DOTENV)
