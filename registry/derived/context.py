"""What rules may ask beside the answers: the clock, and the run before."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from crf.rules import NotEvaluable
from registry.derived.book import derived


@derived
def now(c: Any) -> datetime:
    return timezone.now()


def _previous_run(c: Any) -> Any:
    earlier = [run for run in c.runs if run.get("run_number") == c.run_number - 1]
    if not earlier:
        raise NotEvaluable("previous run")
    return earlier[0]


@derived
def previous_run_stop_at(c: Any) -> datetime:
    return _previous_run(c).run_stop_at


@derived
def previous_run_ecls_restarted(c: Any) -> int:
    return _previous_run(c).ecls_restarted
