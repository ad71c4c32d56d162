"""Nightly work on answers. It may run twice or not at all: the next night makes up for it."""

from datetime import timedelta

from celery import shared_task
from django.db import DatabaseError
from django.utils import timezone

from crf.hiding import KEPT_DAYS
from outcomes.models import FollowUp
from registry.actions import requests
from registry.actions.forgetting import drop_hidden, open_rows


@shared_task(name="outcomes.drop_hidden", autoretry_for=(DatabaseError,), max_retries=2, retry_backoff=60)
def drop_old_hidden_answers() -> int:
    """Drop answers hidden for more than 30 days from open cases and from follow-ups, which never freeze.

    The answers to old requests go with them: each saved field leaves one.
    """
    requests.forget(timezone.now() - timedelta(days=requests.KEPT_DAYS))
    before = timezone.now() - timedelta(days=KEPT_DAYS)
    return sum(drop_hidden(rows, before) for rows in [*open_rows(), FollowUp.objects.all()])
