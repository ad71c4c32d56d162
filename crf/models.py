"""The abstract table of answers."""

from collections.abc import Callable
from typing import Any, ClassVar

from django.db import models

from crf import notes
from crf.fields import ItemField
from crf.items import Item


class Answers(models.Model):
    """Part of a form: typed answers, what is noted beside them, and the version of the row.

    ``version`` grows by one with each save; a save that names an older one is checked field by field.
    """

    entity: ClassVar[str] = ""  # of the dictionary
    _item_fields: ClassVar[dict[str, Any]]

    notes = notes.NotesField()
    version = models.IntegerField(default=0)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True

    @classmethod
    def item_fields(cls) -> list[Any]:
        """The fields of this table that stand in the dictionary, in its order."""
        return list(cls._fields_by_name().values())

    @classmethod
    def item_field(cls, name: str) -> Any:
        """The field called ``name``. Raises KeyError for anything that is no item."""
        field = cls._fields_by_name().get(name)
        if field is None:
            raise KeyError(name)
        return field

    @classmethod
    def _fields_by_name(cls) -> dict[str, Any]:
        if "_item_fields" not in cls.__dict__:
            fields: list[Any] = [each for each in cls._meta.local_fields if isinstance(each, ItemField)]
            cls._item_fields = {field.name: field for field in fields}
        return cls._item_fields

    @classmethod
    def items(cls) -> list[Item]:
        return [field.item for field in cls._fields_by_name().values()]

    def missing(self, name: str) -> str | None:
        return notes.get(self.notes, "missing", name)

    def rejected(self, name: str) -> str | None:
        return notes.get(self.notes, "rejected", name)

    def is_answered(self, name: str) -> bool:
        """A value or a missing reason; a rejected text is no answer."""
        return getattr(self, name) is not None or self.missing(name) is not None

    def written(self, name: str) -> Any:
        """The answer as files and signed versions carry it: the rejected or entered text, else the value."""
        return self._text(name, self.item_field(name).written)

    def displayed(self, name: str) -> Any:
        """The same as the form shows it."""
        return self._text(name, self.item_field(name).displayed)

    def _text(self, name: str, value_text: Callable[[Any, str], Any]) -> Any:
        if (text := self.rejected(name)) is not None:
            return text
        if entered := notes.get(self.notes, "entered", name):
            return entered["text"]
        return value_text(getattr(self, name), notes.get(self.notes, "precision", name) or "")
