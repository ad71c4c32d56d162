from typing import Any

from django.core.management.base import BaseCommand, CommandError

from config.catalogs.checking import missing_translations, text_outside_gettext, unused_translations
from config.catalogs.extraction import Message
from config.catalogs.merging import LOCALE, compile_catalogs, contradictions

CHINESE = LOCALE / "zh_Hans"


class Command(BaseCommand):
    help = "List every text of the interface that is not there in both languages."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        compile_catalogs()
        problems = self._list(
            "Translated in two ways", [Message("", text) for text in contradictions(CHINESE)]
        )
        problems += self._list("Not translated into Chinese", missing_translations())
        problems += self._list("Outside of translate tags", text_outside_gettext())
        if options["verbosity"] > 1:
            self.stdout.write("\n".join(["Translated but unused", *unused_translations()]))
        if problems:
            raise CommandError(f"{problems} texts are not there in both languages.")

    def _list(self, heading: str, found: list[Message]) -> int:
        if found:
            self.stdout.write(heading)
        for message in found:
            self.stdout.write(f"  {message.place}  {message.text}")
        return len(found)
