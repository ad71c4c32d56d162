"""The sections of the case page: which parts of the forms they show, in what order.

A section names the dictionary's own section of each table; the fields follow from there. Nothing about
a field (label, range, condition) is repeated here.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from crf.items import Item
from crf.pairs import Pair
from registry.models import (
    Admission,
    Baseline,
    Cannula,
    Course,
    Diagnosis,
    HospitalOutcome,
    ModeSegment,
    Patient,
    Perinatal,
    Run,
    Weaning,
)
from registry.models.parts import Part

TABLES: dict[str, type[Part]] = {
    "patient": Patient,
    "perinatal": Perinatal,
    "admission": Admission,
    "outcome": HospitalOutcome,
    "run": Run,
    "baseline": Baseline,
    "course": Course,
    "weaning": Weaning,
    "diagnosis": Diagnosis,
    "cannula": Cannula,
    "segment": ModeSegment,
}

# Asked in the identity form, as the number and its type are one answer.
BY_IDENTITY_FORM = ("id_document_type",)


@dataclass(frozen=True)
class Block:
    """Fields of one table. ``rows`` makes it a repeating group; ``only`` or ``but`` picks fields by name."""

    kind: str
    title: Pair | None = None
    sections: tuple[str, ...] = ()
    rows: bool = False
    only: tuple[str, ...] = ()
    but: tuple[str, ...] = ()

    def items(self) -> list[Item]:
        return [item for item in TABLES[self.kind].items() if self._shows(item)]

    def _shows(self, item: Item) -> bool:
        if item.system or item.name in self.but:
            return False
        if self.only:
            return item.name in self.only
        return not self.sections or item.section in self.sections


@dataclass(frozen=True)
class Section:
    """A part of the page that is saved with one request. ``per_run`` sections exist for each run."""

    key: str
    title: Pair
    blocks: tuple[Block, ...]
    per_run: bool = False
    hint: Pair | None = None
    identity: bool = False  # opens with the identity form

    def names(self) -> Iterator[tuple[str, str]]:
        """Table kind and name of each field."""
        if self.identity:
            yield from (("patient", name) for name in BY_IDENTITY_FORM)
        for block in self.blocks:
            yield from ((block.kind, item.name) for item in block.items())


SECTIONS: tuple[Section, ...] = (
    Section(
        "patient",
        Pair("Patient", "患者"),
        (
            Block("patient", sections=("Identity",), but=BY_IDENTITY_FORM),
            Block("admission", Pair("Consent", "知情同意"), sections=("Record",)),
        ),
        identity=True,
    ),
    Section("admission", Pair("Admission", "入院"), (Block("admission", sections=("Admission",)),)),
    Section(
        "history",
        Pair("Before ECLS", "上机前基础情况"),
        (
            Block("baseline", Pair("Body size", "体格"), sections=("Body size",)),
            Block("admission", Pair("History", "既往史"), sections=("Body size", "History")),
            Block("baseline", sections=("History",)),
        ),
        per_run=True,
    ),
    Section(
        "perinatal",
        Pair("Birth history", "围产期"),
        (
            Block("perinatal"),
            Block("baseline", sections=("Perinatal (neonates and infants)",)),
        ),
        per_run=True,
        hint=Pair("Under one year of age", "1 岁以下"),
    ),
    Section(
        "run",
        Pair("ECLS run and diagnosis", "ECLS 运行与诊断"),
        (
            Block("run", sections=("Run header",)),
            Block("run", Pair("Diagnosis", "诊断"), sections=("Diagnosis (repeatable)",)),
            Block("diagnosis", Pair("Further diagnoses", "其他诊断"), rows=True),
        ),
        per_run=True,
    ),
    Section(
        "cannulas",
        Pair("Cannulas", "插管"),
        (
            Block("cannula", rows=True),
            Block("run", Pair("Left heart unloading", "左心减压"), sections=("Left heart unloading",)),
        ),
        per_run=True,
    ),
    Section(
        "modes",
        Pair("Mode changes", "模式变更"),
        (
            Block("run", sections=("Mode segments (repeatable)",)),
            Block("segment", Pair("Mode segments", "模式阶段"), rows=True),
        ),
        per_run=True,
    ),
    Section(
        "course",
        Pair("Procedures and blood products", "操作与血制品"),
        (Block("course"),),
        per_run=True,
    ),
    Section("weaning", Pair("Weaning", "撤机"), (Block("weaning"),), per_run=True),
    Section("outcome", Pair("Discharge and outcome", "出院与结局"), (Block("outcome"),)),
)


BY_KEY = {section.key: section for section in SECTIONS}
# The one section each field is asked in.
HOME: dict[tuple[str, str], str] = {place: found.key for found in SECTIONS for place in found.names()}
# The table that holds a field; names are unique over the forms.
KIND_OF: dict[str, str] = {name: kind for kind, name in HOME}
