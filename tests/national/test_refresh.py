"""From touched cases to stored results and public versions."""

from copy import deepcopy
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from centers.rls import Scope, scope
from national.facts.refresh import differing_runs, refresh_everything, refreshing
from national.models import Audience, Result, RunFact, Snapshot
from national.refresh import refresh, verify
from national.release import may_follow
from national.results import cells, latest, years
from national.snapshots import freeze, table_of
from national.statistics import STATISTICS
from national.stats.table import ALL, column, sums
from registry.models import Case, Run, TouchedRun
from tests.national.builder import START, case, follow_up, move, run

pytestmark = pytest.mark.django_db
TOTAL = {"year": 2024, "age_group": ALL, "support_type": ALL}


def exact(statistic, **place):
    return cells(latest(statistic, audience=Audience.SOCIETY), **place)


def test_marks_are_consumed_and_the_figures_stored(center, refreshed):
    case(center)

    outcome = refreshed()

    assert (outcome.cases, outcome.facts) == (1, 1)
    assert not TouchedRun.objects.exists()
    assert exact("activity_by_year", **TOTAL)["runs"]["value"] == 1
    assert set(Result.objects.values_list("statistic", flat=True)) == set(STATISTICS)


def test_a_second_refresh_changes_nothing(center, refreshed):
    case(center)
    refreshed()
    before = list(Result.objects.order_by("pk").values())

    outcome = refreshed()

    assert (outcome.cases, outcome.facts, outcome.results) == (0, 0, 0)
    assert list(Result.objects.order_by("pk").values()) == before


def test_marks_written_by_raw_sql_count_too(center, refreshed):
    made = case(center)
    refreshed()
    move(made, "returned")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE registry_run SET support_type = 3 WHERE case_id = %s", [made.pk])
    move(made, "accepted")

    refreshed()

    assert exact("activity_by_year", **{**TOTAL, "support_type": "3"})["runs"]["value"] == 1
    assert exact("activity_by_year", **{**TOTAL, "support_type": "2"})["runs"]["value"] == 0


def test_only_statistics_that_read_a_changed_column_are_recomputed(center, refreshed):
    made = case(center, days=10)
    refreshed()

    follow_up(made, "D90", date(2024, 6, 1))
    outcome = refreshed()

    assert set(outcome.detail["changed"]) == {"survival_one_year"}


def test_a_year_without_runs_loses_its_results(center, refreshed):
    made = case(center)
    case(center, runs=[run(START + timedelta(days=400))])
    refreshed()
    assert years(Audience.SOCIETY) == [2024, 2025]

    move(made, "returned")
    refreshed()

    assert years(Audience.SOCIETY) == [2025]
    assert years(Audience.PUBLIC) == [2025]


def test_a_case_that_changes_its_year_leaves_the_old_one(center, refreshed):
    made = case(center)
    refreshed()
    move(made, "returned")
    Run.objects.filter(case=made).update(run_start_at=START + timedelta(days=366))
    move(made, "accepted")

    refreshed()

    assert years(Audience.SOCIETY) == [2025]


def test_a_changed_setting_makes_stored_results_outdated(center, refreshed, settings):
    case(center, runs=[run()])
    refreshed()

    settings.VOLUME_CUT_POINTS = (10, 30)
    refreshed()

    classes = {line["volume_class"] for line in latest("center_scale", audience=Audience.SOCIETY)["rows"]}
    assert classes == {ALL, "1-10", "11-30", "31+"}


def populate(center, other):
    """Eighteen cases over two years with all that statistics look at."""
    made = []
    for n in range(18):
        start = START + timedelta(days=n * 40)
        kind = {"support_type": 1 + n % 3}
        died = n % 3 == 0
        ended = (
            {"status": 6, "died": 1, "death_at": start + timedelta(days=4 + n)}
            if died
            else {"status": 1 + n % 3}
        )
        runs = [run(start, 40 + 7 * n, **kind)]
        if n % 7 == 5:
            runs.append(run(start + timedelta(days=22), 30, **kind))
        born = (
            None
            if n == 20
            else date(2024, 2, 20)
            if n < 2
            else date(2015, 1, 1)
            if n % 4 == 0
            else date(1960, 1, 1)
        )
        made.append(
            case(center if n % 5 else other, person=f"q{n % 15}", born=born, runs=runs, days=35, **ended)
        )
    return made


def stored():
    """All exact results as they are stored."""
    names = ("statistic", "year", "sha256", "provisional")
    return set(Result.objects.filter(audience=Audience.SOCIETY).values_list(*names))


def test_parts_of_every_table_sum_to_its_totals(center, other, refreshed):
    populate(center, other)

    refreshed()

    for statistic in ("activity_by_year", "outcomes", "by_province", "center_scale"):
        table = latest(statistic, audience=Audience.SOCIETY)
        runs = {place: cell["value"] for place, cell in column(table, "runs").items()}
        relations = list(sums(table, runs))
        assert relations
        for total, parts in relations:
            assert runs[total] == sum(runs[part] for part in parts)
    totals = {y: exact("activity_by_year", **{**TOTAL, "year": y})["runs"]["value"] for y in years("society")}
    assert totals == {y: exact("by_province", year=y, province=ALL)["runs"]["value"] for y in totals}
    assert sum(totals.values()) == RunFact.objects.filter(head=True).count()


def test_every_proportion_accounts_for_every_run(center, other, refreshed):
    populate(center, other)
    case(center, status=None, runs=[run(alive_24h_after_stop=None)])

    refreshed()

    for line in latest("outcomes", audience=Audience.SOCIETY)["rows"]:
        found = {name: cell["value"] for name, cell in line["cells"].items()}
        for measure, units in (("survived_ecls", "runs"), ("survived_to_discharge", "first_runs")):
            assert found[measure]["denominator"] + found[measure]["missing"] == found[units]
    assert exact("outcomes", **TOTAL)["survived_ecls"]["value"]["missing"] == 1


def test_medians_of_the_database_are_those_of_the_pure_function(center, other, refreshed):
    from national.stats.quantiles import quantiles

    populate(center, other)

    refreshed()

    minutes = RunFact.objects.filter(head=True, year=2024).values_list("episode_minutes", flat=True)
    ours = quantiles(list(minutes))
    stored_hours = exact("run_duration", **TOTAL)["hours"]["value"]
    assert stored_hours == {"n": ours.n, "median": ours.median / 60, "q1": ours.q1 / 60, "q3": ours.q3 / 60}


EDITS = st.lists(
    st.tuples(
        st.integers(0, 17),
        st.sampled_from(
            ["return", "accept", "withdraw", "type", "death", "follow_up", "person", "year", "stop"]
        ),
    ),
    min_size=1,
    max_size=9,
)


def edit(made, what, n):
    """One change of a case as people make it; changes to frozen cases are refused and skipped."""
    made.refresh_from_db()
    try:
        with transaction.atomic():
            if what == "return" and made.state == "accepted":
                move(made, "returned")
            elif what == "accept" and made.state == "returned":
                move(made, "accepted")
            elif what == "withdraw":
                Case.objects.filter(pk=made.pk).update(withdrawn_at=START)
            elif what == "type":
                Run.objects.filter(case=made).update(support_type=1 + n % 3)
            elif what == "stop":
                Run.objects.filter(case=made).update(stop_reason=12)
            elif what == "year":
                Run.objects.filter(case=made).update(run_start_at=START + timedelta(days=40 * n))
            elif what == "death":
                type(made.outcome).objects.filter(case=made).update(discharge_status=6)
            elif what == "follow_up":
                follow_up(made, f"Y{1 + n % 5}", date(2025, 1, 1) + timedelta(days=n), vital=1 + n % 3)
            elif what == "person":
                type(made.patient).objects.filter(pk=made.patient_id).update(person_key=f"q{n % 7}")
    except DatabaseError:
        pass


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(EDITS)
def test_incremental_equals_full_after_any_edits(center, other, moment, edits):
    with transaction.atomic():
        made = populate(center, other)
        refresh(moment)

        for position, (n, what) in enumerate(edits):
            edit(made[n], what, n)
            if position % 3 == 2:
                refresh(moment)
        refresh(moment)
        incremental, facts = stored(), list(RunFact.objects.order_by("run_id").values())
        with refreshing():
            assert differing_runs() == {}
        refresh(moment, full=True)

        assert list(RunFact.objects.order_by("run_id").values()) == facts
        assert stored() == incremental
        transaction.set_rollback(True)


def test_cost_of_a_refresh_does_not_grow_with_the_number_of_cases(
    center, other, refreshed, django_assert_max_num_queries
):
    made = populate(center, other)
    refreshed()

    for touched in (made[1:2], made[1:9]):
        for one in touched:
            with connection.cursor() as cursor:
                cursor.execute(
                    "INSERT INTO registry_touchedrun (center_id, case_id) VALUES (%s, %s)",
                    [one.center_id, one.pk],
                )
        with django_assert_max_num_queries(20):
            refreshed()


def test_the_nightly_comparison_finds_nothing_wrong(center, other, refreshed, moment):
    populate(center, other)
    refreshed()

    assert verify(moment).different == {}


def test_the_nightly_comparison_reports_and_repairs_a_wrong_fact(center, refreshed, moment, caplog):
    case(center)
    refreshed()
    with refreshing():
        RunFact.objects.update(support_type=1)

    outcome = verify(moment)

    assert outcome.different["runs_by_year"] == {2024: 1}
    assert "differ" in caplog.text
    assert RunFact.objects.get().support_type == 2
    assert verify(moment).different == {}


def test_the_nightly_comparison_reports_and_repairs_a_wrong_result(center, refreshed, moment):
    case(center)
    refreshed()
    with refreshing():
        Result.objects.filter(statistic="by_province", audience="society").update(sha256="0" * 64)

    assert verify(moment).different["results"] == {"by_province": [2024]}
    assert verify(moment).different == {}


def test_a_change_that_waits_for_its_refresh_is_no_difference(center, refreshed):
    made = case(center)
    refreshed()
    move(made, "returned")

    with refreshing():
        assert differing_runs() == {}
        TouchedRun.objects.all().delete()
        assert differing_runs() == {2024: 1}
        refresh_everything()


# What the public sees


def many(center, number, **values):
    return [case(center, runs=[run(**values)]) for _ in range(number)]


def public_runs(**place):
    return cells(latest("activity_by_year"), **{**TOTAL, **place})["runs"]["released"]


def test_public_results_hold_no_exact_figures(center, refreshed):
    many(center, 6)
    refreshed()

    rows = [line for r in Result.objects.filter(audience="public") for line in r.table["rows"]]

    assert rows
    assert all("value" not in cell for line in rows for cell in line["cells"].values())
    reasons = {cell["reason"] for line in rows for cell in line["cells"].values()}
    assert reasons <= {None, "small_cell", "small_denominator"}


def test_who_may_read_which_results(center, other, refreshed):
    many(center, 6)
    refreshed()

    with scope(Scope()):
        assert set(Result.objects.values_list("audience", flat=True)) == {"public"}
        assert public_runs() == 6
    with scope(Scope(read=(center.pk,))):
        assert set(Result.objects.values_list("audience", flat=True)) == {"public"}
    with scope(Scope(read="*", write="*")), pytest.raises(DatabaseError), transaction.atomic():
        Result.objects.create(
            statistic="x", audience="public", as_of=date(2024, 1, 1), computed_at=START, table={}
        )


def test_the_total_follows_each_refresh_and_breakdowns_wait(center, refreshed):
    many(center, 20, support_type=1) + many(center, 20)
    refreshed()
    assert (public_runs(), public_runs(support_type="2")) == (40, 20)

    case(center)
    refreshed()

    assert (public_runs(), public_runs(support_type="2")) == (41, 20)
    assert exact("activity_by_year", **{**TOTAL, "support_type": "2"})["runs"]["value"] == 21
    assert cells(latest("by_province"), year=2024, province="31")["runs"]["released"] == 40


def test_a_breakdown_steps_when_each_count_changed_by_none_or_five(center, refreshed):
    many(center, 20, support_type=1) + many(center, 20)
    refreshed()

    many(center, 5)
    refreshed()

    assert public_runs(support_type="2") == 25


def test_outside_the_demo_a_breakdown_waits_for_the_next_month(center, moment, settings):
    settings.PUBLIC_BREAKDOWNS_AT_EACH_REFRESH = False
    many(center, 20)
    refresh(moment)
    many(center, 5)
    refresh(moment)
    assert (public_runs(), public_runs(support_type="2")) == (25, 20)

    refresh(replace(moment, as_of=date(2026, 12, 1)))

    assert public_runs(support_type="2") == 25


def test_a_locked_year_and_a_deliberate_publication_step_at_once(center, refreshed):
    made = many(center, 20)
    refreshed()
    made += many(center, 1)
    refreshed()
    assert public_runs(support_type="2") == 20

    refreshed(publish=True)
    assert public_runs(support_type="2") == 21

    made += many(center, 1)
    for one in made:
        move(one, "locked")
    refreshed()
    assert public_runs(support_type="2") == 22
    assert latest("activity_by_year")["provisional"] == []


def test_a_curve_does_not_tell_the_number_its_table_withholds(center, refreshed):
    """12 pulmonary first runs are withheld in company of 3 of ECPR; their curve must not print the 12."""
    for number, kind in ((12, 1), (40, 2), (3, 3)):
        for n in range(number):
            died = {"status": 6, "died": 1, "death_at": START + timedelta(days=5)} if n % 2 else {}
            case(center, runs=[run(support_type=kind)], **died)
    refreshed()

    first_runs = column(latest("outcomes"), "first_runs")
    curves = column(latest("survival_one_year"), "survival")

    withheld = {
        kind for (_, age, kind), cell in first_runs.items() if age == ALL and cell["released"] is None
    }
    assert withheld == {"1", "3"}
    assert {
        kind for (year, kind), cell in curves.items() if year == 2024 and cell["released"] is None
    } == withheld


def test_unchanged_versions_are_not_written_again(center, refreshed):
    many(center, 20)
    refreshed()
    before = set(Result.objects.values_list("pk", "computed_at", "sha256"))

    refreshed(full=True)

    assert set(Result.objects.values_list("pk", "computed_at", "sha256")) == before


def test_versions_may_follow_each_other(center, refreshed):
    many(center, 20)
    refreshed()
    old = Result.objects.get(statistic="outcomes", year=2024, audience="society").table
    new = deepcopy(old)
    cell = next(line["cells"]["survived_ecls"] for line in new["rows"] if line["support_type"] == "2")
    assert may_follow(old, new, 5)

    for change, allowed in ((4, False), (5, True)):
        cell["value"]["numerator"] = 20 + change
        assert may_follow(old, new, 5) is allowed


def test_growth_compares_finished_years(center, refreshed):
    many(center, 10)
    many(center, 15, start=START + timedelta(days=365))
    many(center, 20, start=START + timedelta(days=730))

    refreshed()

    growth = {
        y: cells(latest("activity_by_year"), **{**TOTAL, "year": y})["growth"] for y in (2024, 2025, 2026)
    }
    assert growth[2024] == {"released": None, "reason": None}
    assert growth[2025] == {"released": 0.5, "reason": None}
    assert growth[2026] == {"released": None, "reason": None}  # the moment of the test is in 2026


# Editions


def test_equal_results_are_the_same_snapshot(center, refreshed, moment):
    many(center, 12)
    refreshed()

    first = freeze(2024, moment.at)
    again = freeze(2024, moment.at + timedelta(days=3))

    assert first.pk == again.pk
    assert (first.edition, first.provisional) == (0, True)
    assert {table["statistic"] for table in first.results} == set(STATISTICS)
    assert "value" not in table_of(first, "activity_by_year")["rows"][0]["cells"]["runs"]


def test_editions_are_numbered_once_the_year_is_locked(center, refreshed, moment):
    made = many(center, 12)
    refreshed()
    freeze(2024, moment.at)
    for one in made:
        move(one, "locked")
    refreshed()

    assert freeze(2024, moment.at).edition == 1
    assert freeze(2024, moment.at).edition == 1
    assert Snapshot.objects.count() == 2


def test_a_snapshot_knows_nothing_of_later_years(center, refreshed, moment):
    many(center, 12)
    many(center, 30, start=START + timedelta(days=365))
    refreshed()

    snapshot = freeze(2024, moment.at)

    survival = next(table for table in snapshot.results if table["statistic"] == "survival_one_year")
    assert {line["year"] for line in survival["rows"]} == {ALL, 2024}
    assert column(survival, "survival")[ALL, ALL]["value"]["n"] == 12


def test_a_year_without_runs_cannot_be_frozen(center, refreshed, moment):
    refreshed()

    with pytest.raises(ValueError, match="no accepted run"):
        freeze(2019, moment.at)


@pytest.mark.parametrize("act", ["UPDATE national_snapshot SET edition = 9", "DELETE FROM national_snapshot"])
def test_the_database_refuses_to_change_an_edition(center, refreshed, moment, act):
    many(center, 12)
    refreshed()
    freeze(2024, moment.at)

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(act)
