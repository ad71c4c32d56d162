"""How a case reads in templates: labels, links and marks."""

from functools import lru_cache
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from crf.codelists.people import SEX
from crf.questions import REASONS, anchor
from registry.actions.refusals import Difference
from registry.case_page.grid import Cell, GridRow, cell_markup
from registry.case_page.open_points import flag_words
from registry.case_page.page import CasePage, link
from registry.codes import mode_class as mode_class_of
from registry.desks.listing import ORDERS, CaseRow, Filters
from registry.flags import Flag
from registry.models.case import STATE_LABELS, CaseState
from registry.models.review import NOTE_LABELS, NoteKind
from registry.progress import SectionProgress
from registry.sections import BY_KEY, TABLES

register = template.Library()

DAYS_FROM = 72  # hours: a longer distance is told in days
TONES = {
    CaseState.DRAFT: "",
    CaseState.SUBMITTED: "info",
    CaseState.RETURNED: "warn",
    CaseState.ACCEPTED: "ok",
    CaseState.LOCKED: "ok",
}


@register.simple_tag
def grid_cell(cell: Cell, row: GridRow, who: str) -> SafeString:
    return cell_markup(cell, row, str(who))


@register.simple_tag
def section_head(progress: SectionProgress) -> SafeString:
    """Counts and chips of a section; the same counts read alike in every case."""
    return _of_section("registry/partials/section_head.html", get_language(), progress)


@register.simple_tag
def rail_item(progress: SectionProgress) -> SafeString:
    """The line of a section in the rail."""
    return _of_section("registry/partials/rail_item.html", get_language(), progress)


@lru_cache(maxsize=4000)
def _of_section(template: str, language: str, progress: SectionProgress) -> SafeString:
    return render_to_string(template, {"section": BY_KEY[progress.key], "progress": progress})


@register.filter
def flag_link(flag: Flag) -> str:
    return link(flag)


@register.filter
def flag_label(flag: Flag) -> str:
    """The field's label, after its row and, when there are several, its run."""
    return flag_words(flag)


@register.filter
def flag_reason(flag: Flag) -> str:
    return str(REASONS.get(flag.reason, flag.reason))


@register.filter
def difference_label(difference: Difference) -> str:
    kind = difference.key.split(".")[0].rstrip("0123456789")
    return str(TABLES[kind].item_field(difference.field).item.label)


@register.filter
def difference_link(difference: Difference) -> str:
    return f"#{anchor(difference.key, difference.field)}"


@register.filter
def state_label(state: str) -> str:
    return str(STATE_LABELS[CaseState(state)])


@register.filter
def state_tone(state: str) -> str:
    return TONES[CaseState(state)]


@register.filter
def note_label(kind: str) -> str:
    return str(NOTE_LABELS[NoteKind(kind)])


@register.filter
def mode_class(run: Any) -> str:
    """The fixed color and shape of a run: ecpr, vv or va."""
    return mode_class_of(run.support_type, run.initial_mode)


@register.filter
def mode_text(run: Any) -> str:
    """Mode, and ECPR where the run is one."""
    mode = run.initial_mode or ""
    return " · ".join(part for part in (mode, "ECPR" if run.support_type == 3 else "") if part) or "—"


@register.filter
def sex_and_age(page: CasePage) -> str:
    """Male 58 y, in the units of the age: days to 28, months to two years, then years."""
    place = page.record.place(f"run{page.run_number}")
    sex = page.record.case.patient.item_field("sex").item.codes.label(page.record.case.patient.sex)
    return " ".join(
        part for part in (sex, _age(place.resolve("age_days"), place.resolve("age_years"))) if part
    )


@register.filter
def row_person(row: CaseRow) -> str:
    """Sex and age of a list row."""
    sex = SEX.label(row.case.patient.sex) if row.case.patient.sex is not None else ""
    age = _("%(n)s y") % {"n": row.age} if row.age is not None else ""
    return " ".join(part for part in (sex, age) if part)


@register.filter
def segment_class(state: str) -> str:
    """Fill of one cell in the completeness strip."""
    return {"complete": "f", "partial": "p", "warned": "w", "wrong": "e"}.get(state, "")


@register.simple_tag
def sorted_by(filters: Filters, column: str) -> str:
    """The query that sorts by a column, the other way round if it is sorted so already."""
    order = column if filters.order == f"-{column}" and column in ORDERS else f"-{column}"
    asked = {"state": filters.state, "mode": filters.mode, "year": filters.year, "order": order}
    return urlencode({name: value for name, value in asked.items() if value})


@register.filter
def center_label(center: Any) -> str:
    english = (get_language() or "").startswith("en") and center.center_name_en
    return center.center_name_en if english else center.center_name


@register.filter
def flow_began(hours: int | None) -> str:
    """When the other run began beside this one; ``hours`` is positive where it began earlier."""
    if hours is None:
        return _("at a time that is not known")
    if hours == 0:
        return _("at about the same time")
    if abs(hours) <= DAYS_FROM:
        return (_("%(n)s h earlier") if hours > 0 else _("%(n)s h later")) % {"n": abs(hours)}
    return (_("%(n)s days earlier") if hours > 0 else _("%(n)s days later")) % {"n": round(abs(hours) / 24)}


def _age(days: int | None, years: int | None) -> str:
    if days is None or years is None or days < 0:
        return ""
    if days <= 28:
        return _("%(n)s d") % {"n": days}
    return _("%(n)s mo") % {"n": days // 30} if years < 2 else _("%(n)s y") % {"n": years}
