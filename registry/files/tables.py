"""Which files there are and what stands in their columns, derived from the tables of answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from crf.items import Item
from registry.models.identity import IDENTITY_ITEMS, IdentifierKind
from registry.record import CASE_PARTS, ROW_GROUPS, RUN_PARTS
from registry.sections import TABLES

PATIENT_REF, CASE_REF, RUN_NUMBER, ROW_REF = "patient_ref", "case_ref", "run_number", "row_ref"
NOTES = "notes"
CENTER_CODE = "center_code"  # may stand in admissions.csv and must then name the center
PLURALS = {"diagnosis": "diagnoses", "equipment": "equipment"}
TEXT_KINDS = frozenset({"string", "text"})

KEYS_OF: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("patient", "perinatal"), (PATIENT_REF,)),
    **dict.fromkeys(CASE_PARTS, (CASE_REF, PATIENT_REF)),
    **dict.fromkeys(("run", *RUN_PARTS), (CASE_REF, RUN_NUMBER)),
    **dict.fromkeys(ROW_GROUPS, (CASE_REF, RUN_NUMBER, ROW_REF)),
}
"""What names a row in its file, by kind of table."""


@dataclass(frozen=True, eq=False)
class Column:
    """One field: a column of the table of answers called ``kind``, or a sealed identifier."""

    name: str
    item: Item
    kind: str = ""
    field: Any = None
    identifier: IdentifierKind | None = None

    @property
    def is_text(self) -> bool:
        return self.item.kind in TEXT_KINDS

    @property
    def group(self) -> str:
        """The repeating group whose row the cell names; empty for all but references."""
        return getattr(self.field, "group", "")


@dataclass(frozen=True, eq=False)
class FileTable:
    """One file: the rows of one entity of the dictionary."""

    entity: str
    keys: tuple[str, ...]
    columns: tuple[Column, ...]
    spare: frozenset[str] = frozenset()
    """Keys that a header may leave out."""

    @property
    def needed(self) -> tuple[str, ...]:
        return tuple(key for key in self.keys if key not in self.spare)

    @property
    def file(self) -> str:
        return f"{PLURALS.get(self.entity, self.entity + 's')}.csv"

    @cached_property
    def header(self) -> tuple[str, ...]:
        return (*self.keys, *(column.name for column in self.columns), NOTES)

    @cached_property
    def by_name(self) -> dict[str, Column]:
        return {column.name: column for column in self.columns}

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """The tables of answers whose fields stand in this file."""
        return tuple(dict.fromkeys(column.kind for column in self.columns if column.kind))

    @cached_property
    def allowed(self) -> frozenset[str]:
        """Every name a header may hold."""
        return frozenset(self.header) | ({CENTER_CODE} if self.entity == "admission" else frozenset())


def table_of(
    entity: str, keys: tuple[str, ...], models: dict[str, Any], spare: frozenset[str] = frozenset()
) -> FileTable:
    """The file of the tables of answers in ``models`` (by kind). What the registry writes is no column."""
    columns = [
        Column(item.name, item, identifier=kind)
        for kind, item in IDENTITY_ITEMS.items()
        if item.entity == entity
    ]
    columns += [
        Column(field.name, field.item, kind, field)
        for kind, model in models.items()
        for field in model.item_fields()
        if not field.item.system
    ]
    return FileTable(entity, keys, tuple(columns), spare)


def _case_tables() -> Iterator[FileTable]:
    for entity in dict.fromkeys(model.entity for model in TABLES.values()):
        models = {kind: model for kind, model in TABLES.items() if model.entity == entity}
        yield table_of(entity, KEYS_OF[next(iter(models))], models)


CASE_TABLES: tuple[FileTable, ...] = tuple(_case_tables())
BY_ENTITY = {table.entity: table for table in CASE_TABLES}
PATIENTS, ADMISSIONS, RUNS = (BY_ENTITY[entity] for entity in ("patient", "admission", "run"))
TABLE_OF_KIND: dict[str, FileTable] = {kind: BY_ENTITY[model.entity] for kind, model in TABLES.items()}
ROW_TABLES: dict[str, FileTable] = {kind: TABLE_OF_KIND[kind] for kind in ROW_GROUPS}
