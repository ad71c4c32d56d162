"""Who of a center has a case open, and in which section: kept in the cache for a minute, never stored.

People of other centers and of the society are neither noted nor told. Without the cache nobody is seen.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache

from centers.access import Can, can, own_center_ids
from centers.models import User
from registry.models import Case
from registry.sections import BY_KEY, SECTIONS, Section

KEPT = 60  # seconds; a page says that it is there every 25


@dataclass(frozen=True)
class Presence:
    """A colleague who has the case open; ``section`` is None between sections."""

    name: str
    section: Section | None

    @property
    def number(self) -> int:
        return SECTIONS.index(self.section) + 1 if self.section else 0


def note(case: Case, user: Any, section: str) -> None:
    """This person has the case open."""
    if can(user, Can.ENTER_DATA, case.center_id):
        cache.set(_key(case, user.pk), section if section in BY_KEY else "", KEPT)


def colleagues(case: Case, user: Any) -> list[Presence]:
    """The others of the center who have the case open, by name."""
    if case.center_id not in own_center_ids(user):
        return []
    people = User.objects.filter(memberships__center=case.center_id, is_active=True).exclude(pk=user.pk)
    names = dict(people.values_list("pk", "name"))
    return list(_seen(case, names))


def _seen(case: Case, names: dict[int, str]) -> Iterator[Presence]:
    found = cache.get_many([_key(case, pk) for pk in names])
    for pk, name in sorted(names.items(), key=lambda each: each[1]):
        if (section := found.get(_key(case, pk))) is not None:
            yield Presence(name, BY_KEY.get(section))


def _key(case: Case, user: int) -> str:
    return f"here:{case.pk}:{user}"
