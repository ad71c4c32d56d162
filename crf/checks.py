"""CHECK constraints derived from the dictionary entries.

The database refuses exactly three things: a wrong type (the column), a code outside its list and a
number outside the widest hard range over all age groups. A field has at most one of a value, a
missing reason and a rejected text. Everything else is judged on save and at submission, never here.
"""

from typing import Any, TypeVar

from django.db import models
from django.db.models.expressions import RawSQL

from crf import notes
from crf.fields import Codes, ItemField
from crf.items import Item

ModelType = TypeVar("ModelType", bound=type[models.Model])


def answers(model: ModelType) -> ModelType:
    """Class decorator of a table of answers: gives it the constraints of its items."""
    options = model._meta
    columns: list[Any] = [field for field in options.local_fields if isinstance(field, ItemField)]
    constraints = [_constraint(options.db_table, field.column, _sql(field)) for field in columns]
    sections = ", ".join(f"'{section}'" for section in notes.SECTIONS)
    constraints.append(_constraint(options.db_table, "notes", f"notes - ARRAY[{sections}] = '{{}}'::jsonb"))
    options.constraints = [*options.constraints, *constraints]
    options.original_attrs["constraints"] = options.constraints
    return model


def _constraint(table: str, column: str, sql: str) -> models.CheckConstraint:
    condition = RawSQL(sql, (), output_field=models.BooleanField())  # noqa: S611 - built from our own names
    return models.CheckConstraint(condition=condition, name=f"{table.split('_', 1)[1]}_{column}_valid")


def _sql(field: ItemField) -> str:
    column = f'"{field.name}"'
    value = _value_sql(field.item, column, multiple=isinstance(field, Codes))
    noted = " ".join(
        f"AND (notes #> '{{{section},{field.name}}}') IS NULL" for section in ("missing", "rejected")
    )
    both = f"(notes #> '{{missing,{field.name}}}') IS NULL OR (notes #> '{{rejected,{field.name}}}') IS NULL"
    return f"CASE WHEN {column} IS NULL THEN {both} ELSE {value} {noted} END"


def _value_sql(item: Item, column: str, *, multiple: bool) -> str:
    if item.codes:
        codes = ", ".join(f"{code!r}" for code in item.codes.codes)
        kind = "smallint[]" if item.codes.is_integer else "varchar[]"
        return f"{column} <@ ARRAY[{codes}]::{kind}" if multiple else f"{column} IN ({codes})"
    if item.hard:
        low, high = item.hard.widest
        return f"{column} BETWEEN {low} AND {high}"
    return "TRUE"
