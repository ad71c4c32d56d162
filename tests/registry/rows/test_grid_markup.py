"""A value of the grid is filled in as its template would have rendered it."""

import re
from typing import Any

import pytest
from django.template.loader import render_to_string

from centers.models import Center, Role
from registry import record
from registry.case_page.grid import Cell, GridRow, cell_markup
from registry.case_page.page import CasePage
from registry.models import Case, Run, SupportRecord
from tests.factories.people import make_center, person_with
from tests.registry.rows.running import make_running

pytestmark = pytest.mark.django_db
BETWEEN = re.compile(r">\s+<")


@pytest.fixture
def center(everything: None) -> Center:
    return make_center()


@pytest.fixture
def case(center: Center) -> Case:
    """Stored and expected rows; among the values one that fell, one that is unusual, one not done and one not read."""
    case = make_running(center, person_with(Role.COORDINATOR, center))
    first, second = SupportRecord.objects.filter(run__case=case).order_by("measured_at")[:2]
    SupportRecord.objects.filter(pk=first.pk).update(on_hb=120, on_map=140, pump_flow=None)
    notes = {"missing": {"on_aptt": "not_done"}, "rejected": {"on_lactate": "<b>two</b>"}}
    SupportRecord.objects.filter(pk=second.pk).update(on_hb=60, notes=notes, on_aptt=None, on_lactate=None)
    return case


def plainly(cell: Cell, row: GridRow, who: str) -> str:
    context: dict[str, Any] = {
        "question": cell.question,
        "head": cell.head,
        "state": cell.state,
        "before": cell.before,
        "fell": str(cell.fell or ""),
        "row_key": row.key,
        "offer": row.offer,
        "who": who,
    }
    return BETWEEN.sub("> <", render_to_string("registry/partials/grid_cell.html", context).strip())


@pytest.mark.parametrize("editable", [True, False])
def test_every_value_reads_as_its_template_renders_it(case: Case, editable: bool) -> None:
    page = CasePage(record.load(Case.objects.all(), pk=case.pk), editable=editable)
    cells = [(cell, row) for row in page.grid for cell in row.cells]

    assert {bool(row.offer) for _, row in cells} == ({True, False} if editable else {False})
    assert {cell.state for cell, _ in cells} >= {"need", "nd", ""}
    assert any(cell.fell for cell, _ in cells)
    for cell, row in cells:
        assert cell_markup(cell, row, "11-<20>") == plainly(cell, row, "11-<20>")


def test_nothing_is_left_to_be_filled_in(client: Any, case: Case) -> None:
    client.force_login(Run.objects.get(case=case).case.created_by)

    for address in (f"/cases/{case.number}/", "/daily/"):
        assert not re.search("[\ue000\ue001]", client.get(address).content.decode())
