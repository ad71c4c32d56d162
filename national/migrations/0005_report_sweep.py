from django.db import migrations

NAME = "national-resend-reports"


def create_schedule(apps, schema_editor):
    interval = apps.get_model("django_celery_beat", "IntervalSchedule")
    task = apps.get_model("django_celery_beat", "PeriodicTask")
    every, _ = interval.objects.get_or_create(every=5, period="minutes")
    task.objects.get_or_create(name=NAME, defaults={"task": "national.resend_reports", "interval": every})


def remove_schedule(apps, schema_editor):
    apps.get_model("django_celery_beat", "PeriodicTask").objects.filter(name=NAME).delete()


class Migration(migrations.Migration):
    """Send report jobs again whose message or worker was lost."""

    dependencies = [("national", "0004_report_files")]

    operations = [migrations.RunPython(create_schedule, remove_schedule)]
