"""Admins keep the list of centers."""

import pytest

from centers.models import Center
from tests.centers.visits import as_
from tests.factories.people import (
    admin,
)

pytestmark = pytest.mark.django_db


def test_an_admin_makes_and_edits_a_center():
    client = as_(admin())
    fields = {
        "center_code": "d77",
        "center_name": "厦门医院",
        "center_name_en": "",
        "center_province": "35",
        "center_city": "厦门",
        "program_start_year": "2010",
        "status": "active",
    }

    client.post("/admin/centers/new/", fields)
    client.post("/admin/centers/D77/", {**fields, "center_code": "X99", "center_name": "重庆医院"})

    center = Center.objects.get()
    assert (center.center_code, center.center_name, center.name_pinyin) == (
        "D77",
        "重庆医院",
        "chong qing yi yuan",
    )


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("center_code", "D 1"),
        ("center_code", "中"),
        ("center_province", "00"),
        ("program_start_year", "1900"),
        ("program_start_year", "NaN"),
        ("center_name", ""),
        ("status", "gone"),
    ],
)
def test_a_center_with_a_wrong_field_is_not_stored(field, value):
    fields = {
        "center_code": "D77",
        "center_name": "厦门医院",
        "center_province": "35",
        "center_city": "厦门",
        "program_start_year": "2010",
        "status": "active",
    }

    response = as_(admin()).post("/admin/centers/new/", fields | {field: value})

    assert "data-error-summary" in response.content.decode()
    assert not Center.objects.exists()
