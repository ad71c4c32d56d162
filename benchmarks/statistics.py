"""How long the national figures take: ``python -m benchmarks.statistics [--runs 100000]``.

Fills a throw-away registry with random accepted cases as superuser (no triggers, so it takes seconds), then
measures as the plain role what the schedule does.
"""

import argparse
import os
from collections.abc import Callable
from functools import partial
from time import perf_counter
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

# Tables in the order of their keys; numbers are made from the case's own number so that every run is the same.
FILL = """
    INSERT INTO centers_center (id, center_code, center_name, center_name_en, center_province, center_city, status,
                                name_pinyin)
    SELECT n, 'B' || n, '中心' || n, 'Center ' || n, (ARRAY['11','31','44','51','33','42','61','21'])[1 + n % 8], '市',
           'active', 'zhong xin ' || n FROM generate_series(1, {centers}) n;
    INSERT INTO registry_patient (id, center_id, number, person_key, document_hash, source_ref, birth_date, sex, notes,
                                  version, updated_at)
    SELECT n, 1 + n % {centers}, 'P' || n, md5(n::text), '', '', CASE n % 10 WHEN 0 THEN date '2023-12-20'
           WHEN 1 THEN date '2015-01-01' ELSE date '1960-01-01' + n % 12000 END, 1 + n % 2, '{{}}', 1, now()
    FROM generate_series(1, {cases}) n;
    INSERT INTO registry_case (id, center_id, patient_id, number, state, dictionary_version, source_ref,
                               submissions_count, created_at, state_changed_at)
    SELECT n, 1 + n % {centers}, n, 'C' || n, 'accepted', '0.2', '', 1, now(), now() FROM generate_series(1, {cases}) n;
    INSERT INTO registry_admission (case_id, center_id, admission_at, admission_source, notes, version, updated_at)
    SELECT n, 1 + n % {centers}, timestamptz '2015-01-01 08:00+08' + make_interval(mins => (n::bigint * 7919 % 5700000)::int), 2,
           '{{}}', 1, now() FROM generate_series(1, {cases}) n;
    INSERT INTO registry_hospitaloutcome (case_id, center_id, discharge_status, discharge_at, died, death_at, notes,
                                          version, updated_at)
    SELECT a.case_id, a.center_id, CASE WHEN dead THEN 6 ELSE 1 END,
           CASE WHEN NOT dead THEN a.admission_at + make_interval(days => (10 + a.case_id % 50)::int) END, dead::int,
           CASE WHEN dead THEN a.admission_at + make_interval(days => (1 + a.case_id % 30)::int) END, '{{}}', 1, now()
    FROM registry_admission a, LATERAL (SELECT a.case_id % 100 < 48 AS dead) d;
    INSERT INTO registry_run (id, case_id, center_id, run_number, support_type, initial_mode, run_start_at, run_stop_at,
                              stop_reason, primary_diagnosis, notes, version, updated_at)
    SELECT a.case_id, a.case_id, a.center_id, 1, 1 + a.case_id % 3, 'VA', a.admission_at + interval '4 hours',
           a.admission_at + make_interval(hours => (10 + a.case_id % 300)::int), 1, 'C01', '{{}}', 1, now()
    FROM registry_admission a;
    INSERT INTO registry_weaning (run_id, center_id, alive_24h_after_stop, vad_after, transplant_type, ecls_restarted,
                                  notes, version, updated_at)
    SELECT id, center_id, (id % 3 > 0)::int, 0, 0, 0, '{{}}', 1, now() FROM registry_run;
    INSERT INTO outcomes_followup (case_id, center_id, source_ref, recorded_at, fu_window, fu_date, fu_method,
                                   fu_vital_status, notes, version, updated_at)
    SELECT o.case_id, o.center_id, '', now(), 'D180', (o.discharge_at + interval '180 days')::date, 2, 1, '{{}}', 1, now()
    FROM registry_hospitaloutcome o WHERE discharge_status = 1 AND o.case_id % 2 = 0;
"""


def fill(servers: Any, runs: int, centers: int) -> None:
    """Write the cases past all triggers and policies."""
    from tests.cluster import superuser_cursor

    with superuser_cursor(servers) as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(FILL.format(centers=centers, cases=runs))
    with superuser_cursor(servers) as cursor:
        cursor.execute("ANALYZE")


def timed(name: str, work: Callable[[], Any], times: int = 1) -> None:
    """Print the best of ``times``."""
    seconds = []
    for _ in range(times):
        start = perf_counter()
        work()
        seconds.append(perf_counter() - start)
    print(f"{name:<58}{min(seconds):>9.3f} s", flush=True)


def measure(runs: int) -> None:
    from django.db import connection

    from centers.rls import EVERYTHING, READ_ALL, scope
    from national import compute
    from national.facts.refresh import differing_runs, refresh_cases, refresh_everything, refreshing
    from national.refresh import moment_now, refresh, verify
    from national.results import latest
    from national.statistics import STATISTICS

    moment = moment_now()

    def touch(number: int) -> None:
        with scope(EVERYTHING), connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO registry_touchedrun (center_id, case_id) SELECT center_id, id FROM registry_case"
                " ORDER BY md5(id::text) LIMIT %s",
                [number],
            )

    def within(work: Callable[[], Any]) -> Callable[[], Any]:
        def run() -> None:
            with refreshing():
                work()

        return run

    timed(f"analysis table of {runs} runs, from nothing", within(refresh_everything))
    timed("everything: table, results, public versions", lambda: refresh(moment, full=True))
    for key, statistic in STATISTICS.items():
        timed(f"  {key}, all years", within(partial(compute.tables, statistic)))
        timed(f"  {key}, one year", within(partial(compute.tables, statistic, [2024])), 3)
    timed("rows of one touched case", within(lambda: refresh_cases([runs // 2])), 3)
    timed("rows of 100 touched cases", within(lambda: refresh_cases(list(range(1, 101)))), 3)
    timed("refresh without changes", lambda: refresh(moment), 3)
    for number in (1, 100):
        touch(number)
        timed(f"refresh after {number} touched (same values)", lambda: refresh(moment))
    _accept_one()
    timed("refresh after one case left the figures", lambda: refresh(moment))
    timed("comparison of the analysis table", within(differing_runs))
    timed("nightly: comparison and all results", lambda: verify(moment))
    with scope(READ_ALL):
        timed("read activity_by_year", lambda: latest("activity_by_year"), 5)
        timed("read survival_one_year", lambda: latest("survival_one_year"), 5)


def _accept_one() -> None:
    """Return an accepted case: the year, and with it its figures, change."""
    from centers.rls import EVERYTHING, scope
    from registry.models import Case

    with scope(EVERYTHING):
        Case.objects.filter(pk=77).update(state="returned")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=100_000)
    parser.add_argument("--centers", type=int, default=400)
    options = parser.parse_args()
    from tests import cluster

    servers = cluster.start_servers()
    try:
        import django
        from django.core.management import call_command

        os.environ["REGISTRY_DATABASE_ROLE"] = "owner"
        django.setup()
        prepare(servers, call_command)
        fill(servers, options.runs, options.centers)
        measure(options.runs)
    finally:
        from django.db import connections

        connections.close_all()
        cluster.remove_servers(servers)


def prepare(servers: Any, call_command: Any) -> None:
    """Create and migrate the database as owner, then be the plain role."""
    from django.db import connection

    from tests import cluster

    plain = dict(connection.settings_dict)
    connection.settings_dict.update(cluster.owner_login())
    if not cluster.has_database(servers):
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    connection.close()
    del os.environ["REGISTRY_DATABASE_ROLE"]
    connection.settings_dict.update(plain, NAME=cluster.TEST_DATABASE, **_plain_login())


def _plain_login() -> dict[str, Any]:
    from config.servers.addresses import connection_settings

    found = connection_settings(os.environ["DATABASE_URL"])
    return {name: found[name] for name in ("USER", "PASSWORD", "HOST", "PORT", "OPTIONS")}


if __name__ == "__main__":
    main()
