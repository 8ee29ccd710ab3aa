"""Signpost: tells people affected by domestic abuse, champions and employers where to turn."""

__version__ = "0.1.0"
