"""The one statement that reads a case gives what the ORM gives, value by value."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st

from centers.models import Center, Role
from centers.rls import READ_ALL, scope
from registry import record
from registry.actions.cases import add_run
from registry.models import Cannula, Case
from registry.record import RUN_PARTS, Record
from registry.sections import ROWS_OF_A_RUN, TABLES
from tests.crf.drawn_answers import valid_answer
from tests.factories.cases import make_complete, make_draft
from tests.factories.people import make_center, person_with

pytestmark = pytest.mark.django_db

KINDS = list(TABLES)
NOTED = st.dictionaries(
    st.sampled_from(["missing", "rejected", "reason"]), st.just({"elsewhere": '不详 \\ " \u2028'})
)


@pytest.fixture
def center(everything: None) -> Center:
    return make_center()


@pytest.fixture
def case(center: Center) -> Case:
    """Two runs, and in the first two rows of each group out of their order."""
    by = person_with(Role.COORDINATOR, center)
    case = make_complete(center, by)
    add_run(case, by=by)
    run = case.runs.get(run_number=1)
    for table in ROWS_OF_A_RUN.values():
        table.objects.create(center=center, run=run, position=70)
        table.objects.create(center=center, run=run, position=60)
    return case


def by_the_orm(case: Case) -> Record:
    return Record(record.with_everything(Case.objects.filter(pk=case.pk)).get())


def by_one_statement(case: Case) -> Record:
    return record.load(Case.objects.all(), pk=case.pk)


def image(held: Record) -> dict[str, Any]:
    """Every column of every row in order, with its type; decimals with their places."""
    parts = {"case": held.case} | {place.key: place.part for place in held.places}
    return {
        key: {
            field.attname: (type(value), str(value), value)
            for field in part._meta.concrete_fields
            for value in [getattr(part, field.attname)]
        }
        for key, part in parts.items()
    }


@settings(max_examples=60)
@given(st.data())
def _read_alike(case: Case, data: st.DataObject) -> None:
    table: Any = TABLES[data.draw(st.sampled_from(KINDS))]
    fields = [
        field for field in table.item_fields() if not field.item.system and not getattr(field, "group", "")
    ]
    values = {
        field.name: data.draw(st.none() | valid_answer(field).map(lambda drawn: drawn[1])) for field in fields
    }
    table.objects.update(**values, notes=data.draw(NOTED))

    assert image(by_one_statement(case)) == image(by_the_orm(case))


def test_all_that_can_be_answered_is_read_as_the_orm_reads_it(case: Case) -> None:
    _read_alike(case)


def test_the_rows_of_other_cases_are_not_read(case: Case, center: Center) -> None:
    other = make_draft(center, person_with(Role.COORDINATOR, center))

    assert len(by_one_statement(case).places) == len(by_the_orm(case).places)
    assert {place.part.center_id for place in by_one_statement(other).places} == {center.pk}
    assert (
        len(by_one_statement(other).places)
        == len(by_the_orm(other).places)
        < len(by_one_statement(case).places)
    )


def test_a_case_is_read_in_two_queries_whatever_its_size(case: Case) -> None:
    with CaptureQueriesContext(connection) as captured:
        held = by_one_statement(case)
        everything = [(place.key, place.part.center_id, place.part.notes) for place in held.places]
        assert [getattr(run, kind).run.case for run in held.runs for kind in RUN_PARTS] == [held.case] * 10
        assert held.case.center.pk == held.case.patient.center_id

    assert len(everything) > 30
    assert len(captured) == 2


def test_rows_are_asked_for_further_as_rows_of_their_run(case: Case) -> None:
    first, second = by_one_statement(case).runs

    assert first.cannulas.filter(position=60).count() == 1
    assert not second.cannulas.filter(position=60).exists()
    assert first.cannulas.count() == Cannula.objects.filter(run=first.pk).count()


def test_a_part_that_is_not_there_is_none(case: Case) -> None:
    run = case.runs.get(run_number=2)
    run.ecpr.delete()

    with pytest.raises(type(run).ecpr.RelatedObjectDoesNotExist):
        _ = by_one_statement(case).runs[1].ecpr


def test_what_the_scope_does_not_show_is_not_read(case: Case) -> None:
    with scope(READ_ALL):
        assert len(by_one_statement(case).places) > 30
    hidden = Case.objects.get(pk=case.pk)
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('app.read_centers', '', true)")

    with pytest.raises(ValueError, match="values to unpack"):
        record.read(hidden)
