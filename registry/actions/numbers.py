"""Case and patient numbers: center code, two digits of the year, serial per center and year."""

from collections.abc import Container
from itertools import count, islice
from typing import Any

from django.db import connection

from centers.models import Center
from registry.models import Case, Patient, Serial

NUMBERED: dict[str, Any] = {"case": Case, "patient": Patient}


def next_number(center: Center, kind: str, year: int) -> str:
    """The next number of ``kind`` ("case" or "patient"), e.g. ``D01-26-0046`` and ``D01-26-P0046``.

    The counter row is locked until the transaction ends: two creations at once get two numbers. A number
    that a loaded record brought along as its own key is passed over, so that in files it names one record.
    """
    return next_numbers(center, kind, year, 1, _Refs(center, kind))[0]


def next_numbers(center: Center, kind: str, year: int, wanted: int, taken: Container[str]) -> list[str]:
    """The next ``wanted`` numbers, without those that are ``taken`` as keys of loaded records."""
    Serial.objects.bulk_create(
        [Serial(center=center, kind=kind, year=year)],
        ignore_conflicts=True,
    )
    serial = Serial.objects.select_for_update().get(center=center, kind=kind, year=year)
    prefix = f"{center.center_code}-{year % 100:02d}-{'P' if kind == 'patient' else ''}"
    free = (number for number in count(serial.last + 1) if f"{prefix}{number:04d}" not in taken)
    found = list(islice(free, wanted))
    serial.last = found[-1]
    serial.save(update_fields=["last"])
    return [f"{prefix}{number:04d}" for number in found]


def wait_for_openings(center: Center) -> None:
    """One opening of a center at a time, to the end of the transaction: the same form sent twice at once finds
    the case that the first one made."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"opening {center.pk}"])


class _Refs:
    """The keys that loaded records of a center brought along, asked one by one."""

    def __init__(self, center: Center, kind: str):
        self._rows = NUMBERED[kind].objects.filter(center=center)

    def __contains__(self, number: object) -> bool:
        return bool(self._rows.filter(source_ref=number).exists())
