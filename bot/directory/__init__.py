"""The directory: what hub staff write in YAML, read strictly into plain, frozen values."""
