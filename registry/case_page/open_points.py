"""Where an open point of a case stands, in words: its section, its run where there are several, its row."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from django.utils import timezone

from registry.case_page.columns import KEY_FIELDS
from registry.case_page.page import link_to
from registry.case_page.row_views import ADD_LABELS, first_words
from registry.flags import Flag
from registry.progress import Unanswered
from registry.record import IDENTITY_FACTS, ROW_GROUPS, Place
from registry.sections import HOME, SECTIONS, Section


def flag_words(flag: Flag) -> str:
    """The label of the field, after its run and row: R2 · Limb ischemia · Onset."""
    row = row_words(flag.place) if flag.kind == flag.place.kind else ""
    return " · ".join(filter(None, [run_words(flag.place), row, str(flag.item.label)]))


def run_words(place: Place) -> str:
    """Which run, where the case has several."""
    return f"R{place.run.run_number}" if place.run and len(place.record.runs) > 1 else ""


def row_words(place: Place) -> str:
    """How somebody tells one row of a group from the others: by its day or its first answer."""
    if place.kind not in ROW_GROUPS:
        return ""
    at = getattr(place.part, "measured_at", None)
    if at:
        return f"{timezone.localtime(at):%m-%d %H:%M}"
    words = first_words(place) if place.kind in KEY_FIELDS else []
    return words[0] if words else f"{ADD_LABELS[place.kind]} {place.part.position}"  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Gap:
    """A field that is still to be answered, with the address of its control on the case page."""

    label: str
    link: str


@dataclass(frozen=True)
class OpenRow:
    """The gaps of one row, or of the fields outside rows (without a name)."""

    name: str
    gaps: tuple[Gap, ...]


@dataclass(frozen=True)
class OpenSection:
    section: Section
    number: int
    run: str
    rows: tuple[OpenRow, ...]

    @property
    def count(self) -> int:
        return sum(len(row.gaps) for row in self.rows)


def open_sections(gaps: Iterable[Unanswered]) -> list[OpenSection]:
    """Unanswered fields by section, in the order of the page, and by row within it."""
    order = [section.key for section in SECTIONS]
    keyed = sorted(gaps, key=lambda gap: (order.index(_section(gap)), run_words(gap.place)))
    return [
        OpenSection(SECTIONS[order.index(key)], order.index(key) + 1, run, tuple(_rows(list(group))))
        for (key, run), group in groupby(keyed, lambda gap: (_section(gap), run_words(gap.place)))
    ]


def _section(gap: Unanswered) -> str:
    return HOME.get((gap.place.kind, gap.item.name), "patient")


def _rows(gaps: list[Unanswered]) -> Iterator[OpenRow]:
    for _, group in groupby(gaps, lambda gap: gap.place.key):
        found = list(group)
        yield OpenRow(row_words(found[0].place), tuple(Gap(str(gap.item.label), _link(gap)) for gap in found))


def _link(gap: Unanswered) -> str:
    return "#identity" if gap.item.name in IDENTITY_FACTS else link_to(gap.place, gap.item.name)
