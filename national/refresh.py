"""One refresh of the national figures, from change marks to public versions, and the nightly comparison."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from national.facts.refresh import (
    Busy,
    Changes,
    consume_marks,
    differing_runs,
    refresh_cases,
    refresh_everything,
    refreshing,
)
from national.models import Audience, RefreshLog, RefreshState, Result
from national.release import release
from national.statistics import STATISTICS
from national.statistics.base import Statistic
from national.store import Moment, stamp, update_statistic
from national.versions import definition_version

log = logging.getLogger(__name__)


@dataclass
class Outcome:
    """What a refresh did, for its log row. ``different`` names what the comparison found wrong."""

    cases: int = 0
    facts: int = 0
    results: int = 0
    full: bool = False
    detail: dict[str, Any] = field(default_factory=dict)
    different: dict[str, Any] = field(default_factory=dict)


def moment_now() -> Moment:
    """The clock, read once at the edge: everything below takes the moment as given."""
    return Moment(timezone.localdate(), timezone.now())


def refresh(moment: Moment, *, full: bool = False, publish: bool = False, wait: bool = True) -> Outcome:
    """Rewrite what was touched (or everything) and the results that depend on it, in one transaction.

    Raises Busy when another refresh is at work and ``wait`` is off.
    """
    with refreshing(wait=wait):
        cases = consume_marks()
        changes = refresh_everything() if full else refresh_cases(cases) if cases else Changes()
        changed = _update(_stale(changes), moment)
        if changed or publish or full or _new_month(moment):
            release(moment.as_of, deliberately=publish)
        stamp(moment)
    results = sum(map(len, changed.values()))
    return Outcome(changes.cases, changes.facts, results, changes.everything, {"changed": changed})


def verify(moment: Moment) -> Outcome:
    """Compare everything stored with what the cases give from nothing, and correct what differs.

    Pending changes are taken in first; what then differs was wrong, and is reported as such.
    """
    with refreshing():
        done = refresh_cases(consume_marks())
        _update(_stale(done), moment)
        wrong_facts = differing_runs()
        if wrong_facts:
            refresh_everything()
        wrong_results = _update([(statistic, None) for statistic in STATISTICS.values()], moment)
        release(moment.as_of)
        stamp(moment)
    outcome = Outcome(done.cases, done.facts, sum(map(len, wrong_results.values())), full=True)
    if wrong_facts or wrong_results:
        outcome.different = {"runs_by_year": wrong_facts, "results": wrong_results}
        log.error("national figures differ from the full recompute: %s", outcome.different)
    return outcome


def recorded(row: RefreshLog, work: Callable[[], Outcome]) -> RefreshLog:
    """Do the work and write into its log row how it ended; a failure is recorded and raised again."""
    try:
        outcome = work()
    except Busy:
        outcome = Outcome(detail={"busy": True})
    except Exception as error:
        row.state, row.error = RefreshState.FAILED, f"{type(error).__name__}: {error}"[:500]
        row.finished_at = timezone.now()
        row.save()
        raise
    row.state = RefreshState.DIFFERENT if outcome.different else RefreshState.DONE
    row.cases, row.facts, row.results = outcome.cases, outcome.facts, outcome.results
    row.full, row.detail = outcome.full, outcome.detail | outcome.different
    row.finished_at = timezone.now()
    row.save()
    return row


def _stale(changes: Changes) -> list[tuple[Statistic, list[int] | None]]:
    """The statistics that read a changed column, with the years concerned; None is all years."""
    if changes.everything:
        return [(statistic, None) for statistic in STATISTICS.values()]
    outdated = _outdated()
    found: list[tuple[Statistic, list[int] | None]] = []
    for statistic in STATISTICS.values():
        reads = statistic.reads | {"state"}  # a lock makes a year final
        years = [year for year, columns in changes.columns.items() if columns & reads]
        if statistic.key in outdated:
            found.append((statistic, None))
        elif years:
            found.append((statistic, sorted(years)))
    return found


def _outdated() -> set[str]:
    """Statistics whose definition or settings changed since they were stored."""
    stored = Result.objects.filter(audience=Audience.SOCIETY).values_list("statistic", "definition_version")
    current = {(key, definition_version(statistic)) for key, statistic in STATISTICS.items()}
    return {key for key, _ in set(stored.distinct()) - current}


def _update(stale: Iterable[tuple[Statistic, list[int] | None]], moment: Moment) -> dict[str, list[Any]]:
    """Recompute and store; for each statistic the years whose figures changed ("all" for all together)."""
    changed = {
        statistic.key: [
            "all" if year is None else year for year in update_statistic(statistic, years, moment)
        ]
        for statistic, years in stale
    }
    return {key: years for key, years in changed.items() if years}


def _new_month(moment: Moment) -> bool:
    """Whether this is the first refresh of a month: the day breakdowns may step."""
    last = (
        Result.objects.filter(audience=Audience.SOCIETY)
        .order_by("-as_of")
        .values_list("as_of", flat=True)
        .first()
    )
    return last is not None and (last.year, last.month) != (moment.as_of.year, moment.as_of.month)
