"""One module per chapter: ``chapter(edition)`` turns its table documents into words, figures and printed tables."""

from collections.abc import Callable

from national.report.chapters import activity, duration, outcomes, provinces, scale, survival
from national.report.edition import Edition
from national.report.printed import Chapter

ORDER: tuple[Callable[[Edition], Chapter | None], ...] = (
    activity.chapter,
    scale.chapter,
    provinces.chapter,
    outcomes.chapter,
    duration.chapter,
    survival.chapter,
)


def chapters(edition: Edition) -> list[Chapter]:
    """The chapters whose statistics the snapshot holds, in printing order."""
    return [chapter for build in ORDER if (chapter := build(edition)) is not None]
