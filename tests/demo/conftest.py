"""A small invented nation, loaded once for all tests of a module and rolled back after them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from centers.models import Center
from centers.rls import Scope, scope
from config.demo import seeding
from config.demo.recipe import Recipe

SMALL = Recipe(centers=6, runs=180, years=3, seed=7, as_of=date(2026, 5, 20))


@pytest.fixture(scope="module")
def seeded(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    """The nation of ``SMALL`` in the database, open to the tests; the directory of its accounts file."""
    directory = tmp_path_factory.mktemp("demo")
    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock(), transaction.atomic():
        patch.setattr(
            seeding.load, "analyze_as_owner", lambda tables: None
        )  # would wait for this transaction
        seeding.seed(SMALL, say=lambda line: None, directory=directory)
        ids = tuple(Center.objects.values_list("pk", flat=True))
        with scope(Scope(read="*", write="*", identity=ids)):
            yield directory
        transaction.set_rollback(True)
