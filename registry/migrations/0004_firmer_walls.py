"""Rows stay where they are, a closed case keeps its own columns, and the birth history marks its cases."""

from django.db import migrations

from registry.walls.cases import FUNCTIONS, Protect


class Migration(migrations.Migration):
    dependencies = [("registry", "0003_more_diagnoses")]

    operations = [
        # The functions of the walls as they now stand take the places of the earlier ones.
        *(migrations.RunSQL(function, migrations.RunSQL.noop) for function in FUNCTIONS),
        Protect("registry_perinatal", mark="perinatal"),
    ]
