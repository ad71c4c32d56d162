"""The published dictionary says what the models do, and the models hold what version 0.1 laid down."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from centers.forms import CenterForm
from config.dictionary import BOOKS, PLACE, document, every_rule, files
from crf.items import Requirement
from crf.rules import RuleBook
from registry.rules import BOOK

# The forms as version 0.1 of the dictionary fixed them: types, units, ranges, conditions, codes.
BEFORE: dict[str, Any] = json.loads((Path(__file__).parent / "version_0_1.json").read_text(encoding="utf-8"))
CALCULATED = {
    name for form in BEFORE["forms"].values() for name, facts in form.items() if facts["type"] == "calculated"
}
ADDED_FIELDS = {"fu_year", "primary_diagnosis_text", "diag_text"}
# The form of an arrest is asked in ECPR; version 0.1 said so once, the fields say it each.
FORM_CONDITION = {"4": "support_type==3"}
# A row of these exists only because the answer before it was yes.
ROWS_AFTER = {"7": "any_complication==1", "8": "any_infection==1"}
ADDED_CODES = {"diagnosis": {"R29", "R30", "R31", "R32", "R33", "C31", "C32"}}


@pytest.fixture(scope="module")
def published() -> dict[str, Any]:
    return document()


def test_committed_files_are_the_ones_published_now() -> None:
    now = dict(files())

    committed = {
        path.relative_to(PLACE).as_posix(): path.read_text(encoding="utf-8")
        for path in PLACE.rglob("*.*")
        if path.suffix != ".md"
    }

    assert sorted(committed) == sorted(now)
    changed = [name for name in now if committed[name] != now[name]]
    assert changed == [], "run: python manage.py publish_dictionary"


@pytest.mark.parametrize("number", BEFORE["forms"])
def test_no_field_is_lost_or_new(published: dict[str, Any], number: str) -> None:
    names = [field["name"] for field in _form(published, number)]

    assert set(names) - ADDED_FIELDS == set(BEFORE["forms"][number])
    assert len(names) == len(set(names))


@pytest.mark.parametrize("number", BEFORE["forms"])
def test_fields_kept_type_range_requirement_and_condition(published: dict[str, Any], number: str) -> None:
    now = {
        field["name"]: _facts(field)
        for field in _form(published, number)
        if field["name"] not in ADDED_FIELDS
    }

    before = {name: _decided(number, facts) for name, facts in BEFORE["forms"][number].items()}

    assert {name: facts for name, facts in now.items() if facts != before[name]} == {}


def _decided(number: str, facts: dict[str, Any]) -> dict[str, Any]:
    """An entry of version 0.1 as the forms ask it now."""
    if number in FORM_CONDITION and facts["type"] != "calculated":
        required = facts["requirement"] == "required"
        own = f" and {facts['condition']}" if "condition" in facts else ""
        facts = facts | {"condition": FORM_CONDITION[number] + own}
        return facts | {"requirement": "conditional"} if required else facts
    if facts.get("condition") == ROWS_AFTER.get(number, ""):
        return {name: fact for name, fact in facts.items() if name != "condition"} | {
            "requirement": "required"
        }
    return facts


def test_code_lists_kept_their_codes(published: dict[str, Any]) -> None:
    now = {each["name"]: {item["code"] for item in each["items"]} for each in published["code_lists"]}

    for name in BEFORE["code_lists"].keys() - {"record_status"}:
        if name in now:
            assert now[name] - set(BEFORE["code_lists"][name]) == ADDED_CODES.get(name, set()), name
            assert set(BEFORE["code_lists"][name]) <= now[name], name


def test_every_field_speaks_both_languages_and_is_defined(published: dict[str, Any]) -> None:
    texts = ("label_en", "label_zh", "definition_en", "definition_zh")

    silent = [
        field["name"]
        for form in published["forms"]
        for field in form["fields"]
        if not all(map(field.get, texts))
    ]

    assert silent == []


def test_rules_name_fields_that_exist(published: dict[str, Any]) -> None:
    known = {field["name"] for form in published["forms"] for field in form["fields"]}
    known |= {each["name"] for each in published["derived_variables"]}

    assert {rule.number: set(rule.fields) - known for rule in every_rule() if set(rule.fields) - known} == {}


@pytest.mark.parametrize("book", BOOKS, ids=["case", "follow-up", "center"])
def test_every_rule_of_every_book_is_published(published: dict[str, Any], book: RuleBook) -> None:
    entries = {each["id"]: each for each in published["rules"]}
    lines = {line["id"]: line for line in _lines("rules-0.3.csv")}

    assert list(book)
    for rule in book:
        said = (str(rule.severity), rule.name, rule.message.en, rule.message.zh)
        for entry in (entries[rule.number], lines[rule.number]):
            assert (entry["severity"], entry["statement"], entry["message_en"], entry["message_zh"]) == said


def test_no_two_books_use_one_number(published: dict[str, Any]) -> None:
    numbers = [each["id"] for each in [*published["rules"], *published["standing_rules"]]]

    assert len(numbers) == len(set(numbers))
    assert [line["id"] for line in _lines("rules-0.3.csv")] == sorted(numbers)


def test_fields_name_the_rules_of_all_books(published: dict[str, Any]) -> None:
    rules = {field["name"]: field["rules"] for number in ("10", "11") for field in _form(published, number)}

    assert "V136" in rules["trained_physician_count"]
    assert "V138" in rules["profile_year"]
    assert "V130" in rules["fu_date"]


def test_what_the_registry_writes_is_marked(published: dict[str, Any]) -> None:
    written = {
        field["name"]
        for form in published["forms"]
        for field in form["fields"]
        if field["written_by"] == "registry"
    }

    record = {"center_code", "patient_id", "record_status", "completed_by"}
    assert written == record | {"run_number", "fu_window", "fu_year", "profile_year"} | CALCULATED


def test_center_fields_are_the_columns_of_a_center(published: dict[str, Any]) -> None:
    fields = [field for field in _form(published, "11") if field["entity"] == "center"]

    assert [field["name"] for field in fields] == [
        name for name in CenterForm.Meta.fields if name != "status"
    ]
    assert [field["missing_reasons"] for field in fields] == [[]] * len(fields)


def test_states_of_a_case_are_the_codes_of_its_status(published: dict[str, Any]) -> None:
    status = next(each for each in published["code_lists"] if each["name"] == "record_status")

    assert [item["code"] for item in status["items"]] == [each["state"] for each in published["case_states"]]


def test_identity_doubts_are_warnings() -> None:
    assert [BOOK[number].severity for number in ("V065", "V066", "V067")] == ["error", "warning", "warning"]


def test_required_fields_offer_a_value_or_a_reason(published: dict[str, Any]) -> None:
    """Only what a case cannot do without has neither a reason nor a code for unknown."""
    strict = {
        field["name"]
        for form in published["forms"]
        if form["number"] in (1, 3, 9)
        for field in form["fields"]
        if field["requirement"] == Requirement.REQUIRED
        and not field["missing_reasons"]
        and field["written_by"] == "person"
        and not field["choices"]
    }

    assert strict == {"birth_date", "run_start_at", "run_stop_at"}


def _lines(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(dict(files())[name])))


def _form(published: dict[str, Any], number: str) -> list[dict[str, Any]]:
    return next(form["fields"] for form in published["forms"] if form["number"] == int(number))


def _facts(field: dict[str, Any]) -> dict[str, Any]:
    facts = {name: value for name in _NAMES if (value := field[name]) is not None}
    if field["type"] == "reference":  # the number of a row: its limits are no clinical range
        facts.pop("hard_range", None)
    return facts


_NAMES = ("type", "decimal_places", "unit", "choices", "soft_range", "hard_range", "requirement", "condition")
