"""Counts for the operator: pages by route, turns by need and urgency. Never a word, an address or a moment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from prometheus_client import CollectorRegistry, Metric, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.registry import Collector

TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Gauge:
    """Something that is measured when it is asked for."""

    name: str
    told: str
    values: Mapping[str, float]
    """By the label's value; by "" where there is no label."""
    label: str = ""


class Counts(Collector):
    """Everything counted since the process started.

    The library's own counters also tell when each began, and so when the first person asked about something.
    """

    def __init__(self, gauges: Callable[[], Iterable[Gauge]]) -> None:
        self._gauges = gauges
        self._pages: Counter[tuple[str, str]] = Counter()
        self._turns: Counter[tuple[str, str]] = Counter()
        self._registry = CollectorRegistry()
        self._registry.register(self)

    def page(self, route: str, status: int) -> None:
        """Counts a response by its route's pattern and the class of its status: 2xx."""
        self._pages[route, f"{status // 100}xx"] += 1

    def turn(self, need: str, urgency: str) -> None:
        """Counts a turn by the need that was understood, if any, and its class of urgency, if any."""
        self._turns[need or "none", urgency or "none"] += 1

    def collect(self) -> Iterator[Metric]:
        """The counts as Prometheus reads them."""
        pages = CounterMetricFamily("signpost_web_responses", "Responses by route.", labels=("route", "status"))
        turns = CounterMetricFamily("signpost_web_turns", "Turns by need and urgency.", labels=("need", "urgency"))
        for family, counted in ((pages, self._pages), (turns, self._turns)):
            for labels, number in sorted(counted.items()):
                family.add_metric(labels, number)
            yield family
        for gauge in self._gauges():
            measured = GaugeMetricFamily(gauge.name, gauge.told, labels=(gauge.label,) if gauge.label else ())
            for value, measure in gauge.values.items():
                measured.add_metric((value,) if gauge.label else (), measure)
            yield measured

    def text(self) -> bytes:
        """All counts in Prometheus' text format."""
        return generate_latest(self._registry)
