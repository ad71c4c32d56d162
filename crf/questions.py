"""A field as the page asks it: control, answer, range, missing reasons and what was found wrong."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.safestring import SafeString

from crf import markup
from crf.answering import entered_unit
from crf.codes import CodeList
from crf.entry import in_plain_digits
from crf.fields import DAY_PRECISION, PAST_DAYS
from crf.items import MISSING_LABELS, Bounds, Item
from crf.models import Answers
from crf.offered import Choice, choices, is_uncoded, rows_as_choices
from crf.pairs import Pair, listed
from crf.slips import Slip
from crf.units import measured, unit_label

SEGMENTED = 6  # up to six options stand side by side
SELECTED = 15  # up to fifteen are a select, more are searched
CROWDED = 130  # pixels a list has beside the reasons why there is no answer, on a third of the row
REASONS = {
    "verified": Pair("Checked against the source, correct", "已核对原始记录，属实"),
    "limit": Pair("Detection limit of the instrument", "检测仪下限/上限"),
    "later": Pair("Check later", "稍后核对"),
    "other": Pair("Other reason", "其他原因"),
}
NOT_SETTLED = frozenset({"", "later"})
WIDE_KINDS = frozenset({"multi_choice", "text"})


@dataclass(frozen=True)
class Problem:
    """A message at a field. A warning has a rule and takes a reason."""

    rule: str
    message: Pair
    is_error: bool
    reason: str = ""

    @property
    def is_settled(self) -> bool:
        return self.reason not in NOT_SETTLED

    @property
    def reasons(self) -> list[Choice]:
        """What may be said about the warning; own words stand for "other"."""
        return [Choice(code, str(label), code == self._code) for code, label in REASONS.items()]

    @property
    def own_words(self) -> str:
        return self.reason if self.reason and self.reason not in REASONS else ""

    @property
    def reason_text(self) -> str:
        return str(REASONS.get(self.reason, self.reason))

    @property
    def _code(self) -> str:
        return "other" if self.own_words else self.reason


@dataclass
class Question:
    """One field of a row of answers. ``name`` is its name in the form: row key, dot, field."""

    key: str
    item: Item
    part: Answers
    shown: bool = True
    required: bool = False
    age_group: str | None = None
    problems: Sequence[Problem] = ()
    read_only: bool = False
    slip: Slip | None = None
    references: Sequence[tuple[str, str]] = ()  # rows this field may name: position and words
    recent: Sequence[str] = ()  # codes used lately, which a search shows first
    in_cell: bool = False  # in a table: one line high, the label is the column's

    @property
    def name(self) -> str:
        return f"{self.key}.{self.item.name}"

    @property
    def id(self) -> str:
        return anchor(self.key, self.item.name)

    @property
    def written(self) -> Any:
        return self.part.displayed(self.item.name)

    @property
    def shown_text(self) -> str:
        """The answer as a reader sees it: labels, units and missing reasons in words."""
        if reason := self.missing:
            return str(MISSING_LABELS[reason])
        if self.item.kind == "reference":
            return dict(self.references).get(self.written, self.written)
        if self.item.codes:
            value = getattr(self.part, self.item.name)
            codes = value if isinstance(value, list) else [value] if value is not None else []
            return listed(self.item.codes.label(code) for code in codes)
        text = self.written
        return measured(text, self.unit) if text else ""

    @property
    def shown_value(self) -> str:
        """The same without the unit, for a column that names it."""
        return self.shown_text if self.missing or self.item.codes else str(self.written)

    @property
    def missing(self) -> Any:
        return self.part.missing(self.item.name)

    @property
    def missing_choices(self) -> list[Choice]:
        return [
            Choice(str(reason), str(MISSING_LABELS[reason]), reason == self.missing)
            for reason in self.item.missing_reasons
        ]

    @property
    def control(self) -> str:
        """Which control asks it: seg, select, checks, number, moment, text or note."""
        kind = self.item.kind
        if kind == "reference":
            return "select"
        if kind == "choice":
            few = len(_codes(self.item).options) <= self._segments
            return "seg" if few and not self.in_cell else "select"
        return {"multi_choice": "checks", "integer": "number", "decimal": "number", "text": "note"}.get(
            kind, "moment" if kind in ("datetime", "date", "time") else "text"
        )

    @property
    def _segments(self) -> int:
        """Long labels do not stand side by side."""
        longest = max((len(option.en) for option in _codes(self.item)), default=0)
        return SEGMENTED if longest <= 26 else 3

    @property
    def width(self) -> str:
        """Columns of the field grid of six."""
        if self.item.kind in WIDE_KINDS:
            return "w6"
        if self.control == "seg":
            return "w2" if self._seg_width <= 250 else "w4" if self._seg_width <= 510 else "w6"
        return "w3" if self.is_searched or self._is_crowded else "w2"

    @property
    def _is_crowded(self) -> bool:
        """The longest answer of a list would not fit beside the reasons why there is none."""
        if self.control != "select" or not self.item.codes or not self.item.missing_reasons:
            return False
        return max(_english_room(option.label) for option in self.item.codes) > CROWDED

    @property
    def _seg_width(self) -> float:
        """Pixels the segments take in the wider of the two languages; answers share their room equally."""
        answers = [option.label for option in _codes(self.item)]
        reasons = [MISSING_LABELS[reason] for reason in self.item.missing_reasons]
        return max(
            len(answers) * max(map(room, answers)) + sum(map(room, reasons))
            for room in (_english_room, _chinese_room)
        )

    @property
    def choices(self) -> list[Choice]:
        given = self.written
        if self.item.kind == "reference":
            return rows_as_choices(self.references, given)
        return choices(
            _codes(self.item), given if isinstance(given, list) else [given], searched=self.is_searched
        )

    @property
    def is_uncoded(self) -> bool:
        """The answer says no more than that the diagnosis is another one."""
        return is_uncoded(self.item.codes, self.value)

    @property
    def is_searched(self) -> bool:
        """Long lists get a box to type into."""
        return (
            self.item.codes is not None
            and self.control == "select"
            and len(self.item.codes.options) > SELECTED
        )

    @property
    def unknown_code(self) -> str:
        """The list's own code for "unknown", which the U key chooses."""
        codes = self.item.codes
        return "" if codes is None or codes.unknown is None else str(codes.unknown)

    @property
    def unit(self) -> str:
        return entered_unit(self.part, self.item.name) or self.item.unit

    @property
    def unit_label(self) -> str:
        return unit_label(self.unit)

    @property
    def own_unit(self) -> str:
        """The unit the answer is stored in, as it reads on the page."""
        return unit_label(self.item.unit)

    @property
    def slip_text(self) -> str:
        """What was probably meant: the number in another unit; a fraction needs no word for it."""
        unit = unit_label(self.slip.unit) if self.slip and self.slip.unit != "fraction" else ""
        return f"{self.written} {unit}".rstrip()

    @property
    def units(self) -> list[Choice]:
        """The stored unit first, then the others it may be entered in."""
        return [Choice(name, unit_label(name), name == self.unit) for name in self.item.units]

    @property
    def reason_hint(self) -> str:
        """What to do about a warning, where it is not the form's usual advice."""
        return ""

    @property
    def usual(self) -> Bounds | None:
        """The usual range, drawn beside the value."""
        return self.item.soft.of(self.age_group) if self.item.soft else None

    @property
    def possible(self) -> Bounds | None:
        return self.item.hard.of(self.age_group) if self.item.hard else None

    @property
    def value(self) -> Any:
        return getattr(self.part, self.item.name)

    @property
    def usual_text(self) -> str:
        return " – ".join(in_plain_digits(limit) for limit in self.usual) if self.usual else ""

    @property
    def errors(self) -> list[Problem]:
        return [problem for problem in self.problems if problem.is_error]

    @property
    def warnings(self) -> list[Problem]:
        return [problem for problem in self.problems if not problem.is_error]

    @property
    def mark(self) -> str:
        """The class of a control something was found wrong with."""
        return "is-invalid" if self.errors else "is-warning" if self.warnings else ""

    @property
    def tone(self) -> str:
        """How the range strip marks the value: e impossible, w unusual."""
        return "e" if self.errors else "w" if self.warnings else ""

    @property
    def when(self) -> str:
        """The condition as JSON, for the browser."""
        return json.dumps(self.item.when.tree, separators=(",", ":")) if self.item.when else ""

    @property
    def day_allowed(self) -> bool:
        """A time that may be known to the day only."""
        return self.item.name in DAY_PRECISION

    @property
    def is_past(self) -> bool:
        """A day that cannot be to come."""
        return self.item.name in PAST_DAYS

    @property
    def look(self) -> tuple[Any, ...]:
        """All that decides how it looks beside its item, its name and an answer that is typed."""
        given = self.written if self.item.codes else ""
        return (
            type(self),
            *(self.shown, self.required, self.read_only, self.in_cell),
            *(self.missing, self.unit, self.usual, tuple(self.recent)),
            tuple(given) if isinstance(given, list) else given,
        )

    @cached_property
    def options(self) -> SafeString:
        return markup.options(self)

    @cached_property
    def judged(self) -> SafeString:
        return markup.judged(self)

    @property
    def as_field(self) -> SafeString:
        """With its label, on the grid of six columns."""
        return markup.filled("crf/question.html", self)

    @property
    def as_cell(self) -> SafeString:
        """In a table, under the label of its column."""
        return markup.filled("crf/cell.html", self)

    @property
    def described_by(self) -> str:
        """The element below the control that holds what the server says of the answer."""
        return f"{self.id}-help"


def anchor(key: str, name: str) -> str:
    """The id of a field's control on the page."""
    return f"f-{key.replace('.', '-')}-{name}"


def _english_room(label: Pair) -> float:
    """Pixels of a segment: letters and padding."""
    return len(label.en) * 6.4 + 17


def _chinese_room(label: Pair) -> float:
    return sum(13.0 if character > "\u02ff" else 7.0 for character in label.zh) + 17


def _codes(item: Item) -> CodeList:
    if item.codes is None:
        raise TypeError(f"{item.name} has no code list")
    return item.codes
