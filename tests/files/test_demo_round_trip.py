"""A whole invented center goes out, comes into another one with acceptance, and goes out the same."""

from io import StringIO
from pathlib import Path

from django.core.management import call_command

from centers.models import Center
from registry.models import Case
from tests.demo.conftest import seeded
from tests.factories.people import make_center

__all__ = ["seeded"]  # the nation of the demonstration, as a fixture of this module

CENTER = "D01"


def run(command: str, *arguments: object, **options: object) -> str:
    out = StringIO()
    call_command(command, *arguments, stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


def exported(folder: Path, code: str) -> dict[str, bytes]:
    run("export_cases", center=code, out=folder, reason="test", signed=True)
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.csv"))}


def test_a_center_of_the_demonstration_goes_round(seeded: Path, tmp_path: Path) -> None:
    first = exported(tmp_path / "first", CENTER)
    cases = Case.objects.filter(center__center_code=CENTER).exclude(state__in=("draft", "returned")).count()
    other: Center = make_center()

    told = run(
        "load_cases",
        tmp_path / "first",
        center=other.center_code,
        accept=True,
        reason="test",
        language="en",
        processes=1,
    )

    assert f"cases new {cases}, changed 0, unchanged 0; accepted {cases}" in told
    assert exported(tmp_path / "second", other.center_code) == first
    again = run("load_cases", tmp_path / "first", center=CENTER, language="en", processes=1)
    assert f"cases new 0, changed 0, unchanged {cases}" in again
