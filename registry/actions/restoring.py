"""Taking the deletion of a row back: it comes again with its old key and content, as an act of its own."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.apps import apps
from django.db import transaction
from django.utils import timezone

from crf.pairs import Pair
from registry import progress, record
from registry.actions.refusals import StateConflict
from registry.actions.saving import Saved, held_case, settle
from registry.flags import flags
from registry.identity.store import facts
from registry.record import ROW_GROUPS
from registry.sections import TABLES

# The page offers it for ten seconds; a slow line and a queue that waits may take longer.
ACCEPTED_FOR = timedelta(minutes=10)
TOO_LATE = Pair("This row can no longer be brought back", "此行已无法恢复")


@dataclass(frozen=True)
class RowName:
    """A stored row of a group: ``complication1.45``."""

    kind: str
    run_number: int
    pk: int

    @classmethod
    def read(cls, key: str) -> "RowName | None":
        """None for anything that names no stored row."""
        head, _, pk = key.partition(".")
        kind = head.rstrip("0123456789")
        number = head[len(kind) :]
        if kind not in ROW_GROUPS or not (number.isascii() and number.isdecimal() and len(number) < 3):
            return None
        return cls(kind, int(number), int(pk)) if pk.isascii() and pk.isdecimal() and len(pk) < 19 else None


@transaction.atomic
def bring_back(number: str, name: RowName, *, by: Any) -> Saved:
    """Puts the row that this person deleted a moment ago where it was.

    The copy is the one the database keeps of every deleted row. A row that exists is left alone. Raises
    StateConflict, PermissionDenied and Case.DoesNotExist.
    """
    case = held_case(number, by)
    if not case.is_editable:
        raise StateConflict
    model: Any = TABLES[name.kind]
    runs = case.runs.filter(run_number=name.run_number)
    if not model.objects.filter(pk=name.pk, run__in=runs).exists():
        _insert(model, _copy(model, name, runs, by))
    held = record.read(case, identity=facts(case))
    settle(held)
    found = flags(held)
    return Saved(held, {}, found, progress.store(held, by, found), [], set())


def _copy(model: Any, name: RowName, runs: Any, by: Any) -> Any:
    """What the history holds of the row, if it was this person who deleted it."""
    events = apps.get_model(model._meta.app_label, f"{model.__name__}Event").objects
    kept = events.filter(pgh_obj_id=name.pk, run_id__in=runs.values("pk")).order_by("-pgh_id").first()
    if kept is None or kept.pgh_label != "delete" or (kept.pgh_context or {}).get("user") != by.pk:
        raise StateConflict(TOO_LATE)
    if timezone.now() - kept.pgh_created_at > ACCEPTED_FOR:
        raise StateConflict(TOO_LATE)
    return kept


def _insert(model: Any, kept: Any) -> None:
    row = model(**{field.attname: getattr(kept, field.attname) for field in model._meta.concrete_fields})
    row.version += 1
    row.save(force_insert=True)
