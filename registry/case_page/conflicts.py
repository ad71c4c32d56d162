"""What a person is told when a change cannot simply be taken: two values for one field, or answers that go."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from crf.pairs import Pair
from crf.questions import Question
from registry.actions.refusals import Difference, WouldHide
from registry.actions.saving import PartChange, seen
from registry.case_page.history import last_change
from registry.case_page.page import CasePage
from registry.case_page.saved_answer import control_state
from registry.sections import HOME, SECTIONS, TABLES

NUMBERS = {section.key: number for number, section in enumerate(SECTIONS, 1)}
AND = Pair(", ", "、")


def both_values(page: CasePage, differences: Iterable[Difference]) -> list[dict[str, Any]]:
    """For each field in dispute: what is stored now, who stored it and when, and the version to answer to."""
    return [_both(page, difference) for difference in differences]


def _both(page: CasePage, difference: Difference) -> dict[str, Any]:
    place = page.record.place(difference.key)
    question = page.question(place, difference.field)
    change = last_change(place, difference.field)
    return {
        "name": question.name,
        "seen": seen(place.part, difference.field),
        "version": place.part.version,
        "answer": control_state(question),
        "shown": shown(question),
        "by": change.by if change else "",
        "at": f"{timezone.localtime(change.at):%m-%d %H:%M}" if change else "",
    }


def shown(question: Question) -> str:
    """The answer as a reader sees it, a rejected text as it was typed."""
    return question.part.rejected(question.item.name) or question.shown_text or _("no value")


def would_hide(refusal: WouldHide, changes: Iterable[PartChange]) -> str:
    """The sentence that says first what a change would take out of sight."""
    numbers = Counter(NUMBERS[HOME[place.kind, name]] for place, name in refusal.fields)
    parts = [
        ngettext("{n} answer in section {section}", "{n} answers in section {section}", count).format(
            n=count, section=number
        )
        for number, count in sorted(numbers.items())
    ]
    what = str(AND).join(parts)
    chosen = next((label for change in changes if (label := _chosen(change))), "")
    if chosen:
        said = _("Changing this to {answer} hides {what}. What is hidden is kept for 30 days.")
    else:
        said = _("This change hides {what}. What is hidden is kept for 30 days.")
    return said.format(answer=chosen, what=what)


def _chosen(change: PartChange) -> str:
    """The label of a choice that was made."""
    kind = change.key.partition(".")[0].rstrip("0123456789")
    for name, entry in change.entries.items():
        codes = TABLES[kind].item_field(name).item.codes
        if codes and isinstance(entry.text, str) and entry.text in {str(code) for code in codes.codes}:
            return str(codes.label(codes.parse(entry.text)))
    return ""
