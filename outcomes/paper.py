"""Form 10 for reading: what was learned in each window, for the preview of a case."""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _

from outcomes.entry import EntryForm
from outcomes.loading import load_contact
from outcomes.models import FollowUp
from outcomes.windows import AT_DISCHARGE, window_key
from registry.paper.sheets import Leaf, Sheet, answered
from registry.record import Record


def follow_up_sheets(record: Record) -> Iterator[Sheet]:
    """One sheet for each window with an answer, in order of time."""
    rows = FollowUp.objects.filter(case=record.case).exclude(fu_window=AT_DISCHARGE)
    for row in sorted(rows, key=lambda row: (row.fu_date is None, row.fu_date, row.pk)):
        yield from _sheet(record, window_key(row.fu_window, row.fu_year))


def _sheet(record: Record, key: str) -> Iterator[Sheet]:
    try:
        contact = load_contact(record.case, key, timezone.localdate())
    except KeyError:  # the case has no such window any more
        return
    form = EntryForm(contact, may_edit=False)
    leaves = [Leaf("", answered(form.first))]
    leaves += [Leaf(group.title, told) for group in form.groups if (told := answered(group.questions))]
    yield Sheet(_("Follow-up at %(window)s") % {"window": contact.task.window.label}, leaves)
