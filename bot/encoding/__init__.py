"""Sentence encoders that this machine may have; each is optional (docs/adr/0009)."""
