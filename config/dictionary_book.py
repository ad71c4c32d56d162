"""The data dictionary as its pages show it: forms, fields, and what each field is tied to."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from pypinyin import Style, lazy_pinyin

from config.condition_words import Named, words
from config.dictionary import STANDING_RULES, every_rule, forms
from config.dictionary_changes import Change, changes_of, earlier_versions, this_version
from crf.codes import CodeList, Option
from crf.dictionary import Form
from crf.entry import in_plain_digits
from crf.items import MISSING_LABELS, Item, Ranges, Requirement, Unit
from crf.pairs import Pair
from crf.rules import Rule
from crf.sources import Source, sources_of
from crf.units import unit_label
from registry.derived import DESCRIPTIONS, Description

KINDS = {
    "integer": Pair("whole number", "整数"),
    "decimal": Pair("number", "数值"),
    "datetime": Pair("date and time", "日期时间"),
    "date": Pair("date", "日期"),
    "time": Pair("time of day", "时刻"),
    "choice": Pair("one choice", "单选"),
    "multi_choice": Pair("several choices", "多选"),
    "string": Pair("one line of text", "单行文本"),
    "text": Pair("text", "文本"),
    "reference": Pair("another row", "关联行"),
    "calculated": Pair("calculated", "自动计算"),
}
REQUIREMENTS = {
    Requirement.REQUIRED: Pair("required", "必填"),
    Requirement.CONDITIONAL: Pair("required if it applies", "适用时必填"),
    Requirement.OPTIONAL: Pair("optional", "选填"),
}
GROUPS = {
    "all": Pair("all ages", "所有年龄"),
    "N": Pair("neonates, to 28 days", "新生儿，28 天以内"),
    "P": Pair("29 days to under 18 years", "29 天至不满 18 岁"),
    "A": Pair("adults, from 18 years", "成人，18 岁及以上"),
}


@dataclass(frozen=True)
class RangeRow:
    """The limits for one age group, written with the item's unit left out."""

    group: Pair
    usual: str
    possible: str


@dataclass(frozen=True)
class FieldPage:
    """One field of a form, with everything that is said about it."""

    form: Form
    entity: str
    item: Item
    rules: tuple[Rule, ...]

    @property
    def name(self) -> str:
        return self.item.name

    @property
    def kind(self) -> Pair:
        return KINDS[self.item.kind]

    @property
    def requirement(self) -> Pair:
        return REQUIREMENTS[self.item.requirement]

    @property
    def unit(self) -> str:
        return unit_label(self.item.unit)

    @property
    def usual(self) -> str:
        """The usual range over all ages, for the list of fields."""
        return _limits(self.item.soft, "") if self.item.soft else ""

    @property
    def ranges(self) -> list[RangeRow]:
        """One row for each age group whose limits are told apart."""
        groups = [group for group in GROUPS if _tells(self.item, group)]
        return [
            RangeRow(GROUPS[group], _limits(self.item.soft, group), _limits(self.item.hard, group))
            for group in groups
        ]

    @property
    def conversions(self) -> list[str]:
        return [_conversion(self.item, unit) for unit in self.item.alt_units]

    @property
    def codes(self) -> CodeList | None:
        return self.item.codes

    @property
    def options(self) -> list[Option]:
        return list(self.item.codes) if self.item.codes else []

    @property
    def has_groups(self) -> bool:
        return any("group_en" in option.facts for option in self.options)

    @property
    def other_language(self) -> str:
        """The name, in itself, of the language the page is not in."""
        return str(Pair("中文", "English"))

    @property
    def missing_reasons(self) -> list[Pair]:
        return [MISSING_LABELS[reason] for reason in self.item.missing_reasons]

    @property
    def sources(self) -> list[Source]:
        return sources_of(self.item.source)

    @property
    def asked_if(self) -> Pair | None:
        """Its condition in words; None for a field that is asked of everybody."""
        return words(self.item.when.tree, _named) if self.item.when else None

    @property
    def asked_after(self) -> list["FieldPage | Pair"]:
        """The fields its condition looks at, and the labels of derived variables."""
        names = sorted(self.item.when.names) if self.item.when else []
        return [book().fields.get(name) or DESCRIPTIONS[name].label for name in names]

    @property
    def decides(self) -> list["FieldPage"]:
        """The fields that are asked or not by the answer here."""
        return [
            page for page in book().fields.values() if page.item.when and self.name in page.item.when.names
        ]

    @cached_property
    def changes(self) -> list[Change]:
        return changes_of(self.name, book().versions)

    @cached_property
    def words(self) -> str:
        """What a search looks in: name, labels, pinyin and its initials, definition."""
        label = self.item.label
        sounds = "".join(lazy_pinyin(label.zh))
        initials = "".join(lazy_pinyin(label.zh, style=Style.FIRST_LETTER))
        parts = (self.name, *label, sounds, initials, *self.item.definition, self.item.unit)
        return "|".join(parts).lower()

    def matches(self, words: list[str]) -> bool:
        return all(word in self.words for word in words)


@dataclass(frozen=True)
class DerivedEntry:
    """A value that is computed and never typed."""

    name: str
    described: Description

    @property
    def unit(self) -> str:
        return unit_label(self.described.unit)


@dataclass(frozen=True)
class FormPart:
    """A form with those of its fields that are shown, by section."""

    form: Form
    fields: list[FieldPage]

    @property
    def sections(self) -> list[tuple[str, list[FieldPage]]]:
        found: dict[str, list[FieldPage]] = {}
        for page in self.fields:
            found.setdefault(page.item.section, []).append(page)
        return list(found.items())


class Book:
    """The whole dictionary, read once: it changes with the code only."""

    def __init__(self) -> None:
        self.forms = forms()
        rules = every_rule()
        self.pages = [
            FieldPage(form, item.entity or entity, item, tuple(r for r in rules if item.name in r.fields))
            for form in self.forms
            for entity, item in form.items
        ]
        # The center's code stands on two forms; its page is that of the case.
        self.fields = {page.name: page for page in reversed(self.pages)}
        self.versions = [*earlier_versions(), this_version(self.forms)]

    @property
    def version(self) -> str:
        return str(self.versions[-1]["version"])

    @cached_property
    def derived(self) -> list[DerivedEntry]:
        """The values the registry computes, by name."""
        return [DerivedEntry(name, DESCRIPTIONS[name]) for name in sorted(DESCRIPTIONS)]

    @cached_property
    def rule_count(self) -> int:
        return len(every_rule()) + len(STANDING_RULES)

    def parts(self, search: str = "", form: str = "") -> Iterator[FormPart]:
        """The forms with the fields a search finds, in the order of the forms."""
        words = search.lower().split()
        for each in self.forms:
            if form and str(each.number) != form:
                continue
            found = [page for page in self.pages if page.form is each and page.matches(words)]
            if found:
                yield FormPart(each, found)


@cache
def book() -> Book:
    return Book()


AGE_GROUPS = CodeList(
    "age_group",
    ("Age group", "年龄分组"),
    [Option(code, *GROUPS[code]) for code in ("N", "P", "A")],
)


def _named(name: str) -> Named:
    """A field of the forms, or a value computed from them."""
    if found := book().fields.get(name):
        return Named(found.item.label, found.item.codes)
    return Named(DESCRIPTIONS[name].label, AGE_GROUPS if name == "age_group" else None)


def _tells(item: Item, group: str) -> bool:
    return any(group in ranges.by_group for ranges in (item.soft, item.hard) if ranges)


def _limits(ranges: Ranges | None, group: str) -> str:
    if ranges is None:
        return ""
    low, high = ranges.of(group or None)
    return f"{in_plain_digits(low)} – {in_plain_digits(high)}"


def _conversion(item: Item, unit: Unit) -> str:
    return f"1 {unit_label(item.unit)} = {unit.factor.normalize():.6g} {unit_label(unit.name)}"
