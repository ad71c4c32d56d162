from typing import Any

from django.conf import settings
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand

from centers.models import DemoMarker, User


class Command(BaseCommand):
    help = "Fill a demonstration that has nobody in it yet with invented centers, people and patients."

    def handle(self, *args: Any, **options: Any) -> None:
        empty = not (DemoMarker.objects.exists() or User.objects.filter(is_active=True).exists())
        if settings.REGISTRY_MODE == "demo" and empty and "seed_demo" in get_commands():
            self.stdout.write("• Making demonstration data …")
            call_command("seed_demo", stdout=self.stdout)
