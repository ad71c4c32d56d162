"""What a reviewer must leave alone of a case is held also for those who may write nowhere."""

from django.db import migrations

from centers.rls import EnableScope
from registry.walls.cases import REVIEW_COLUMNS

CASE = EnableScope("registry_case", review_columns=REVIEW_COLUMNS)


class Migration(migrations.Migration):
    dependencies = [("registry", "0009_diagnosis_in_words")]

    operations = [migrations.RunSQL(CASE.column_guard()[0], migrations.RunSQL.noop)]
