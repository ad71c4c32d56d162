from datetime import date
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from psycopg2 import OperationalError

from config.demo import seeding
from config.demo.recipe import Recipe


class Command(BaseCommand):
    help = "Fill an empty registry with demonstration data: invented centers, patients, runs and follow-ups."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--centers", type=int, default=Recipe.centers)
        parser.add_argument("--runs", type=int, default=Recipe.runs)
        parser.add_argument(
            "--years", type=int, default=Recipe.years, help="calendar years, this one included"
        )
        parser.add_argument("--seed", type=int, default=Recipe.seed, help="the same seed makes the same data")
        parser.add_argument(
            "--as-of", type=date.fromisoformat, help="the day it is made for (default: today)"
        )
        parser.add_argument("--replace", action="store_true", help="take away demonstration data first")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            recipe = _recipe(options)
            seeding.check_place(replace=options["replace"])
        except (ValueError, seeding.Refused) as reason:
            raise CommandError(str(reason)) from None
        if options["replace"]:
            _remove()
        seeding.seed(recipe, say=self._say, directory=settings.DATA_DIR)
        self._say("• Computing the national figures …")
        call_command("aggregate_statistics", full=True, publish=True, stdout=self.stdout)

    def _say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()


def _remove() -> None:
    try:
        seeding.remove_demo_data()
    except OperationalError as reason:
        message = f"The old data cannot be removed ({str(reason).strip()}). Is DATABASE_OWNER_URL set?"
        raise CommandError(message) from None


def _recipe(options: dict[str, Any]) -> Recipe:
    names = ("centers", "runs", "years", "seed")
    as_of = options["as_of"] or timezone.localdate()
    return Recipe(as_of=as_of, **{name: options[name] for name in names})
