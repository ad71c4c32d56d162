"""Panels that apps above the registry put on its pages.

Imports point one way, so the registry cannot name them: they register in ``AppConfig.ready()``, and the
page loads each by its address: with the case number on the case page, without arguments on the worklist.
"""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from crf.pairs import Pair

CASE = "case"
WORKLIST = "worklist"


@dataclass(frozen=True)
class Panel:
    """One box of a page; ``url_name`` answers with a fragment of HTML."""

    name: str
    title: Pair
    url_name: str
    place: str = CASE

    def url(self, *args: Any) -> str:
        return reverse(self.url_name, args=args)


_panels: dict[str, Panel] = {}


def register(name: str, title: Pair, url_name: str, place: str = CASE) -> None:
    """Adds a panel, or replaces the one of the same name."""
    _panels[name] = Panel(name, title, url_name, place)


def panels(place: str = CASE) -> list[Panel]:
    return [panel for panel in _panels.values() if panel.place == place]


def addressed(place: str, *args: Any) -> list[tuple[Panel, str]]:
    """The panels of a page with their addresses, in the order they were registered."""
    return [(panel, panel.url(*args)) for panel in panels(place)]
