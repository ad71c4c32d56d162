"""Words of follow-up in templates."""

from datetime import date
from typing import Any

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from crf.codelists.people import SEX
from outcomes.courses import Followed
from outcomes.due import Due, Group
from outcomes.models import FollowUp
from outcomes.mrs import GRADES
from outcomes.windows import Status, Task, Why
from registry.actions.refusals import Difference
from registry.codes import mode_class
from registry.derived import whole_years

register = template.Library()

TONES = {Status.OVERDUE: "err", Status.OPEN: "warn", Status.DONE: "ok"}
INFANT_DAYS, TODDLER_YEARS = 28, 2


@register.filter
def person(followed: Followed, as_of: date) -> str:
    """Sex and present age: Male 58 y."""
    sex = SEX.label(followed.sex)
    return " ".join(part for part in (sex, _age(followed.birth_date, as_of)) if part)


def _age(born: date | None, on: date) -> str:
    """Days to 28, months to two years, then years."""
    if born is None or born > on:
        return ""
    days, years = (on - born).days, whole_years(born, on)
    if days <= INFANT_DAYS:
        return _("%(n)s d") % {"n": days}
    return _("%(n)s mo") % {"n": _months(born, on)} if years < TODDLER_YEARS else _("%(n)s y") % {"n": years}


def _months(born: date, on: date) -> int:
    return (on.year - born.year) * 12 + on.month - born.month - (on.day < born.day)


@register.filter
def mode_kind(followed: Followed) -> str:
    """va, vv or ecpr."""
    return mode_class(followed.support_type, followed.initial_mode)


@register.filter
def mode_words(followed: Followed) -> str:
    """ECPR, else the mode it began with."""
    return "ECPR" if mode_kind(followed) == "ecpr" else followed.initial_mode or "—"


@register.filter
def group_title(group: Group) -> str:
    titles = {Group.OVERDUE: _("Overdue"), Group.SOON: _("Next two weeks"), Group.LATER: _("Later")}
    return titles[group]


@register.filter
def late_by(task: Task, as_of: date) -> str:
    """Overdue by 8 days; empty when it is not."""
    if task.status != Status.OVERDUE:
        return ""
    days = task.days_overdue(as_of)
    return ngettext("Overdue by %(n)s day", "Overdue by %(n)s days", days) % {"n": days}


@register.filter
def status_words(task: Task) -> str:
    """What became of a window, in words."""
    if task.why:
        reasons = {
            Why.IN_HOSPITAL: _("In hospital"),
            Why.DEATH: _("Closed: died"),
            Why.DECLINED: _("Closed: declined contact"),
            Why.MISSED: _("Missed"),
        }
        return reasons[task.why]
    words = {
        Status.UPCOMING: _("Not open yet"),
        Status.OPEN: pgettext("window", "Open"),
        Status.OVERDUE: _("Overdue"),
        Status.DONE: _("Recorded"),
    }
    return words[task.status]


@register.filter
def status_tone(task: Task) -> str:
    """The color of its mark."""
    return TONES.get(task.status, "")


@register.filter
def name_of(names: dict[int, str], followed: Followed) -> str:
    """The masked name of a patient."""
    return names.get(followed.patient_id, "")


@register.filter
def entry_url(line: Due) -> str:
    return reverse("outcomes:entry", args=[line.case.number, line.task.window.key])


@register.filter
def mrs_text(value: Any) -> str:
    """What a grade of the modified Rankin scale means."""
    return str(GRADES[int(value)]) if str(value).isdecimal() and int(value) in GRADES else ""


@register.filter
def field_label(difference: Difference) -> str:
    return str(FollowUp.item_field(difference.field).item.label)


@register.filter
def answer_words(value: Any, difference: Difference) -> str:
    """A code of a field in words; anything else as it is."""
    codes = FollowUp.item_field(difference.field).item.codes
    try:
        return codes.label(codes.parse(str(value))) if codes and value else str(value or "—")
    except KeyError:
        return str(value)
