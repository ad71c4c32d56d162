"""A small invented nation, generated once; loaded inside the transaction of each test that asks for it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from centers.models import Center
from centers.rls import Scope, scope
from config.demo import seeding
from config.demo.recipe import Recipe

SMALL = Recipe(centers=6, runs=180, years=3, seed=7, as_of=date(2026, 5, 20))


@pytest.fixture
def seeded(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The nation of ``SMALL`` in the database, open to the test; the directory of its accounts file."""
    monkeypatch.setattr(seeding.load, "analyze_as_owner", lambda tables: None)  # waits for this transaction
    seeding.seed(SMALL, say=lambda line: None, directory=tmp_path)
    ids = tuple(Center.objects.values_list("pk", flat=True))
    with scope(Scope(read="*", write="*", identity=ids)):
        yield tmp_path
