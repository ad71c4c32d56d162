from django.conf import settings
from django.db import migrations

REFRESH, NIGHTLY = "national-refresh", "national-nightly"


def create_schedules(apps, schema_editor):
    """The default, once: what an admin edits later is never overwritten."""
    interval = apps.get_model("django_celery_beat", "IntervalSchedule")
    crontab = apps.get_model("django_celery_beat", "CrontabSchedule")
    task = apps.get_model("django_celery_beat", "PeriodicTask")
    minutes = 1 if settings.REGISTRY_MODE == "demo" else 5
    every, _ = interval.objects.get_or_create(every=minutes, period="minutes")
    night, _ = crontab.objects.get_or_create(minute="30", hour="3", timezone=settings.TIME_ZONE)
    task.objects.get_or_create(
        name=REFRESH, defaults={"task": "national.scheduled_refresh", "interval": every}
    )
    task.objects.get_or_create(name=NIGHTLY, defaults={"task": "national.nightly", "crontab": night})


def remove_schedules(apps, schema_editor):
    apps.get_model("django_celery_beat", "PeriodicTask").objects.filter(name__in=[REFRESH, NIGHTLY]).delete()


class Migration(migrations.Migration):
    """Refresh every few minutes, compare everything every night."""

    dependencies = [
        ("national", "0002_walls"),
        ("django_celery_beat", "0019_alter_periodictasks_options"),
    ]

    operations = [migrations.RunPython(create_schedules, remove_schedules)]
