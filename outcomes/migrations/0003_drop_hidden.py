from django.conf import settings
from django.db import migrations

NAME = "drop-hidden-answers"


def create_schedule(apps, schema_editor):
    crontab = apps.get_model("django_celery_beat", "CrontabSchedule")
    task = apps.get_model("django_celery_beat", "PeriodicTask")
    night, _ = crontab.objects.get_or_create(minute="40", hour="2", timezone=settings.TIME_ZONE)
    task.objects.get_or_create(name=NAME, defaults={"task": "outcomes.drop_hidden", "crontab": night})


def remove_schedule(apps, schema_editor):
    apps.get_model("django_celery_beat", "PeriodicTask").objects.filter(name=NAME).delete()


class Migration(migrations.Migration):
    """Drop answers hidden for more than 30 days, every night before the figures are compared."""

    dependencies = [
        ("outcomes", "0002_walls"),
        ("django_celery_beat", "0019_alter_periodictasks_options"),
    ]

    operations = [migrations.RunPython(create_schedule, remove_schedule)]
