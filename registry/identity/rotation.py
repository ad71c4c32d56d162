"""Moving every patient's data key under the current master key. Values are not touched."""

from collections import Counter
from collections.abc import Iterator

from django.db import transaction

from centers.models import Center
from centers.rls import Scope, scope
from registry.identity import keys, sealing
from registry.models import PatientKey

BATCH = 500


def rotate_all() -> int:
    """Re-wrap what lies under an older master key, center by center; safe to stop and to run again."""
    return sum(count for center in Center.objects.order_by("pk") for count in _rotate_center(center))


def keys_in_use() -> Counter[str]:
    """How many data keys lie under each master key: an unused one may leave the ring."""
    used: Counter[str] = Counter()
    for center in Center.objects.order_by("pk"):
        with scope(_identities_of(center)):
            used.update(PatientKey.objects.filter(center=center).values_list("key_id", flat=True))
    return used


def _rotate_center(center: Center) -> Iterator[int]:
    """The count of each batch, one transaction per batch."""
    while True:
        with transaction.atomic(), scope(_identities_of(center)):
            count = _rotate_batch(center)
        if not count:
            return
        yield count


def _rotate_batch(center: Center) -> int:
    ring = keys.master_keys()
    old = PatientKey.objects.filter(center=center).exclude(key_id=ring.current.id)
    rows = list(old.select_for_update().order_by("pk")[:BATCH])
    for row in rows:
        wrapped = sealing.rewrap(row.patient_id, sealing.WrappedKey(row.key_id, bytes(row.wrapped)), ring)
        row.wrapped, row.key_id = wrapped.wrapped, wrapped.master_key_id
    PatientKey.objects.bulk_update(rows, ["wrapped", "key_id"])
    return len(rows)


def _identities_of(center: Center) -> Scope:
    return Scope(read=(center.pk,), write=(center.pk,), identity=(center.pk,))
