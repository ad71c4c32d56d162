"""Building an edition: the order of the work, told to whoever wants to show its progress.

``build`` is a pure function of the snapshot. Freezing the data before it and keeping the files after it belong to
the task and the command.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Literal

from national.charts.drawing import Draftsman
from national.charts.figure import Figure
from national.charts.labels import Lang
from national.report import document, packing
from national.report.cover import rays
from national.report.csvfiles import csv_file
from national.report.edition import Edition, stem
from national.report.flat import flat_tables
from national.report.suppression import check_released
from national.report.typesetting import typeset
from national.report.workbook import workbook

Step = Literal["freeze", "compute", "check", "draw", "typeset_zh", "typeset_en", "pack"]
Progress = Callable[[Step, int, int], None]
"""Called as ``progress(step, done, total)``; it may raise to stop the work."""

LANGUAGES: tuple[Lang, ...] = ("zh", "en")
TYPESET: dict[Lang, Step] = {"zh": "typeset_zh", "en": "typeset_en"}


def silent(step: Step, done: int, total: int) -> None:
    """Progress nobody looks at."""


def build(
    snapshot: dict[str, Any], langs: Iterable[Lang], library: Path, progress: Progress = silent
) -> dict[str, bytes]:
    """Every file of the edition by its name: PDFs, workbook, CSV files, manifest and the archive of them all."""
    wanted = [lang for lang in LANGUAGES if lang in set(langs)]
    progress("check", 0, 1)
    check_released(snapshot)
    composed = {lang: document.compose(Edition(snapshot, lang)) for lang in wanted}
    drawings = _draw({lang: figures for lang, (_, figures) in composed.items()}, library, progress)
    files: dict[str, bytes] = {}
    for lang in wanted:
        progress(TYPESET[lang], 0, 1)
        edition = Edition(snapshot, lang)
        pictures = drawings[lang] | {"cover.svg": rays(edition.year)}
        files[f"ecls-report-{stem(snapshot)}-{lang}.pdf"] = typeset(
            composed[lang][0], pictures, edition.cut_at
        )
    progress("pack", 0, 1)
    return _pack(snapshot, files)


def _draw(figures: dict[Lang, list[Figure]], library: Path, progress: Progress) -> dict[Lang, dict[str, str]]:
    """SVG texts by language and file name; a fresh engine per language, so that numbering starts anew."""
    total = sum(len(group) for group in figures.values())
    done = 0
    drawn: dict[Lang, dict[str, str]] = {}
    for lang, group in figures.items():
        draftsman = Draftsman(library)
        drawn[lang] = {}
        for place, figure in enumerate(group, 1):
            progress("draw", done, total)
            drawn[lang][f"figure-{place}.svg"] = draftsman.draw(figure)
            done += 1
        draftsman.close()
    return drawn


def _pack(snapshot: dict[str, Any], files: dict[str, bytes]) -> dict[str, bytes]:
    files[f"ecls-tables-{stem(snapshot)}.xlsx"] = workbook(snapshot)
    for table in flat_tables(snapshot):
        files[f"csv/{table.name}.csv"] = csv_file(table)
    files[packing.MANIFEST] = packing.manifest(snapshot, files)
    files[f"ecls-report-{stem(snapshot)}.zip"] = packing.archive(snapshot, files)
    return files
