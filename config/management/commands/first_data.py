from typing import Any

from django.conf import settings
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand

from centers.models import DemoMarker, User


class Command(BaseCommand):
    help = "Fill an empty registry: with demonstration data, or with an invitation for its first admin."

    def handle(self, *args: Any, **options: Any) -> None:
        if User.objects.filter(is_active=True).exists():
            return
        if settings.REGISTRY_MODE == "demo" and not DemoMarker.objects.exists():
            self._demonstrate()

    def _demonstrate(self) -> None:
        if "seed_demo" in get_commands():
            self.stdout.write("• Making demonstration data …")
            call_command("seed_demo", stdout=self.stdout)
