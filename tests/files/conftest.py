"""A center to load into, as the plain role and through the command."""

from collections.abc import Callable
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from centers.models import Center
from tests.factories.people import make_center


@dataclass
class Answer:
    """What a command said, and whether it refused."""

    text: str
    refused: str = ""

    @property
    def problems(self) -> list[str]:
        return [line for line in self.text.splitlines() if line.startswith(("error", "warning"))]


Load = Callable[..., Answer]


@pytest.fixture
def center(db: None) -> Center:
    return make_center()


@pytest.fixture
def load(center: Center) -> Load:
    """Loads a folder into the center, in English."""

    def run(folder: Path, **options: Any) -> Answer:
        options = {"center": center.center_code, "language": "en", "processes": 1, **options}
        out = StringIO()
        try:
            call_command("load_cases", folder, stdout=out, stderr=StringIO(), **options)
        except CommandError as refusal:
            return Answer(out.getvalue(), str(refusal))
        return Answer(out.getvalue())

    return run


@pytest.fixture
def export(center: Center) -> Callable[..., dict[str, bytes]]:
    """Exports the center and gives the bytes of each file."""

    def run(folder: Path, **options: Any) -> dict[str, bytes]:
        options = {"center": center.center_code, "reason": "test", **options}
        call_command("export_cases", out=folder, stdout=StringIO(), stderr=StringIO(), **options)
        return {path.name: path.read_bytes() for path in sorted(folder.glob("*.csv"))}

    return run
