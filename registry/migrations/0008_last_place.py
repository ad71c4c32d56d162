"""Where somebody stopped, so that they can go on there."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("registry", "0007_walls_of_more_forms")]

    operations = [
        migrations.AddField(
            "progress", "last_place", models.CharField(blank=True, default="", max_length=80)
        ),
    ]
