"""Texts of the data dictionary, which exist in both languages side by side."""

from collections.abc import Iterable
from typing import NamedTuple

from django.utils.translation import get_language


class Pair(NamedTuple):
    """An English and a Chinese text; ``str()`` gives the one of the active language."""

    en: str
    zh: str

    def __str__(self) -> str:
        return self.en if (get_language() or "zh").startswith("en") else self.zh or self.en

    def format(self, **values: object) -> "Pair":
        """Both texts with the same values put in."""
        return Pair(self.en.format(**values), self.zh.format(**values))


def listed(texts: Iterable[str]) -> str:
    """Several texts on one line."""
    return str(Pair("; ", "；")).join(texts)
