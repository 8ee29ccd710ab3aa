"""Why an answer came out as it did: the nearest phrases, the place, the name and the scores. For the hub."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz, process

from bot.conversation.reply import Reply
from bot.directory.phrases import Example
from bot.search.text import words

_NEAREST = 3


def explain(text: str, reply: Reply, examples: Sequence[Example]) -> str:
    """The reasons, a line each."""
    return "\n".join(_reasons(text, reply, examples))


def _reasons(text: str, reply: Reply, examples: Sequence[Example]) -> Iterator[str]:
    meaning = reply.understood
    if meaning is None:
        yield "No understanding was needed: a command, a button or an empty message."
        return
    yield f"Language: {meaning.language} (from the words; a chosen language would stay)."
    strength = "sure" if meaning.sure else "unsure" if meaning.urgency else "calm"
    yield f"Urgency: {meaning.urgency or 'none'}, {strength} (score {meaning.urgent_score:.2f})."
    if meaning.urgency:
        yield from _nearest(text, [example for example in examples if example.urgency == meaning.urgency])
    for scored in meaning.needs:
        yield f"Need: {scored.need} ({scored.probability:.0%})."
    yield from _nearest(text, [example for example in examples if example.need == meaning.need])
    if meaning.place:
        where = meaning.place.district or ", ".join(meaning.place.maybe) or "outside every area"
        yield f'Place: "{meaning.place.words}" (by {meaning.place.how}) is {where}.'
    for named in meaning.named:
        yield f'Service by name: {named.service}, from "{named.name}".'
    for service in reply.services():
        yield f"Shown: {service}."


def _nearest(text: str, examples: list[Example]) -> Iterator[str]:
    typed = " ".join(words(text))
    found = process.extract(
        typed, [" ".join(words(example.text)) for example in examples], scorer=fuzz.token_set_ratio, limit=_NEAREST
    )
    for _, score, index in found:
        example = examples[index]
        yield f'  near ({score:.0f} of 100): "{example.text}" [phrases/{example.language}/{example.need}.yaml]'
