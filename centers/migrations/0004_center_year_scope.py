"""A center's profile is written by the center; society staff read it."""

from django.db import migrations

from centers.rls import EnableScope


class Migration(migrations.Migration):
    dependencies = [("centers", "0003_center_year")]

    operations = [
        EnableScope("centers_centeryear"),
        EnableScope("centers_centeryearevent", history=True),
    ]
