"""When the public sees a new version of the figures.

National totals of a year follow each refresh. Every breakdown keeps its public version until the month is over
(demo: until the next refresh) and then steps only if each of its counts changed by 0 or by at least five:
otherwise the difference of two versions would point at single patients. A year that is locked steps at once, and
so does a version that the society publishes deliberately.
"""

from collections.abc import Iterable
from copy import copy, deepcopy
from datetime import date
from typing import Any

from national.documents import released
from national.models import Audience, Result
from national.policy import breakdowns_follow_each_refresh, policy
from national.stats.canonical import sha256
from national.stats.table import Table, key
from national.store import save

LIVE = "activity_by_year"  # its total of each year is always current
PARTS = {"proportion": ("numerator", "denominator"), "quantiles": ("n",), "curve": ("n", "events")}

Versions = dict[tuple[str, int | None], Result]


def release(as_of: date, *, deliberately: bool = False) -> int:
    """Bring the public versions of all results up to date as far as the rules allow; the number that changed."""
    exact, public, basis = (_results(who) for who in (Audience.SOCIETY, Audience.PUBLIC, Audience.BASIS))
    stepping = {
        place
        for place in exact
        if deliberately or _may_step(exact[place], public.get(place), basis.get(place), as_of)
    }
    live = [place for place in public if place[0] == LIVE and place in exact and place not in stepping]
    versions = [
        _version(exact[place], who) for place in stepping for who in (Audience.PUBLIC, Audience.BASIS)
    ]
    versions += [_with_live_total(public[place], exact[place]) for place in live]
    changed = save(
        [v for v in versions if not _is_stored(v, public if v.audience == Audience.PUBLIC else basis)]
    )
    return changed + _forget(public.keys() - exact.keys())


def _is_stored(version: Result, stored: Versions) -> bool:
    known = stored.get((version.statistic, version.year))
    names = ("sha256", "as_of", "provisional", "definition_version")
    return known is not None and all(getattr(known, name) == getattr(version, name) for name in names)


def _results(audience: Audience) -> Versions:
    return {(r.statistic, r.year): r for r in Result.objects.filter(audience=audience)}


def _may_step(exact: Result, public: Result | None, basis: Result | None, as_of: date) -> bool:
    if public is None or basis is None or not exact.provisional:
        return True
    if public.definition_version != exact.definition_version:
        return True
    if not breakdowns_follow_each_refresh() and (as_of.year, as_of.month) <= (
        public.as_of.year,
        public.as_of.month,
    ):
        return False
    return may_follow(basis.table, exact.table, policy().threshold)


def may_follow(old: Table, new: Table, threshold: int) -> bool:
    """Whether each visible count of two versions is the same or differs by at least ``threshold``."""
    before, after = _visible_counts(old), _visible_counts(new)
    every = {**_counts(old), **_counts(new)}.keys()
    was, now = _counts(old), _counts(new)
    changes = [abs(now.get(c, 0) - was.get(c, 0)) for c in every if c in before or c in after]
    return all(change == 0 or change >= threshold for change in changes)


def _counts(table: Table) -> dict[Any, int]:
    return {place: count for place, count, _ in _each_count(table)}


def _visible_counts(table: Table) -> set[Any]:
    return {place for place, _, visible in _each_count(table) if visible}


def _each_count(table: Table) -> Iterable[tuple[Any, int, bool]]:
    facility = table.get("facility_measures", [])
    for line in table["rows"]:
        for measure, cell in line["cells"].items():
            kind, visible = table["measures"][measure], cell["released"] is not None
            if kind == "count" and measure not in facility:
                yield (key(table, line), measure), cell["value"], visible
            for part in PARTS.get(kind, ()):
                yield (key(table, line), measure, part), cell["value"][part], visible


def _version(exact: Result, audience: Audience) -> Result:
    """An exact result for another audience; the public one keeps released figures only."""
    version = copy(exact)
    version.audience = audience
    version.table = released(exact.table) if audience == Audience.PUBLIC else exact.table
    version.sha256 = sha256(version.table)
    return version


def _with_live_total(public: Result, exact: Result) -> Result:
    """The public version with the total of its year as it is now. Its ``as_of`` stays that of the breakdowns."""
    now = {key(exact.table, line): line for line in released(exact.table)["rows"]}
    table = deepcopy(public.table)
    for line in table["rows"]:
        place = key(table, line)
        if set(place[1:]) == {"all"} and place in now:
            line["cells"] = now[place]["cells"]
    version = copy(public)
    version.table, version.sha256, version.provisional = table, sha256(table), exact.provisional
    return version


def _forget(places: Iterable[tuple[str, int | None]]) -> int:
    """Take away public versions of results that no longer exist."""
    gone = 0
    for statistic, year in places:
        audiences = (Audience.PUBLIC, Audience.BASIS)
        gone += Result.objects.filter(statistic=statistic, year=year, audience__in=audiences).delete()[0]
    return gone
