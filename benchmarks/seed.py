"""How fast demonstration data comes in: ``python -m benchmarks.seed [--runs 3000]``.

Seeds a throw-away registry and sets the speed beside a bare COPY of the same text into tables without
triggers, policies, keys or constraints. CPU seconds are those of this process and of its database session:
they hold on a busy machine, where seconds by the clock do not.
"""

import argparse
import os
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from benchmarks.statistics import prepare

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")


class Meter:
    """CPU seconds of the database session whose process id is ``pid`` (this machine only)."""

    def __init__(self, pid: int) -> None:
        self._stat = Path(f"/proc/{pid}/stat")
        self._begun = self._seconds()

    def _seconds(self) -> float:
        fields = self._stat.read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def read(self) -> float:
        return self._seconds() - self._begun


def session_id() -> int:
    from django.db import connection

    connection.ensure_connection()
    return int(connection.connection.get_backend_pid())


def bare_copy(runs: int, centers: int) -> tuple[int, float]:
    """Rows and seconds of a COPY of the same kind of text into temporary tables."""
    from django.db import connection, transaction
    from psycopg2 import sql

    from centers.copying import copy_text
    from config.demo.batch import ORDER, TABLES

    batch = _written(runs, centers)
    with transaction.atomic(), connection.connection.cursor() as cursor:
        for model in ORDER:
            name = sql.Identifier(f"bare_{TABLES[model].name}")
            cursor.execute(
                sql.SQL("CREATE TEMP TABLE {} ON COMMIT DROP AS SELECT * FROM {} WITH NO DATA").format(
                    name, sql.Identifier(TABLES[model].name)
                )
            )
        start = perf_counter()
        for model in ORDER:
            columns = sql.SQL(", ").join(map(sql.Identifier, TABLES[model].columns))
            copy_text(cursor, sql.Identifier(f"bare_{TABLES[model].name}"), columns, batch.lines[model])
        return sum(map(len, batch.lines.values())), perf_counter() - start


def _written(runs: int, centers: int) -> Any:
    """All cases of a recipe as one batch."""
    from django.utils import timezone

    from centers.copying import Loader
    from config.demo.batch import Batch, Place, keys_for
    from config.demo.cases import Nation
    from config.demo.identities import Sealer
    from config.demo.recipe import Recipe
    from config.demo.writing import Writer

    nation = Nation(Recipe(centers=centers, runs=runs, as_of=timezone.localdate()))
    places = [Place(center.index + 1, center.code, 1, (1,)) for center in nation.centers]
    batch = Batch(places, Sealer(), keys_for(Loader(), len(nation.slots)))
    for case in nation.cases():
        Writer(batch, case).write()
    return batch


def measure(runs: int, centers: int, directory: Path) -> None:
    from django.utils import timezone

    from config.demo import seeding
    from config.demo.recipe import Recipe

    rows, seconds = bare_copy(min(runs, 3000), centers)
    print(f"bare COPY               {rows:>10,} rows {seconds:>9.1f} s {rows / seconds:>10,.0f} rows/s")
    session, own, start = Meter(session_id()), process_time(), perf_counter()
    recipe = Recipe(centers=centers, runs=runs, as_of=timezone.localdate())
    rows = seeding.seed(recipe, say=print, directory=directory)
    seconds = perf_counter() - start
    print(f"seeding, by the clock   {rows:>10,} rows {seconds:>9.1f} s {rows / seconds:>10,.0f} rows/s")
    for name, used in (("this process", process_time() - own), ("database session", session.read())):
        print(f"  CPU of {name:<16}{used:>9.1f} s {1e6 * used / rows:>10,.0f} µs per row")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3000)
    parser.add_argument("--centers", type=int, default=40)
    options = parser.parse_args()
    from tests import cluster

    servers = cluster.start_servers()
    try:
        import django
        from django.core.management import call_command

        os.environ["REGISTRY_DATABASE_ROLE"] = "owner"
        django.setup()
        prepare(servers, call_command)
        measure(options.runs, options.centers, servers.home)
    finally:
        from django.db import connections

        connections.close_all()
        cluster.remove_servers(servers)


if __name__ == "__main__":
    main()
