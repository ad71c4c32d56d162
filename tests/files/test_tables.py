"""Every field people fill in has its column, and nothing else does."""

import csv
import io

from config.dictionary import files, forms
from outcomes.files import FollowUpFile
from registry.files.hints import hint
from registry.files.tables import CASE_TABLES
from registry.record_items import RECORD_ITEMS

TABLES = (*CASE_TABLES, FollowUpFile.table)
OF_CENTERS = {"center", "center_year"}


def test_every_item_people_fill_in_is_in_one_file() -> None:
    asked = [
        item.name
        for form in forms()
        for entity, item in form.items
        if (item.entity or entity) not in OF_CENTERS
        and item not in RECORD_ITEMS
        and item.kind != "calculated"
    ]
    keys = {key for table in TABLES for key in table.keys}
    columns = [name for table in TABLES for name in table.by_name]

    assert sorted(columns) == sorted(set(asked) - keys)


def test_files_have_the_names_of_their_rows() -> None:
    assert [table.file for table in TABLES] == [
        "patients.csv",
        "admissions.csv",
        "runs.csv",
        "diagnoses.csv",
        "cannulas.csv",
        "mode_segments.csv",
        "support_records.csv",
        "equipment.csv",
        "complications.csv",
        "infections.csv",
        "followups.csv",
    ]


def test_published_templates_have_the_headers_of_the_files() -> None:
    published = {name: text for name, text in files() if name.startswith("templates/")}

    assert set(published) == {f"templates/{table.file}" for table in TABLES} | {"templates/columns.csv"}
    for table in TABLES:
        assert tuple(published[f"templates/{table.file}"].strip().split(",")) == table.header


def test_columns_tell_units_and_codes() -> None:
    text = dict(files())["templates/columns.csv"]
    told = {(row["file"], row["column"]): row for row in csv.DictReader(io.StringIO(text))}

    assert set(told) == {(table.file, name) for table in TABLES for name in table.header}
    for table in TABLES:
        for column in table.columns:
            row = told[table.file, column.name]
            assert (row["label_en"], row["label_zh"]) == column.item.label
            assert column.item.unit in row["cell_en"]
            codes = column.item.codes
            if codes:
                listed = all(f"{option.code} = {option.zh}" in row["cell_zh"] for option in codes)
                assert listed or codes.name in row["cell_zh"]
            assert hint(column.item).en.lstrip("'") in row["cell_en"]
