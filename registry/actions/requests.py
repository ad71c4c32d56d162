"""A write that arrives twice happens once."""

import hashlib
import json
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from centers.rls import Scope, scope
from registry.actions.refusals import AlreadyDone, OtherPayload
from registry.models import SavedRequest

KEPT_DAYS = 7  # a page that repeats a request later than this is a page nobody has open


# Waits for another request that is about to store the same key; then there is nothing to return.
CLAIM = """
INSERT INTO registry_savedrequest (key, user_id, center_id, fingerprint, created_at)
VALUES (%s, %s, %s, %s, %s) ON CONFLICT (key) DO NOTHING RETURNING id
"""


def claim(key: UUID, payload: Any, *, user: Any, center_id: int) -> SavedRequest:
    """Takes an idempotency key inside the transaction of the write it protects.

    A second request with the key waits for the first one, then gets its answer (``AlreadyDone``); with
    another payload it is refused (``OtherPayload``).
    """
    fingerprint = hashlib.sha256(json.dumps(payload, sort_keys=True, default=str).encode()).hexdigest()
    with connection.cursor() as cursor:
        cursor.execute(CLAIM, [key, user.pk, center_id, fingerprint, timezone.now()])
        found = cursor.fetchone()
    if found:
        return SavedRequest(pk=found[0], key=key)
    earlier = SavedRequest.objects.filter(key=key, fingerprint=fingerprint, user=user).first()
    if earlier is None:
        raise OtherPayload
    raise AlreadyDone(earlier.answer or {})


def forget(before: datetime) -> int:
    """Drops the answers to requests of before that moment, which nobody repeats any more; how many."""
    with transaction.atomic(), scope(Scope(read="*", write="*")):
        return SavedRequest.objects.filter(created_at__lt=before).delete()[0]


def remember(request: SavedRequest, answer: dict[str, Any]) -> None:
    SavedRequest.objects.filter(pk=request.pk).update(answer=answer)
