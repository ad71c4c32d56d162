"""A version is signed while the case is open: none is added to a closed case."""

from django.db import migrations

from registry.walls.cases import Protect


class Migration(migrations.Migration):
    dependencies = [("registry", "0004_firmer_walls")]

    operations = [Protect("registry_submission", refuse="refuse_frozen_case", on="INSERT")]
