"""Panels that apps above the registry put on the case page.

Imports point one way, so the registry cannot name them: they register in ``AppConfig.ready()``, and the
page loads each by its address, with the case number as only argument.
"""

from dataclasses import dataclass

from django.urls import reverse

from crf.pairs import Pair


@dataclass(frozen=True)
class Panel:
    """One box beside the case; ``url_name`` answers with a fragment of HTML."""

    name: str
    title: Pair
    url_name: str

    def url(self, case_number: str) -> str:
        return reverse(self.url_name, args=[case_number])


_panels: dict[str, Panel] = {}


def register(name: str, title: Pair, url_name: str) -> None:
    """Adds a panel, or replaces the one of the same name."""
    _panels[name] = Panel(name, title, url_name)


def panels() -> list[Panel]:
    return list(_panels.values())
