"""Judging batches in processes of their own, in order and only a few ahead.

The processes are forked: they inherit the index of the folder, open its files for themselves, and never
touch the database connection of the process they come from.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from typing import Any

from registry.files.batches import Grant, Judged, Reader
from registry.files.plans import PatientPlan

AHEAD = 2  # batches that wait for each process

Work = tuple[list[PatientPlan], Grant]
_reader: dict[str, Reader] = {}


def judged(reader: Reader, work: Iterable[Work], processes: int) -> Iterator[tuple[int, Judged]]:
    """Size and result of each batch, in their order. One process means this one."""
    work = iter(work)
    first = list(islice(work, 2))
    if processes < 2 or len(first) < 2:
        for plans, grant in _chained(first, work):
            yield len(plans), reader.read(plans, grant)
        return
    context = get_context("fork")
    with ProcessPoolExecutor(processes, mp_context=context, initializer=_begin, initargs=(reader,)) as pool:
        yield from _in_order(pool, _chained(first, work), processes * AHEAD)


def _in_order(pool: Any, work: Iterator[Work], ahead: int) -> Iterator[tuple[int, Judged]]:
    waiting: deque[tuple[int, Future[Judged]]] = deque()
    for plans, grant in work:
        waiting.append((len(plans), pool.submit(_judge, plans, grant)))
        if len(waiting) >= ahead:
            size, future = waiting.popleft()
            yield size, future.result()
    for size, future in waiting:
        yield size, future.result()


def _chained(first: list[Work], rest: Iterator[Work]) -> Iterator[Work]:
    yield from first
    yield from rest


def _begin(reader: Reader) -> None:
    reader.folder.reopen()
    _reader["reader"] = reader


def _judge(plans: list[PatientPlan], grant: Grant) -> Judged:
    return _reader["reader"].read(plans, grant)
