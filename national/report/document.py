"""The whole report as one JSON document: what the typesetter is given, and nothing else."""

from dataclasses import asdict
from typing import Any

from national.charts import formats
from national.charts.figure import Figure
from national.charts.released import estimated, released, row_of
from national.report import wording
from national.report.chapters import chapters, provinces, scale
from national.report.edition import Edition
from national.report.printed import Chapter, Sheet


def compose(edition: Edition) -> tuple[dict[str, Any], list[Figure]]:
    """The document and the figures it shows; figure ``i`` is expected as ``figure-<i>.svg``."""
    figures: list[Figure] = []
    printed = [
        _chapter(edition, number, chapter, figures) for number, chapter in enumerate(chapters(edition), 1)
    ]
    document = _frame(edition) | {
        "chapters": printed,
        "glance": glance(edition),
        "methods": _methods(edition),
    }
    return document, figures


def _frame(edition: Edition) -> dict[str, Any]:
    """Everything that surrounds the chapters: cover, running heads, captions."""
    say, date = edition.say, edition.cut_date()
    return {
        "lang": edition.lang,
        "year": str(edition.year),
        "title": say(wording.DOCUMENT, year=edition.year),
        "society": [wording.SOCIETY[1], wording.SOCIETY[0]]
        if edition.lang == "zh"
        else [wording.SOCIETY[0], wording.SOCIETY[1]],
        "cover": {"title": say(wording.TITLE).split("\n"), "subtitle": _other_title(edition)},
        "registry": say(wording.REGISTRY),
        "running": say(wording.RUNNING, year=edition.year),
        "cut": say(wording.CUT, date=date),
        "cut_at": edition.cut_at.strftime("%Y-%m-%d"),
        "edition": say(wording.EDITION, number=edition.number),
        "provisional": say(wording.PROVISIONAL) if edition.provisional else "",
        "provisional_long": say(wording.PROVISIONAL_LONG, year=edition.year) if edition.provisional else "",
        "demonstration": say(wording.DEMONSTRATION) if edition.demonstration else "",
        "words": {
            name.lower(): say(getattr(wording, name))
            for name in ("CONTENTS", "FIGURES", "TABLES", "FIGURE", "TABLE", "READING", "CONTINUED")
        },
    }


def _other_title(edition: Edition) -> list[str]:
    """The title in the other language, under the main one."""
    if edition.lang == "zh":
        return [wording.TITLE[0].replace("\n", " "), wording.SUBTITLE[0]]
    return [wording.SUBTITLE[0], wording.TITLE[1].replace("\n", "")]


def _chapter(edition: Edition, number: int, chapter: Chapter, figures: list[Figure]) -> dict[str, Any]:
    blocks = []
    counts = {"figure": 0, "table": 0}
    for block in chapter.blocks:
        kind = "table" if isinstance(block, Sheet) else "figure"
        counts[kind] += 1
        printed = asdict(block) if isinstance(block, Sheet) else _figure(block, figures)
        blocks.append(printed | {"kind": kind, "number": f"{number}.{counts[kind]}"})
    return {
        "number": str(number),
        "title": chapter.title,
        "verdict": chapter.verdict,
        "paragraphs": chapter.paragraphs,
        "blocks": blocks,
        "reading": chapter.reading,
        "facts": chapter.facts,
    }


def _figure(figure: Figure, figures: list[Figure]) -> dict[str, Any]:
    figures.append(figure)
    file = f"figure-{len(figures)}.svg"
    return {"title": figure.title, "note": figure.note, "alt": figure.description, "file": file}


def glance(edition: Edition) -> dict[str, Any]:
    """The opening page: large figures with the line that qualifies each, and how to read the report."""
    return {
        "title": edition.say(wording.GLANCE, year=edition.year),
        "figures": [*_activity(edition), *_regions(edition), *_outcomes(edition), *_medians(edition)],
        "reading_title": edition.say(wording.HOW_TO_READ_TITLE),
        "reading": [edition.say(line) for line in wording.HOW_TO_READ],
    }


def _large(edition: Edition, name: str, value: str, note: str = "") -> dict[str, str]:
    return {"value": value, "unit": edition.say(wording.GLANCE_NOTES[name]), "note": note}


def _activity(edition: Edition) -> list[dict[str, str]]:
    table = edition.table("activity_by_year")
    if table is None:
        return []
    row = row_of(table, year=edition.year, age_group="all", support_type="all")
    change = released(row, "growth")
    words = {"growth": formats.growth(change), "year": edition.year - 1} if change is not None else {}
    notes = {"runs": edition.say(wording.AGAINST_LAST_YEAR, **words) if words else ""}
    return [
        _large(
            edition, name, formats.count(released(row, name), withheld=row is not None), notes.get(name, "")
        )
        for name in ("runs", "patients", "centers")
    ]


def _regions(edition: Edition) -> list[dict[str, str]]:
    table = edition.table("by_province")
    return [_large(edition, "regions", str(provinces.reporting_regions(edition, table)))] if table else []


def _outcomes(edition: Edition) -> list[dict[str, str]]:
    table = edition.table("outcomes")
    row = row_of(table, year=edition.year, age_group="all", support_type="all") if table else None
    found = []
    for name, measure in (("survival", "survived_to_discharge"), ("ecls", "survived_ecls")):
        share = estimated(row, measure)
        if share:
            note = f"{formats.ratio(share)} · " + edition.say(
                wording.INTERVAL, interval=formats.interval(share)
            )
            found.append(_large(edition, name, formats.proportion_percent(share), note))
    return found


def _medians(edition: Edition) -> list[dict[str, str]]:
    found = []
    hours, centers = edition.table("run_duration"), edition.table("center_scale")
    if hours:
        row = row_of(hours, year=edition.year, age_group="all", support_type="all")
        found.append(("hours", released(row, "hours")))
    if centers:
        row = row_of(centers, year=edition.year, volume_class="all")
        found.append(("volume", released(row, scale.quantile_measure(centers))))
    return [
        _large(
            edition,
            name,
            formats.quantity(value["median"]),
            edition.say(wording.QUARTILES, spread=formats.spread(value)),
        )
        for name, value in found
        if value and value["median"] is not None
    ]


def _methods(edition: Edition) -> dict[str, Any]:
    say, snapshot = edition.say, edition.snapshot
    return {
        "title": say(wording.METHODS_TITLE),
        "verdict": say(wording.METHODS_VERDICT),
        "sections": [[say(head), say(text)] for head, text in wording.METHODS],
        "editions": {
            "title": say(wording.EDITIONS_TITLE),
            "heads": [say(head) for head in wording.EDITION_HEADS],
            "lines": [*_earlier(edition), _edition_line(edition)],
            "text": say(wording.EDITIONS_TEXT),
            "snapshot": [say(wording.SNAPSHOT), str(snapshot["sha256"])],
        },
    }


def _earlier(edition: Edition) -> list[list[str]]:
    """Lines of the editions before this one, when the snapshot names them."""
    earlier = edition.snapshot.get("earlier_editions", [])
    return [_edition_line(Edition(snapshot, edition.lang)) for snapshot in earlier]


def _edition_line(edition: Edition) -> list[str]:
    snapshot = edition.snapshot
    status = wording.PROVISIONAL if edition.provisional else wording.LOCKED
    return [
        edition.say(wording.EDITION, number=edition.number),
        edition.cut_date(),
        edition.say(status),
        str(snapshot["definition_version"]),
        str(snapshot["code_revision"])[:12],
    ]
