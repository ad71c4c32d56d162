"""Volume classes of centers by their number of runs in a calendar year."""

from bisect import bisect_left
from collections.abc import Sequence

CUT_POINTS = (5, 20, 50)


def class_names(cut_points: Sequence[int] = CUT_POINTS) -> list[str]:
    """Names of the classes in ascending order: ``1-5``, ``6-20``, ``21-50``, ``51+`` by default.

    Each cut point is the highest number of runs in its class.
    """
    if not cut_points or list(cut_points) != sorted(set(cut_points)) or cut_points[0] < 1:
        raise ValueError("cut points are ascending positive whole numbers")
    lowest = [1, *(cut + 1 for cut in cut_points)]
    bounded = [f"{low}-{high}" for low, high in zip(lowest, cut_points, strict=False)]
    return [*bounded, f"{lowest[-1]}+"]


def volume_class(runs: int, cut_points: Sequence[int] = CUT_POINTS) -> str | None:
    """The class of a center with ``runs`` runs in the year; None for a center without any."""
    if runs < 0:
        raise ValueError("a number of runs is not negative")
    if runs == 0:
        return None
    return class_names(cut_points)[bisect_left(list(cut_points), runs)]
