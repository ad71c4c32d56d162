"""Follow-ups are seen and written by center and mark their case; acceptance does not freeze them."""

from django.db import migrations

from centers.rls import EnableScope
from outcomes.walls import DROP, GUARD, SAME_CENTER
from registry.walls.cases import Protect


class Migration(migrations.Migration):
    dependencies = [("outcomes", "0001_initial")]

    operations = [
        EnableScope("outcomes_followup"),
        EnableScope("outcomes_followupevent", history=True),
        migrations.RunSQL([SAME_CENTER, GUARD], DROP),
        Protect("outcomes_followup", mark="case"),
    ]
