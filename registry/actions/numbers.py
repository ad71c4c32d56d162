"""Case and patient numbers: center code, two digits of the year, serial per center and year."""

from centers.models import Center
from registry.models import Serial


def next_number(center: Center, kind: str, year: int) -> str:
    """The next number of ``kind`` ("case" or "patient"), e.g. ``D01-26-0046`` and ``D01-26-P0046``.

    The counter row is locked until the transaction ends: two creations at once get two numbers.
    """
    Serial.objects.bulk_create(
        [Serial(center=center, kind=kind, year=year)],
        ignore_conflicts=True,
    )
    serial = Serial.objects.select_for_update().get(center=center, kind=kind, year=year)
    serial.last += 1
    serial.save(update_fields=["last"])
    letter = "P" if kind == "patient" else ""
    return f"{center.center_code}-{year % 100:02d}-{letter}{serial.last:04d}"
