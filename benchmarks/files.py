"""How fast cases come in from files: ``python -m benchmarks.files [--runs 20000] [--processes 2]``.

Writes a folder of complete cases (the example of the templates with a support record a day), loads it into
a throw-away registry with acceptance, loads it again, and exports it. Beside it stands a bare COPY of the same
rows into tables without triggers, policies, keys or constraints. CPU seconds are those of this process with the
processes that judge, and of the database session: they hold on a busy machine, where seconds by the clock do not.
"""

import argparse
import csv
import os
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from io import StringIO
from pathlib import Path
from time import perf_counter
from typing import Any

from benchmarks.seed import Meter, session_id
from benchmarks.statistics import prepare

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

DAYS = 7
SPREAD = 1800  # days over which the cases begin
STAMPS = ("%Y-%m-%d %H:%M", "%Y-%m-%d")


def example() -> dict[str, list[dict[str, str]]]:
    """The rows of one case: the example with a support record a day."""
    from outcomes.files import FollowUpFile
    from registry.files.example import CASE, example_rows

    rows = example_rows() | {"followups.csv": [{"case_ref": CASE, **FollowUpFile.example[0]}]}
    first = rows["support_records.csv"][0]
    for day in range(2, DAYS):
        measured = f"2026-03-{1 + day:02} 12:00"
        rows["support_records.csv"].append(
            first | {"row_ref": str(day), "timepoint": "DAY", "measured_at": measured}
        )
    return rows


def write(folder: Path, runs: int) -> int:
    """The files of that many cases, each on days of its own; returns the number of rows."""
    folder.mkdir()
    written = 0
    for name, rows in ((name, rows) for name, rows in example().items() if rows):
        header = list(dict.fromkeys(column for row in rows for column in row))
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(header)
            for n in range(runs):
                for row in rows:
                    writer.writerow([_own(column, row.get(column, ""), n) for column in header])
            written += runs * len(rows)
    return written


def _own(column: str, cell: str, n: int) -> str:
    if column in ("patient_ref", "case_ref", "medical_record_no", "id_document_no"):
        return f"{cell}-{n:06}"
    if column.startswith("birth") or len(cell) < 10:
        return cell
    for stamp in STAMPS:
        try:
            moment = datetime.strptime(cell, stamp)
        except ValueError:
            continue
        return (moment - timedelta(days=n % SPREAD + 200)).strftime(stamp)
    return cell


def timed(name: str, rows: int, work: Callable[[], Any]) -> None:
    session, own, start = Meter(session_id()), _own_seconds(), perf_counter()
    work()
    seconds, used, database = perf_counter() - start, _own_seconds() - own, session.read()
    print(
        f"{name:<28}{rows:>9,} rows {seconds:>8.1f} s {rows / seconds:>8,.0f} rows/s"
        f"   CPU {used:>7.1f} s here, {database:>7.1f} s database",
        flush=True,
    )


def _own_seconds() -> float:
    """CPU of this process and of the children it has waited for."""
    return sum(os.times()[:4])


def bare_copy(folder: Path, center: Any, by: Any, runs: int) -> None:
    """COPY of the text that loading would put into the tables."""
    from django.db import connection, transaction
    from psycopg2 import sql

    from centers.copying import copy_text, listed
    from registry.files.rows import table_text

    lines = dict(_lines(folder, center, by))
    rows = sum(map(len, lines.values()))
    with transaction.atomic(), connection.cursor() as cursor:
        for model in lines:
            statement = "CREATE TEMP TABLE {} ON COMMIT DROP AS SELECT * FROM {} WITH NO DATA"
            bare = sql.Identifier(f"bare_{model._meta.db_table}")
            cursor.execute(sql.SQL(statement).format(bare, sql.Identifier(model._meta.db_table)))

        def copy() -> None:
            for model, texts in lines.items():
                bare = sql.Identifier(f"bare_{model._meta.db_table}")
                copy_text(connection.connection.cursor(), bare, listed(table_text(model).columns), texts)

        timed("bare COPY", rows, copy)


def _lines(folder: Path, center: Any, by: Any) -> Iterator[tuple[Any, list[str]]]:
    from django.utils import timezone

    from outcomes.files import FollowUpFile
    from registry.files.batches import Grant, Reader
    from registry.files.loading import open_folder
    from registry.files.plans import Known, Planner
    from registry.files.problems import Problems
    from registry.files.rows import Signing

    problems = Problems()
    opened = open_folder(folder, (FollowUpFile(),), problems)
    planner = Planner(opened, Known(center.pk))
    problems.add_all(planner.plan())
    reader = Reader(opened, center, by, opened.annexes, Signing(by.pk, timezone.now(), "measured"))
    judged = reader.read(list(planner.plans.values()), Grant.made_up())
    if problems.errors or judged.problems:
        raise SystemExit(
            f"The example has problems: {[str(each) for each in [*problems.shown, *judged.problems]][:9]}"
        )
    yield from judged.batch.lines.items()


def measure(runs: int, processes: int, place: Path, *, only_accept: bool) -> None:
    from django.core.management import call_command

    from centers.models import Center, User
    from registry.files.folder import Folder

    center = Center.objects.create(center_code="B01", center_name="测试", center_province="11")
    print(f"load average {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores, {date.today()}")
    few, many = place / "few", place / "many"
    write(few, min(runs, 2000))
    rows = write(many, runs)
    bare_copy(few, center, User.objects.system(), runs)

    def load(**options: Any) -> None:
        quiet = StringIO()
        call_command("load_cases", many, center="B01", language="en", stdout=quiet, stderr=quiet, **options)
        print(" " * 4 + quiet.getvalue().strip().splitlines()[-1])

    if only_accept:
        timed("load_cases --accept", rows, lambda: load(processes=processes, accept=True, reason="measured"))
        return
    timed("reading keys alone", rows, lambda: list(Folder(many).open()))
    timed("load_cases --dry-run", rows, lambda: load(processes=processes, dry_run=True))
    timed("load_cases --accept", rows, lambda: load(processes=processes, accept=True, reason="measured"))
    timed("load_cases again, unchanged", rows, lambda: load(processes=processes))
    quiet = StringIO()
    timed(
        "export_cases",
        rows,
        lambda: call_command(
            "export_cases", center="B01", out=place / "out", reason="x", stdout=quiet, stderr=quiet
        ),
    )
    print(f"load average {os.getloadavg()[0]:.1f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=2000)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--only-accept", action="store_true", help="measure the bare COPY and the load alone")
    options = parser.parse_args()
    from tests import cluster

    servers = cluster.start_servers()
    try:
        import django
        from django.core.management import call_command

        os.environ["REGISTRY_DATABASE_ROLE"] = "owner"
        django.setup()
        prepare(servers, call_command)
        measure(options.runs, options.processes, servers.home, only_accept=options.only_accept)
    finally:
        from django.db import connections

        connections.close_all()
        cluster.remove_servers(servers)


if __name__ == "__main__":
    main()
