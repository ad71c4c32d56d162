"""History of every tracked row, written by database triggers, and who is acting while they fire."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

import pghistory
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, models

from centers.rls import connection_is_usable

M = TypeVar("M", bound=type[models.Model])


def tracked(*, exclude: Sequence[str] = (), **options: Any) -> Callable[[M], M]:
    """Record every insert, update and delete of the model's rows, whatever path they took.

    Triggers are per row: per statement, one bulk update takes minutes. The event keeps a copy of who acted
    as JSON, so that the application's role needs no right on the shared context table.
    """
    return pghistory.track(
        pghistory.InsertEvent(level=pghistory.Row),
        pghistory.UpdateEvent(level=pghistory.Row),
        pghistory.DeleteEvent(level=pghistory.Row),
        exclude=list(exclude) or None,
        context_field=pghistory.ContextJSONField(),
        **options,
    )


@contextmanager
def acting(*, user: Any, reason: str = "", **more: Any) -> Iterator[None]:
    """Say who acts, and why, for every change inside the block.

    ``user`` is a person or None (nobody signed in). Blocks nest: the inner one speaks until it ends, then
    the outer one does again. ``more`` must be JSON values without patient data.
    """
    with pghistory.context() as context:
        outer = dict(context.metadata)
        context.metadata.update({"user": getattr(user, "pk", None), "reason": reason, **more})
        _attach(context)
        try:
            yield
        finally:
            context.metadata.clear()
            context.metadata.update(outer)
            _attach(context)


def _attach(context: Any) -> None:
    """Tell an open transaction at once: COPY goes around the wrapper that tells it with each statement.

    It also takes the name back at the end, as the setting would otherwise live to the end of the transaction.
    """
    if connection.in_atomic_block and connection_is_usable():
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT set_config('pghistory.context_id', %s, true), set_config('pghistory.context_metadata', %s, true)",
                [str(context.id) if context.metadata else "", _json(context.metadata)],
            )


def _json(metadata: dict[str, Any]) -> str:

    return json.dumps(metadata, cls=DjangoJSONEncoder) if metadata else ""
