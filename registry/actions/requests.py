"""A write that arrives twice happens once."""

import hashlib
import json
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from centers.rls import Scope, scope
from registry.actions.refusals import AlreadyDone, OtherPayload
from registry.models import SavedRequest

KEPT_DAYS = 7  # a page that repeats a request later than this is a page nobody has open


def claim(key: UUID, payload: Any, *, user: Any, center: Any) -> SavedRequest:
    """Takes an idempotency key inside the transaction of the write it protects.

    A second request with the key waits for the first one, then gets its answer (``AlreadyDone``); with
    another payload it is refused (``OtherPayload``).
    """
    fingerprint = hashlib.sha256(json.dumps(payload, sort_keys=True, default=str).encode()).hexdigest()
    request, is_new = SavedRequest.objects.get_or_create(
        key=key, defaults={"user": user, "center": center, "fingerprint": fingerprint}
    )
    if is_new:
        return request
    if request.fingerprint != fingerprint or request.user_id != user.pk:
        raise OtherPayload
    raise AlreadyDone(request.answer or {})


def forget(before: datetime) -> int:
    """Drops the answers to requests of before that moment, which nobody repeats any more; how many."""
    with transaction.atomic(), scope(Scope(read="*", write="*")):
        return SavedRequest.objects.filter(created_at__lt=before).delete()[0]


def remember(request: SavedRequest, answer: dict[str, Any]) -> None:
    request.answer = answer
    request.save(update_fields=["answer"])
