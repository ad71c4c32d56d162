"""Keys of rows in files. A row entered on the page is named by its position, one from a file by its own key.

A key that is a whole number is the position itself, so that the two can never be mistaken for each other.
"""

from collections.abc import Iterable
from itertools import count

HIGHEST = 9999  # as far as positions are counted


def ref_of(row: object) -> str:
    """What names a stored row of a group in its run."""
    return getattr(row, "source_ref", "") or str(getattr(row, "position", ""))


def as_position(ref: str) -> int | None:
    """The position that a key is, if it is one."""
    is_plain = ref.isascii() and ref.isdigit() and ref[0] != "0" and len(ref) <= len(str(HIGHEST))
    return int(ref) if is_plain else None


def new_places(refs: Iterable[str], taken: Iterable[int]) -> dict[str, tuple[int, str]]:
    """Position and stored key of new rows: numbers keep theirs, others follow the row before them."""
    refs = list(refs)
    claimed = {position for ref in refs if (position := as_position(ref))} | set(taken)
    places: dict[str, tuple[int, str]] = {}
    last = max(taken, default=0)
    for ref in refs:
        position = as_position(ref)
        if position is None:
            last = next(each for each in count(last + 1) if each not in claimed)
            places[ref] = (last, ref)
        else:
            last = position
            places[ref] = (position, "")
    return places
