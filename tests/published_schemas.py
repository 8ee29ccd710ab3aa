"""The schemas that Open Referral UK publishes. They lie beside the checkout; they are not copied into it."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from tests.conftest import PROJECT

FOLDER = PROJECT.parent / "shared" / "hsds" / "uk"


def published(name: str) -> Any:
    """A file of theirs, such as "schema/service.json". Without them, the test is skipped and says so."""
    path = FOLDER / name
    if not path.is_file():
        pytest.skip(f"the published Open Referral schemas are not beside this checkout: {FOLDER}")
    return json.loads(path.read_text("utf-8"))


def faults(item: object, name: str) -> list[str]:
    """What the schema `name` ("service", "service_list") finds wrong with an item."""
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    validator = jsonschema.Draft202012Validator(published(f"schema/{name}.json"), format_checker=checker)
    return [f"{'/'.join(map(str, error.path))}: {error.message}" for error in validator.iter_errors(item)]
