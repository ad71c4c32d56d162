"""The files of an edition: same bytes, released values only, nothing lost on the way."""

import hashlib
import io
import json
import re
import zipfile
from copy import deepcopy
from typing import Any

import openpyxl
import pytest
from pypdf import PdfReader

from national.charts.library import echarts
from national.report.build import Step, build
from national.report.flat import flat_tables
from national.report.suppression import NotReleasable
from tests.national.report import sample

PDFS = {"zh": "ecls-report-2025-edition1-zh.pdf", "en": "ecls-report-2025-edition1-en.pdf"}
WORKBOOK = "ecls-tables-2025-edition1.xlsx"


def pdf_text(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


def in_one_line(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_equal_snapshots_give_equal_bytes(snapshot: dict[str, Any], files: dict[str, bytes]) -> None:
    again = build(deepcopy(snapshot), ["en", "zh"], echarts())

    assert {name: hashlib.sha256(content).hexdigest() for name, content in again.items()} == {
        name: hashlib.sha256(content).hexdigest() for name, content in files.items()
    }


def test_exact_values_make_no_difference_to_any_file(
    snapshot: dict[str, Any], files: dict[str, bytes]
) -> None:
    released_only = deepcopy(snapshot)
    for table in released_only["results"]:
        for row in table["rows"]:
            for cell in row["cells"].values():
                del cell["value"]

    assert build(released_only, ["zh", "en"], echarts()) == files


def test_files_of_an_edition(files: dict[str, bytes]) -> None:
    assert sorted(files) == [
        "csv/activity_by_year.csv",
        "csv/by_province.csv",
        "csv/center_scale.csv",
        "csv/outcomes.csv",
        "csv/run_duration.csv",
        "csv/survival_one_year.csv",
        "csv/survival_one_year_at_risk.csv",
        "csv/survival_one_year_steps.csv",
        "ecls-report-2025-edition1-en.pdf",
        "ecls-report-2025-edition1-zh.pdf",
        "ecls-report-2025-edition1.zip",
        "ecls-tables-2025-edition1.xlsx",
        "manifest.json",
    ]


@pytest.mark.parametrize(
    ("lang", "phrases"),
    [
        (
            "en",
            [
                "In2025,230centersrecorded6,981runs",
                "48.9%",
                "3,243/6,633",
                "Kaplan-Meier",
                "2026-11-20",
                "Edition1",
            ],
        ),
        (
            "zh",
            [
                "2025年，230家中心为6,702名患者完成体外生命支持6,981例次",
                "48.9%",
                "3,243/6,633",
                "数据截至2026-11-20",
                "第1版",
            ],
        ),
    ],
)
def test_pdf_text_contains_the_figures(files: dict[str, bytes], lang: str, phrases: list[str]) -> None:
    text = in_one_line(pdf_text(files[PDFS[lang]]))

    assert [phrase for phrase in phrases if phrase not in text] == []


def as_stored(row: list[Any]) -> list[Any]:
    """A workbook keeps 16 significant digits of a fraction."""
    return [round(value, 12) if isinstance(value, float) else value for value in row]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_pdf_is_tagged_and_names_its_language(files: dict[str, bytes], lang: str) -> None:
    catalog: Any = PdfReader(io.BytesIO(files[PDFS[lang]])).trailer["/Root"]

    assert catalog["/MarkInfo"]["/Marked"] is not None
    assert catalog["/Lang"] == {"en": "en-US", "zh": "zh-CN"}[lang]
    assert "/StructTreeRoot" in catalog


def test_pdf_dates_are_the_data_cut(files: dict[str, bytes]) -> None:
    created = PdfReader(io.BytesIO(files[PDFS["en"]])).metadata

    assert created is not None
    assert str(created["/CreationDate"]).startswith("D:20261119160000")


def test_every_page_of_an_open_year_says_provisional() -> None:
    files = build(sample.snapshot(edition=0, provisional=True), ["zh", "en"], echarts())

    for name, word in (
        ("ecls-report-2025-edition0-zh.pdf", "暂定"),
        ("ecls-report-2025-edition0-en.pdf", "Provisional"),
    ):
        pages = PdfReader(io.BytesIO(files[name])).pages
        assert [number for number, page in enumerate(pages, 1) if word not in page.extract_text()] == []


def test_demonstration_data_is_marked_on_every_page() -> None:
    files = build(sample.snapshot(demonstration=True), ["zh"], echarts())

    pages = PdfReader(io.BytesIO(files[PDFS["zh"]])).pages
    assert [number for number, page in enumerate(pages, 1) if "演示数据" not in page.extract_text()] == []


def test_withheld_cells_are_stars_with_a_note(files: dict[str, bytes]) -> None:
    english, chinese = (in_one_line(pdf_text(files[PDFS[lang]])) for lang in ("en", "zh"))

    assert "Tibet(XZ)**" in english
    assert "西藏**" in chinese
    assert "withheld,eitherbecausethecellissmall" in english
    assert "因人数过少，或为避免推算出过少的格子而不显示" in chinese


def test_workbook_read_back_equals_the_released_values(
    snapshot: dict[str, Any], files: dict[str, bytes]
) -> None:
    book = openpyxl.load_workbook(io.BytesIO(files[WORKBOOK]))

    for table in flat_tables(snapshot):
        read = [list(row) for row in book[table.name].iter_rows(values_only=True)]
        assert read[0] == table.columns
        assert [as_stored(row) for row in read[1:]] == [as_stored(row) for row in table.rows]


def test_workbook_lists_its_sheets_and_definitions(files: dict[str, bytes]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(files[WORKBOOK]))

    assert book.sheetnames[0] == "contents"
    assert book.sheetnames[-1] == "definitions"
    texts = [cell for row in book["definitions"].iter_rows(values_only=True) for cell in row]
    assert "Survived ECLS: alive 24 hours after the final end of flow" in " ".join(
        str(text) for text in texts
    )


def test_csv_shows_stars_where_withheld_and_nothing_where_unknown(files: dict[str, bytes]) -> None:
    lines = files["csv/activity_by_year.csv"].decode("utf-8-sig").split("\r\n")

    assert files["csv/activity_by_year.csv"].startswith(b"\xef\xbb\xbf")
    assert lines[0] == (
        "year,age_group,age_group_en,age_group_zh,support_type,support_type_en,support_type_zh,runs,patients,centers,growth"
    )
    assert lines[1].endswith(",2224,2135,145,")
    assert "2019,N,Neonate,新生儿,3,ECPR,ECPR,*,*,*,*" in lines


def test_manifest_names_every_file_with_its_digest(snapshot: dict[str, Any], files: dict[str, bytes]) -> None:
    document = json.loads(files["manifest.json"])
    listed = {file["name"]: file["sha256"] for file in document["files"]}

    others = {name for name in files if name != "manifest.json" and not name.endswith(".zip")}
    assert listed == {name: hashlib.sha256(files[name]).hexdigest() for name in others}
    assert document["snapshot_sha256"] == snapshot["sha256"]
    assert document["data_cut"] == "2026-11-20T00:00:00+08:00"


def test_archive_holds_the_same_files_at_the_time_of_the_cut(files: dict[str, bytes]) -> None:
    package = zipfile.ZipFile(io.BytesIO(files["ecls-report-2025-edition1.zip"]))

    assert {entry.filename: package.read(entry) for entry in package.infolist()} == {
        name: content for name, content in files.items() if not name.endswith(".zip")
    }
    assert {entry.date_time for entry in package.infolist()} == {(2026, 11, 19, 16, 0, 0)}


MARKUP = '#panic("x") $x$ *a* _b_ `c` <script>alert(1)</script> \\ @ref [z] {{x}} =HYPERLINK("http://x","y")'


def test_markup_in_a_snapshot_is_printed_as_text() -> None:
    changes = {"definition_version": MARKUP, "code_revision": "#x[*y*]"}
    files = build(sample.snapshot(**changes), ["en"], echarts())

    text = in_one_line(pdf_text(files[PDFS["en"]]))
    assert in_one_line('#panic("x") $x$ *a* _b_') in text
    assert "#x[*y*]" in text


def test_a_code_nobody_knows_cannot_become_markup_or_a_formula() -> None:
    document = deepcopy(sample.snapshot())
    scale = next(table for table in document["results"] if table["statistic"] == "center_scale")
    for row in scale["rows"]:
        if row["volume_class"] == "51+":
            row["volume_class"] = "=1+1</text>#x{a}"
    files = build(document, ["en"], echarts())

    assert "\r\n2025,'=1+1</text>#x{a},'=1+1</text>#x{a}," in files["csv/center_scale.csv"].decode(
        "utf-8-sig"
    )
    cells = openpyxl.load_workbook(io.BytesIO(files[WORKBOOK]))["center_scale"]["B"]
    assert {cell.data_type for cell in cells} == {"s"}
    assert "=1+1</text>#x{a}" in pdf_text(files[PDFS["en"]])


def test_progress_counts_real_steps(snapshot: dict[str, Any]) -> None:
    told: list[tuple[Step, int, int]] = []
    build(snapshot, ["zh"], echarts(), lambda *step: told.append(step))

    drawing = [(done, total) for step, done, total in told if step == "draw"]
    assert list(dict.fromkeys(step for step, _, _ in told)) == ["check", "draw", "typeset_zh", "pack"]
    assert drawing == [(done, 8) for done in range(8)]


def test_a_small_figure_that_escaped_suppression_stops_the_report() -> None:
    document = deepcopy(sample.snapshot())
    document["results"][0]["rows"][0]["cells"]["runs"]["released"] = 4

    with pytest.raises(
        NotReleasable, match="activity_by_year: runs at year 2019, age_group all, support_type all"
    ):
        build(document, ["en"], echarts())


def test_a_snapshot_without_a_single_result_still_prints() -> None:
    files = build(sample.snapshot(results=[]), ["zh", "en"], echarts())

    assert len(PdfReader(io.BytesIO(files[PDFS["zh"]])).pages) >= 3


def test_everything_withheld_still_prints() -> None:
    document = deepcopy(sample.snapshot())
    for table in document["results"]:
        for row in table["rows"]:
            row["cells"] = {name: sample.hidden() for name in row["cells"]}
    files = build(document, ["zh", "en"], echarts())

    assert str(sample.EXACT) not in pdf_text(files[PDFS["en"]])
