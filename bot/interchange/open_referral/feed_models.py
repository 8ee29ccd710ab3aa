"""What is read of a feed: only what a draft is made from, and leniently. Feeds of HSDS 3 and Open Referral UK."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

Item = TypeVar("Item")

_LISTS = ("contents", "content", "services")
"""Where feeds keep their services: a page of HSDS 3, a page of Open Referral UK 1, an organisation."""
_DEEPEST = 3
"""A list in a page in an organisation."""

Several = Annotated[tuple[Item, ...], BeforeValidator(lambda given: given or ())]
"""A list; feeds write null for an empty one."""
Text = Annotated[str, BeforeValidator(lambda given: "" if given is None else given)]


class _Read(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", coerce_numbers_to_str=True)


class FeedPhone(_Read):
    """A number."""

    number: Text = ""
    type: Text = ""


class FeedContact(_Read):
    """Somebody or something to call. People's names are not taken."""

    name: Text = ""
    phones: Several[FeedPhone] = ()


class FeedTerm(_Read):
    """A term of a taxonomy."""

    id: Text = ""
    name: Text = ""


class FeedAttribute(_Read):
    """A term that a service has."""

    taxonomy_term: FeedTerm | None = None


class FeedAddress(_Read):
    """An address."""

    address_1: Text = ""
    city: Text = ""
    postal_code: Text = ""


class FeedLocation(_Read):
    """A place."""

    location_type: Text = ""
    name: Text = ""
    addresses: Several[FeedAddress] = ()
    phones: Several[FeedPhone] = ()


class FeedSchedule(_Read):
    """Hours."""

    service_at_location_id: Text = ""
    valid_to: Text = ""
    freq: Text = ""
    interval: Text = ""
    byday: Text = ""
    opens_at: Text = ""
    closes_at: Text = ""


class FeedPlace(_Read):
    """A service at a location."""

    id: Text = ""
    location: FeedLocation | None = None
    schedules: Several[FeedSchedule] = ()


class FeedNamed(_Read):
    """An area, a language or an organisation."""

    name: Text = ""
    code: Text = ""


class FeedService(_Read):
    """A service. What else it has is kept to be told: `model_extra`."""

    model_config = ConfigDict(extra="allow")

    id: Text = ""
    name: Text
    description: Text = ""
    url: Text = ""
    email: Text = ""
    status: Text = ""
    assured_date: Text = ""
    contacts: Several[FeedContact] = ()
    phones: Several[FeedPhone] = ()
    service_areas: Several[FeedNamed] = ()
    service_at_locations: Several[FeedPlace] = ()
    schedules: Several[FeedSchedule] = ()
    languages: Several[FeedNamed] = ()
    attributes: Several[FeedAttribute] = ()
    organization: FeedNamed | None = None


def services_in(feed: object) -> Iterator[FeedService | str]:
    """The services of a feed, in their order; for one that cannot be read, a sentence that says which."""
    for number, given in enumerate(_services(feed, _DEEPEST), 1):
        try:
            yield FeedService.model_validate(given)
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            place = ".".join(str(step) for step in first["loc"]) or "the whole of it"
            name = given.get("name") if isinstance(given, dict) else None
            yield f'service {number} ("{name or ""}"): {place} is not as Open Referral has it'


def _services(feed: Any, depth: int) -> Iterator[Any]:
    """What may be services, each with the organisation that runs it."""
    inside = (
        next((feed[name] for name in _LISTS if isinstance(feed.get(name), list)), None)
        if isinstance(feed, dict)
        else feed
    )
    if not isinstance(inside, list) or not depth:
        yield feed
        return
    runs = {"organization": {"name": feed["name"]}} if isinstance(feed, dict) and "name" in feed else {}
    for item in inside:
        for service in _services(item, depth - 1):
            yield {**runs, **service} if isinstance(service, dict) else service
