"""JSON Schemas of the directory's files, from the models, for editors that complete and hint as one types."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from bot.directory.district import District, PlaceRules
from bot.directory.guidance import Guidance
from bot.directory.harmful_words import HarmfulWordsFile
from bot.directory.hub import Hub
from bot.directory.language import Languages
from bot.directory.need import Need
from bot.directory.phrases import PhraseFile
from bot.directory.practice import Practice
from bot.directory.referral import ReferralWords, Route
from bot.directory.service import Service
from bot.directory.sign_offs import SignOffs
from bot.directory.urgency import Urgency

_MODELS: dict[str, type[BaseModel]] = {
    "service": Service,
    "need": Need,
    "urgency": Urgency,
    "district": District,
    "guidance": Guidance,
    "route": Route,
    "practice": Practice,
    "phrases": PhraseFile,
    "hub": Hub,
    "harmful-words": HarmfulWordsFile,
    "languages": Languages,
    "places": PlaceRules,
    "referral": ReferralWords,
    "sign-offs": SignOffs,
}


def schemas() -> dict[str, dict[str, Any]]:
    """A schema a kind of file, by the name that the files' first lines give it."""
    return {name: model.model_json_schema(by_alias=True) for name, model in _MODELS.items()}
