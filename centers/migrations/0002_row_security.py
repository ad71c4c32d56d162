from django.db import migrations

from centers.rls import EnableScope


class Migration(migrations.Migration):
    """Row-level security for the security log; centers, people, roles and jobs are the named exceptions."""

    dependencies = [("centers", "0001_initial")]

    operations = [EnableScope("centers_securityevent", log=True)]
