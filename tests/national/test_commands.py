"""The commands do what the schedule does and print what the schema promises."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from jsonschema import Draft202012Validator

from national.facts.refresh import refreshing
from national.models import RefreshLog, Result, RunFact
from national.statistics import STATISTICS
from national.statistics.published import markdown
from tests.national.builder import START, case, run

pytestmark = pytest.mark.django_db
DOCS = Path(__file__).resolve().parents[2] / "docs" / "statistics"
SCHEMA = json.loads((DOCS / "results.schema.json").read_text())


def output(*arguments, **options):
    out = StringIO()
    call_command(*arguments, stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def figures(center):
    for n in range(24):
        ended = {"status": 6, "died": 1, "death_at": START} if n % 2 else {}
        case(center, runs=[run(support_type=1 + n % 2, hours=10 * n + 1)], **ended)
    case(center, runs=[run(support_type=3)])
    output("aggregate_statistics")


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("public", [False, True])
def test_printed_results_follow_the_published_schema(figures, public):
    document = json.loads(output("national_statistics", year=2024, json=True, public=public))

    Draft202012Validator(SCHEMA).validate(document)
    assert [table["statistic"] for table in document["statistics"]] == list(STATISTICS)
    assert all(table["rows"] for table in document["statistics"])
    assert ("not for release" in (document["release"] or "")) is not public
    exact = [
        "value" in cell
        for t in document["statistics"]
        for line in t["rows"]
        for cell in line["cells"].values()
    ]
    assert exact.count(True) == (0 if public else len(exact))


def test_printed_survival_has_the_curve_of_all_years_too(figures):
    document = json.loads(output("national_statistics", year=2024, json=True))

    survival = next(table for table in document["statistics"] if table["statistic"] == "survival_one_year")
    assert {line["year"] for line in survival["rows"]} == {"all", 2024}


def test_a_year_without_results_is_said(figures):
    with pytest.raises(CommandError, match="nothing is stored for 1999"):
        output("national_statistics", year=1999, json=True)


def test_full_gives_the_same_results(figures):
    before = list(Result.objects.order_by("pk").values_list("statistic", "year", "audience", "sha256"))

    assert output("aggregate_statistics", full=True).startswith(
        "25 cases read, 25 rows written, 0 results changed"
    )

    assert (
        list(Result.objects.order_by("pk").values_list("statistic", "year", "audience", "sha256")) == before
    )
    assert RefreshLog.objects.filter(kind="command", state="done").count() == 2


def test_verify_fails_when_something_differed(figures):
    assert "0 results changed" in output("aggregate_statistics", verify=True)
    with refreshing():
        RunFact.objects.filter(support_type=3).update(support_type=1)

    with pytest.raises(CommandError, match="have been corrected"):
        output("aggregate_statistics", verify=True)


def test_the_published_definitions_are_those_of_the_code():
    assert (DOCS / "definitions.md").read_text(encoding="utf-8") == markdown(STATISTICS), (
        "run: python manage.py statistics_definitions"
    )


@pytest.mark.parametrize("statistic", STATISTICS.values(), ids=list(STATISTICS))
def test_every_text_of_a_statistic_is_there_in_both_languages(statistic):
    texts = [statistic.label, statistic.unit_label, *vars(statistic.definition).values()]
    texts += [measure.label for measure in statistic.measures]
    texts += [
        label for dimension in statistic.dimensions for label in (dimension.label, *dimension.levels.values())
    ]

    for text in texts:
        assert text.en.strip()
        assert text.zh.strip()
        assert text.en == "ECPR" or text.en != text.zh


@pytest.mark.parametrize("statistic", STATISTICS.values(), ids=list(STATISTICS))
def test_a_statistic_names_every_column_it_reads(statistic):
    """Columns of the query that are missing from ``reads`` would leave results stale."""
    columns = {field.column for field in RunFact._meta.concrete_fields}
    words = set(statistic.sql.replace("(", " ").replace(")", " ").replace(",", " ").split())

    assert words & columns <= statistic.reads
