"""The ways to a service that have hours or a number, each with its place in the file."""

from __future__ import annotations

from collections.abc import Iterator

from bot.directory.service import Phone, Service
from bot.directory.yaml_source import Path


def phones_of(service: Service) -> Iterator[tuple[Path, Phone]]:
    """The numbers that anybody may see."""
    for index, phone in enumerate(service.phones):
        yield ("phones", index), phone


def professional_phones_of(service: Service) -> Iterator[tuple[Path, Phone]]:
    """The numbers for professionals."""
    for index, phone in enumerate(service.professional.phones if service.professional else ()):
        yield ("professional", "phones", index), phone


def hours_of(service: Service) -> Iterator[tuple[Path, str]]:
    """Every rule of opening hours."""
    for path, phone in (*phones_of(service), *professional_phones_of(service)):
        if phone.hours:
            yield (*path, "hours"), phone.hours
    ways = {"text": service.text, "webchat": service.webchat, "bsl": service.bsl, "venue": service.venue}
    for name, way in ways.items():
        if way and way.hours:
            yield (name, "hours"), way.hours
