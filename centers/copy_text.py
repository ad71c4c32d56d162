"""Rows of plain values as text for COPY, one shape per table."""

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models.fields import NOT_PROVIDED

Row = Mapping[str, Any]
_ESCAPES = (("\\", "\\\\"), ("\t", "\\t"), ("\n", "\\n"), ("\r", "\\r"))


class JsonText(str):
    """Text that is JSON already."""


def escaped(text: str) -> str:
    """A text as COPY reads it. Replacing is many times as fast as translating a long text."""
    for sign, written in _ESCAPES:
        text = text.replace(sign, written)
    return text


def cell(value: Any) -> str:
    """A value as COPY reads it; a list is an array."""
    kind = type(value)
    if value is None:
        return "\\N"
    if kind is int or kind is float:
        return repr(value)
    if isinstance(value, str):
        return escaped(value)
    if kind is datetime or kind is date or kind is time:
        return value.isoformat()
    if kind is bool:
        return "t" if value else "f"
    if kind is list:
        return "{" + ",".join(map(str, value)) + "}"
    return _rare(value)


def _rare(value: Any) -> str:
    if isinstance(value, bytes):
        return "\\\\x" + value.hex()
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(f"No column holds a {type(value).__name__}.")


def json_cell(value: Any) -> str:
    """A value of a JSON column; ``JsonText`` is taken as it is."""
    if value is None:
        return "\\N"
    return escaped(value if isinstance(value, JsonText) else json.dumps(value, ensure_ascii=False))


class Table:
    """One table's columns, in the order of its text."""

    def __init__(self, model: type[models.Model], *, numbered: bool = True):
        """``numbered`` is False where the database gives the primary keys."""
        fields = [field for field in model._meta.concrete_fields if numbered or not field.primary_key]
        self.name = model._meta.db_table
        self.columns: list[str] = [str(field.column) for field in fields]
        self._cells = [(field.attname, _writer(field), _default(field)) for field in fields]

    def line(self, row: Row, shared: Row) -> str:
        """The text of one row: its own values, else ``shared`` ones, else the defaults of the model."""
        return "\t".join(
            [
                write(row[name]) if name in row else write(shared[name]) if name in shared else default
                for name, write, default in self._cells
            ]
        )


def _writer(field: Any) -> Callable[[Any], str]:
    return json_cell if isinstance(field, models.JSONField) else cell


def _default(field: Any) -> str:
    return _writer(field)(None if field.default is NOT_PROVIDED else field.get_default())
