"""Typed model fields that carry their dictionary entry.

To Django's migrations they are ordinary columns: a changed label or range of usual values is no
migration, a changed type or hard limit is (through the CHECK constraints of ``crf.checks``).
"""

from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.module_loading import import_string

from crf import entry
from crf.codes import CodeList
from crf.conditions import Condition
from crf.entry import Parsed, Rejected
from crf.items import NO_TEXT, Item, Ranges, Requirement
from crf.pairs import Pair
from crf.times import parse_typed, parse_typed_clock


def _item(kind: str, en: str, zh: str, options: dict[str, Any]) -> Item:
    """Takes the dictionary's part out of a field's options."""
    when, required = options.pop("when", ""), options.pop("required", False)
    requirement = Requirement.REQUIRED if required else Requirement.OPTIONAL
    if options.pop("conditional", False):
        requirement = Requirement.CONDITIONAL
    own = {
        name: options.pop(name)
        for name in (
            [
                "section",
                "unit",
                "alt_units",
                "codes",
                "soft",
                "hard",
                "places",
                "source",
                "range_source",
                "entity",
                "name",
                "system",
            ]
        )
        if name in options
    }
    definition = Pair(*options.pop("definition", NO_TEXT))
    return Item(
        label=Pair(en, zh),
        kind=kind,
        requirement=requirement,
        when=Condition(when) if when else None,
        definition=definition,
        **own,
    )


class ItemField:
    """What all fields of the forms share. ``item`` is the dictionary entry."""

    kind = ""
    django_path = ""
    item: Item
    null: bool
    name: str

    def __init__(self, en: str, zh: str, **options: Any):
        self.item = _item(self.kind, en, zh, options)
        options.setdefault("null", True)
        options.setdefault("blank", True)
        super().__init__(**self.column_options(), **options)

    def column_options(self) -> dict[str, Any]:
        return {}

    def deconstruct(self) -> tuple[Any, str, Sequence[Any], dict[str, Any]]:
        name, _, args, kwargs = super().deconstruct()  # type: ignore[misc]
        return name, self.django_path, args, kwargs

    def clone(self) -> Any:
        """The plain column, for migrations and history tables."""
        _, path, args, kwargs = self.deconstruct()
        return import_string(path)(*args, **kwargs)

    def contribute_to_class(self, cls: type[models.Model], name: str, private_only: bool = False) -> None:
        object.__setattr__(self.item, "name", name)
        super().contribute_to_class(cls, name)  # type: ignore[misc]

    def parse(self, raw: Any, *, unit: str = "", anchor: date | None = None) -> Parsed:
        """The value typed as ``raw``. Raises Rejected with the message for the field."""
        raise NotImplementedError

    def written(self, value: Any, precision: str = "") -> Any:
        """The value as files and signed versions carry it; "" for no value."""
        return "" if value is None else str(value)

    def displayed(self, value: Any, precision: str = "") -> Any:
        """The value as a form shows it, which parses to the same."""
        return self.written(value, precision)


class NumberField(ItemField):
    """Shared by whole and decimal numbers: units, places and the widest hard range."""

    def parse(self, raw: Any, *, unit: str = "", anchor: date | None = None) -> Parsed:
        number = self.to_stored(entry.parse_number(raw), unit)
        if self.item.hard:
            low, high = self.item.hard.widest
            if not Decimal(str(low)) <= number <= Decimal(str(high)):
                message = entry.OUT_OF_RANGE.format(
                    low=entry.in_plain_digits(low), high=entry.in_plain_digits(high)
                )
                raise Rejected(message)
        return Parsed(self.typed(number))

    def to_stored(self, number: Decimal, unit: str) -> Decimal:
        """Converted once, exactly, and rounded half-even to the field's places."""
        for other in self.item.alt_units:
            if other.name == unit:
                number = number / other.factor
                return number.quantize(Decimal(1).scaleb(-self.item.places), ROUND_HALF_EVEN)
        return number

    def typed(self, number: Decimal) -> Any:
        raise NotImplementedError


class Number(NumberField, models.IntegerField):
    """A whole number."""

    kind = "integer"
    django_path = "django.db.models.IntegerField"

    def typed(self, number: Decimal) -> int:
        if number != number.to_integral_value():
            raise Rejected(entry.NOT_WHOLE)
        if abs(number) > 2_000_000_000:
            raise Rejected(entry.NOT_A_NUMBER)
        return int(number)


class RowNumber(Number):
    """The row of another repeating group of the same run, named by its ``position`` there.

    A number, not a foreign key: it is typed, imported and kept aside like every other answer, and a
    row that is gone is found by a rule.
    """

    kind = "reference"

    def __init__(self, en: str, zh: str, *, group: str, **options: Any):
        super().__init__(en, zh, hard=Ranges(all=(1, 9999)), **options)
        self.group = group

    def clone(self) -> Any:
        return models.IntegerField(null=True, blank=True)


class DecimalNumber(NumberField, models.DecimalField):
    """A number with a fixed count of decimal places."""

    kind = "decimal"
    django_path = "django.db.models.DecimalField"

    def column_options(self) -> dict[str, Any]:
        return {"max_digits": 12 + self.item.places, "decimal_places": self.item.places}

    def typed(self, number: Decimal) -> Decimal:
        exact = number.quantize(Decimal(1).scaleb(-self.item.places), ROUND_HALF_EVEN)
        if exact != number:
            places = self.item.places
            raise Rejected(Pair(f"At most {places} decimal places", f"最多 {places} 位小数"))
        if abs(exact) >= Decimal(10) ** 12:
            raise Rejected(entry.NOT_A_NUMBER)
        return exact

    def written(self, value: Any, precision: str = "") -> str:
        return "" if value is None else f"{value:.{self.item.places}f}"

    def displayed(self, value: Any, precision: str = "") -> str:
        """Without the zeros that only fill its places."""
        return "" if value is None else entry.shortest(self.written(value))


class Moment(ItemField, models.DateTimeField):  # type: ignore[misc]
    """A date and time to the minute in Asia/Shanghai; day precision where the item allows it."""

    kind = "datetime"
    django_path = "django.db.models.DateTimeField"

    def parse(self, raw: Any, *, unit: str = "", anchor: date | None = None) -> Parsed:
        moment, precision = parse_typed(
            raw, now=timezone.now(), anchor=anchor, time_needed=not self.day_allowed
        )
        return Parsed(moment, precision)

    @property
    def day_allowed(self) -> bool:
        return self.item.name in DAY_PRECISION

    def written(self, value: Any, precision: str = "") -> str:
        if value is None:
            return ""
        local = timezone.localtime(value)
        return f"{local:%Y-%m-%d}" if precision == "day" else f"{local:%Y-%m-%d %H:%M}"


# Times that may be known to the day only; all others carry order or duration (stored at 12:00).
DAY_PRECISION = frozenset(
    [
        "icu_admission_at",
        "icu_discharge_at",
        "decannulated_at",
        "comp_onset_at",
        "comp_end_at",
        "infection_onset_at",
        "vad_at",
        "transplant_at",
    ]
)


class Day(ItemField, models.DateField):  # type: ignore[misc]
    """A calendar date."""

    kind = "date"
    django_path = "django.db.models.DateField"

    def parse(self, raw: Any, *, unit: str = "", anchor: date | None = None) -> Parsed:
        moment, precision = parse_typed(
            raw, now=timezone.now(), anchor=anchor, time_needed=False, past=self.is_past
        )
        return Parsed(_day_of(moment), "" if precision == "day" else precision)

    @property
    def is_past(self) -> bool:
        return self.item.name in PAST_DAYS


# Days that cannot be to come, so that a year of two digits is one that has begun.
PAST_DAYS = frozenset(["birth_date"])


def _day_of(moment: date) -> date:
    return timezone.localtime(moment).date() if isinstance(moment, datetime) else moment


class Clock(ItemField, models.TimeField):
    """A time of day."""

    kind = "time"
    django_path = "django.db.models.TimeField"

    def parse(self, raw: Any, *, unit: str = "", anchor: date | None = None) -> Parsed:
        return Parsed(parse_typed_clock(raw))

    def written(self, value: time | None, precision: str = "") -> str:
        return "" if value is None else f"{value:%H:%M}"


class CodedField(ItemField):
    """Shared by both column types of a choice from a code list."""

    kind = "choice"

    def parse(self, raw: Any, *, unit: str = "", anchor: date | None = None) -> Parsed:
        return Parsed(_code(self.item, raw))


def _codes(item: Item) -> CodeList:
    if item.codes is None:
        raise TypeError(f"{item.name} has no code list")
    return item.codes


def _code(item: Item, raw: Any) -> int | str:
    try:
        return _codes(item).parse(entry.plain_digits(str(raw)))
    except KeyError:
        raise Rejected(entry.NOT_IN_LIST) from None


class NumberCode(CodedField, models.SmallIntegerField):
    """One code of a list of integers."""

    django_path = "django.db.models.SmallIntegerField"


class TextCode(CodedField, models.CharField):
    """One code of a list of texts."""

    django_path = "django.db.models.CharField"

    def column_options(self) -> dict[str, Any]:
        return {"max_length": 12}


def Code(en: str, zh: str, *, codes: CodeList, **options: Any) -> Any:
    """A choice from a code list: an integer or a text column, as the list demands."""
    return (NumberCode if codes.is_integer else TextCode)(en, zh, codes=codes, **options)


class Codes(ItemField, ArrayField):
    """Several codes of a list, kept in the list's order. Empty means nothing chosen: stored null."""

    kind = "multi_choice"
    django_path = "django.contrib.postgres.fields.ArrayField"

    def column_options(self) -> dict[str, Any]:
        base = models.SmallIntegerField() if _codes(self.item).is_integer else models.CharField(max_length=12)
        return {"base_field": base}

    def parse(self, raw: Any, *, unit: str = "", anchor: date | None = None) -> Parsed:
        texts = raw if isinstance(raw, list) else [part for part in str(raw).split(";") if part.strip()]
        chosen = {_code(self.item, text) for text in texts if str(text).strip()}
        return Parsed([code for code in _codes(self.item).codes if code in chosen] or None)

    def written(self, value: Any, precision: str = "") -> list[str]:
        return [str(code) for code in value or []]


class Line(ItemField, models.CharField):
    """One line of text, stored exactly as typed."""

    kind = "string"
    django_path = "django.db.models.CharField"

    def column_options(self) -> dict[str, Any]:
        return {"max_length": 200}

    def parse(self, raw: Any, *, unit: str = "", anchor: date | None = None) -> Parsed:
        return Parsed(entry.check_text(raw, 200))


class Note(ItemField, models.TextField):
    """Free text, stored exactly as typed."""

    kind = "text"
    django_path = "django.db.models.TextField"

    def parse(self, raw: Any, *, unit: str = "", anchor: date | None = None) -> Parsed:
        return Parsed(entry.check_text(raw, 4000))
