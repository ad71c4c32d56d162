"""The workbook of an edition: contents, one sheet per table, definitions. The same bytes for the same snapshot."""

import io
from typing import Any

import xlsxwriter

from national.charts import theme
from national.charts.labels import Pair
from national.report import wording
from national.report.chapters import chapters
from national.report.csvfiles import neutral
from national.report.edition import Edition, cut_at
from national.report.flat import FlatTable, Value, flat_tables

SHEET_NAME_LIMIT = 31
CONTENTS, DEFINITIONS = "contents", "definitions"
HEADS: tuple[Pair, ...] = (("Sheet", "工作表"), ("Statistic", "统计项"), ("Rows", "行数"))
DEFINITION_HEADS = ("Statistic", "统计项", "What", "内容", "English", "中文")
TITLES: dict[str, Pair] = {
    "activity_by_year": ("Runs, patients and centers by year", "各年例次、患者与中心数"),
    "center_scale": ("Scale of centers", "中心规模"),
    "by_province": ("Runs and centers by province", "各省级行政区的例次与中心数"),
    "outcomes": ("Hospital outcomes", "转归"),
    "run_duration": ("Duration of runs", "ECLS 时长"),
    "survival_one_year": ("Survival to one year", "一年生存"),
    "survival_one_year_steps": ("Survival to one year: steps of the curves", "一年生存：曲线各级"),
    "survival_one_year_at_risk": ("Survival to one year: numbers at risk", "一年生存：在险人数"),
}
FRACTIONS = ("proportion", "lower", "upper", "share_of", "growth", "survival")


class Workbook:
    """A file in memory with the formats its sheets share."""

    def __init__(self, snapshot: dict[str, Any]):
        self.snapshot = snapshot
        self._target = io.BytesIO()
        # Strings stay strings: no formula, link or number is ever guessed from a text.
        options = {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        self._book = xlsxwriter.Workbook(self._target, options)
        moment = cut_at(snapshot).replace(tzinfo=None)
        self._book.set_properties(
            {"title": _title(snapshot), "author": wording.SOCIETY[0], "created": moment}
        )
        self._bold = self._book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self._title = self._book.add_format({"bold": True, "font_size": 14, "font_color": theme.PRIMARY})
        self._wrap = self._book.add_format({"text_wrap": True, "valign": "top"})
        self._kinds = {
            int: self._book.add_format({"num_format": "#,##0"}),
            float: self._book.add_format({"num_format": "#,##0.0"}),
            "fraction": self._book.add_format({"num_format": "0.0%"}),
            str: self._book.add_format({}),
        }
        self._withheld = self._book.add_format({"align": "right"})

    def finish(self) -> bytes:
        self._book.close()
        return self._target.getvalue()

    def write_contents(self, tables: list[FlatTable]) -> None:
        sheet = self._book.add_worksheet(CONTENTS)
        sheet.set_column(0, 0, 34)
        sheet.set_column(1, 2, 46)
        sheet.write_string(0, 0, _title(self.snapshot), self._title)
        line = 1
        for line, (name, value) in enumerate(_facts(self.snapshot), 1):
            sheet.write_string(line, 0, name)
            sheet.write_string(line, 1, value)
        line += 2
        for column, (en, zh) in enumerate(HEADS):
            sheet.write_string(line, column, f"{en} {zh}", self._bold)
        for offset, table in enumerate(tables, 1):
            en, zh = TITLES.get(table.name, (table.name, table.name))
            sheet.write_url(line + offset, 0, f"internal:'{sheet_name(table)}'!A1", string=sheet_name(table))
            sheet.write_string(line + offset, 1, f"{en} {zh}")
            sheet.write_number(line + offset, 2, len(table.rows), self._kinds[int])

    def write_table(self, table: FlatTable) -> None:
        sheet = self._book.add_worksheet(sheet_name(table))
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, max(len(table.columns) - 1, 0), 15)
        for column, name in enumerate(table.columns):
            sheet.write_string(0, column, str(neutral(name)), self._bold)
        for line, row in enumerate(table.rows, 1):
            for column, value in enumerate(row):
                self._write(sheet, line, column, value, table.columns[column])

    def _write(self, sheet: Any, line: int, column: int, value: Value, name: str) -> None:
        if value is None:
            return
        if isinstance(value, str):
            sheet.write_string(
                line, column, str(neutral(value)), self._withheld if value == "*" else self._kinds[str]
            )
        else:
            plain = isinstance(value, int) and (name == "year" or name == "day")
            kind = "fraction" if _is_fraction(name) else type(value)
            sheet.write_number(line, column, value, self._kinds[str] if plain else self._kinds[kind])

    def write_definitions(self) -> None:
        sheet = self._book.add_worksheet(DEFINITIONS)
        sheet.set_column(0, 3, 16, self._wrap)
        sheet.set_column(4, 5, 80, self._wrap)
        for column, head in enumerate(DEFINITION_HEADS):
            sheet.write_string(0, column, head, self._bold)
        for line, row in enumerate(definitions(self.snapshot), 1):
            for column, text in enumerate(row):
                sheet.write_string(line, column, text, self._wrap)


def sheet_name(table: FlatTable) -> str:
    return table.name[:SHEET_NAME_LIMIT]


def _title(snapshot: dict[str, Any]) -> str:
    return f"{wording.DOCUMENT[0]} {wording.DOCUMENT[1]}".replace("{year}", str(snapshot["year"]))


def _is_fraction(name: str) -> bool:
    return any(part in name for part in FRACTIONS) and not name.endswith(("_n", "_events"))


def _facts(snapshot: dict[str, Any]) -> list[tuple[str, str]]:
    """What the figures are: printed above the list of sheets."""
    edition_en, edition_zh = Edition(snapshot, "en"), Edition(snapshot, "zh")
    lines = [
        ("Edition 版次", str(edition_en.number)),
        ("Data as of 数据截至", edition_en.cut_date()),
        ("Definitions 定义版本", str(snapshot["definition_version"])),
        ("Code 代码版本", str(snapshot["code_revision"])),
        ("Snapshot SHA-256 快照", str(snapshot["sha256"])),
        ("*", "withheld (small cell, or protecting one) 小格不显示"),
    ]
    for mark, pair in (
        (edition_en.provisional, wording.PROVISIONAL_LONG),
        (edition_en.demonstration, wording.DEMONSTRATION),
    ):
        if mark:
            lines.insert(
                0,
                (
                    "!",
                    f"{edition_en.say(pair, year=edition_en.year)} {edition_zh.say(pair, year=edition_zh.year)}",
                ),
            )
    return lines


def definitions(snapshot: dict[str, Any]) -> list[list[str]]:
    """Unit, definition, missing and suppression of each chapter, in both languages side by side."""
    pairs = zip(chapters(Edition(snapshot, "en")), chapters(Edition(snapshot, "zh")), strict=True)
    return [
        [en.title, zh.title, name_en, name_zh, text_en, text_zh]
        for en, zh in pairs
        for (name_en, text_en), (name_zh, text_zh) in zip(en.facts, zh.facts, strict=True)
    ]


def workbook(snapshot: dict[str, Any]) -> bytes:
    """An XLSX with every table of the snapshot, released values only."""
    tables = flat_tables(snapshot)
    book = Workbook(snapshot)
    book.write_contents(tables)
    for table in tables:
        book.write_table(table)
    book.write_definitions()
    return book.finish()
