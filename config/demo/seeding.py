"""From a recipe to a filled registry, in one transaction: an interrupted seeding leaves nothing behind."""

import getpass
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from time import monotonic
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import transaction

from centers import security_log
from centers.copying import Loader
from centers.history import acting
from centers.models import Center, CenterYear, DemoMarker, SecurityEventKind, User
from centers.models.user import SYSTEM_EMAIL
from centers.rls import Scope, scope
from config.demo import load
from config.demo.accounts import FILE, make_staff
from config.demo.batch import TABLES, Batch, Place, keys_for
from config.demo.cases import MadeCase, Nation
from config.demo.centers import DemoCenter, profile
from config.demo.duplicates import add_pairs
from config.demo.identities import Sealer
from config.demo.recipe import Recipe
from config.demo.slots import ARRANGED_CENTERS
from config.demo.writing import Writer
from registry import progress, record
from registry.actions.settling import settle
from registry.identity.store import facts
from registry.models import Case, Serial
from registry.models.case import CaseState

BATCH = 1000  # cases
REASON = "demonstration data"
KEPT_TABLES = ("django_migrations", "django_content_type", "auth_permission", "auth_group")
Say = Callable[[str], None]


class Refused(Exception):
    """Demonstration data may not go there; the message says why."""


def check_place(*, replace: bool) -> None:
    """Raises Refused unless the registry is empty, or holds demonstration data that may be replaced."""
    if settings.REGISTRY_MODE == "production":
        raise Refused("This is a production registry: demonstration data has no place in it.")
    if DemoMarker.objects.exists():
        if not replace:
            raise Refused("Demonstration data is there already. --replace makes it anew.")
    elif Center.objects.exists() or User.objects.exclude(email=SYSTEM_EMAIL).exists():
        raise Refused("The registry holds data that is no demonstration data. It stays as it is.")


def remove_demo_data() -> None:
    """Empty every table of the registry. Only over demonstration data: see ``check_place``."""
    tables = {
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy
    }
    load.empty_as_owner(
        sorted(
            table
            for table in tables
            if table not in KEPT_TABLES and not table.startswith("django_celery_beat")
        )
    )


def seed(recipe: Recipe, *, say: Say, directory: Path) -> int:
    """Fill the empty registry; returns the number of rows, history aside."""
    began = monotonic()
    nation = Nation(recipe)
    say(f"• Planned {len(nation.centers)} centers and {recipe.runs} runs")
    with transaction.atomic():
        DemoMarker.objects.create(recipe=recipe.as_json())
        system = User.objects.system()
        with acting(user=system, reason=REASON, command="seed_demo", operator=getpass.getuser()):
            rows = _fill(nation, say, directory)
            security_log.record(
                SecurityEventKind.COMMAND,
                user=system,
                object="seed_demo",
                operator=getpass.getuser(),
                recipe=recipe.as_json(),
            )
    load.analyze_as_owner(sorted(table.name for table in TABLES.values()))
    seconds = monotonic() - began
    say(
        f"• Loaded {rows:,} rows in {seconds:.1f} s ({rows / seconds:,.0f} rows/s); accounts in {directory / FILE}"
    )
    return rows


def _fill(nation: Nation, say: Say, directory: Path) -> int:
    centers = [_center(center) for center in nation.centers]
    staff = make_staff(centers, directory)
    ids = tuple(center.pk for center in centers)
    places = [
        Place(center.pk, center.center_code, coordinator, staff.reviewers)
        for center, coordinator in zip(centers, staff.coordinators, strict=True)
    ]
    with scope(Scope(read="*", write="*", review="*", identity=ids)):
        _profiles(nation, centers)
        loader = Loader()
        loader.prepare()
        rows = _load(nation, places, loader, say)
        _serials(nation, places, loader)
        _count_arranged(ids[:ARRANGED_CENTERS])
        rows += add_pairs(places, ids[:ARRANGED_CENTERS])
    return rows


def _center(center: DemoCenter) -> Center:
    return Center.objects.create(
        center_code=center.code,
        center_name=center.name,
        center_name_en=center.name_en,
        center_province=center.province,
        center_city=center.city,
        program_start_year=center.founded,
    )


def _profiles(nation: Nation, centers: list[Center]) -> None:
    CenterYear.objects.bulk_create(
        CenterYear(center=row, version=1, **profile(center, year, nation.recipe))
        for center, row in zip(nation.centers, centers, strict=True)
        for year in nation.recipe.calendar
        if year >= center.first_year
    )


def _load(nation: Nation, places: list[Place], loader: Loader, say: Say) -> int:
    """Write one batch while the one before is being loaded."""
    sealer, keys = Sealer(), keys_for(loader, min(BATCH, len(nation.slots)))
    done, began = _Done(), monotonic()
    with ThreadPoolExecutor(max_workers=1) as thread:
        underway: Future[int] | None = None
        for made in _chunks(nation.cases(), BATCH):
            batch = Batch(places, sealer, keys)
            for case in made:
                Writer(batch, case).write()
            if underway:
                done.rows += underway.result()
            underway = thread.submit(batch.load, loader)
            done.cases += len(made)
            say(f"  {done.cases:,} of {len(nation.slots):,} cases, {monotonic() - began:.0f} s")
        return done.rows + (underway.result() if underway else 0)


@dataclass
class _Done:
    cases: int = 0
    rows: int = 0


def _chunks(cases: Iterator[MadeCase], size: int) -> Iterator[list[MadeCase]]:
    while chunk := list(islice(cases, size)):
        yield chunk


def _serials(nation: Nation, places: list[Place], loader: Loader) -> None:
    """The counters go on where the generated numbers end."""
    table = TABLES[Serial]
    rows: Iterable[dict[str, Any]] = (
        {"center_id": places[center].id, "kind": kind, "year": year, "last": last}
        for (center, year), last in nation.last_serials().items()
        for kind in ("case", "patient")
    )
    loader.copy_rows(table, [table.line(row, {}) for row in rows])


def _count_arranged(centers: tuple[int, ...]) -> None:
    """Drafts that people will open get the exact progress, with what the rules say about them, and answers
    that wait for another one are set aside, as a save would have done."""
    drafts = Case.objects.filter(center__in=centers, state=CaseState.DRAFT)
    for case in record.with_everything(drafts):
        held = record.Record(case, facts(case))
        settle(held)
        progress.store(held, case.created_by)
