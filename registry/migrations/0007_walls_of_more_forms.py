"""The tables of the further forms stand behind the same walls, and runs that exist get their rows in them."""

from django.db import migrations

from centers.rls import EnableScope
from registry.walls.cases import Protect

ONE_PER_RUN = ["registry_preecls", "registry_ecpr"]
ROWS = ["registry_supportrecord", "registry_equipment", "registry_complication", "registry_infection"]
TABLES = [*ONE_PER_RUN, *ROWS]


def backfill(table: str) -> str:
    """SQL: an empty row for each run. The owner sees runs only in a scope."""
    return f"""
    SELECT set_config('app.read_centers', '*', true);
    INSERT INTO {table} (run_id, center_id, notes, version, updated_at)
    SELECT id, center_id, '{{}}', 0, now() FROM registry_run;
    SELECT set_config('app.read_centers', '', true)
    """


class Migration(migrations.Migration):
    dependencies = [("registry", "0006_more_forms"), ("centers", "0004_center_year_scope")]

    operations = [
        *(migrations.RunSQL(backfill(table), migrations.RunSQL.noop) for table in ONE_PER_RUN),
        *(EnableScope(table) for table in TABLES),
        *(EnableScope(f"{table}event", history=True) for table in TABLES),
        *(Protect(table, refuse="refuse_frozen_run", mark="run") for table in TABLES),
    ]
