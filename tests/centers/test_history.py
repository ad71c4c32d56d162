"""History is written whatever path a change takes, and says who acted."""

from io import StringIO
from typing import Any

import pytest
from django.db import connection

from centers.history import acting
from centers.models import Center, Invitation, User
from tests.factories.people import make_center, make_invitation, make_user

pytestmark = pytest.mark.django_db


def event_model(model: Any) -> Any:
    return model._meta.get_field("events").related_model


def events(pk: int) -> list[tuple]:
    rows = event_model(Center).objects.filter(pgh_obj_id=pk).order_by("pgh_id")
    return [(row.pgh_label, row.center_city, row.pgh_context) for row in rows]


def test_S66_every_path_is_seen():
    with acting(user=None, reason="a test"):
        (center,) = Center.objects.bulk_create([Center(center_code="B1", center_city="甲")])
        Center.objects.filter(pk=center.pk).update(center_city="乙")
        with connection.cursor() as cursor:
            cursor.execute("UPDATE centers_center SET center_city = '丙' WHERE id = %s", [center.pk])
        pk = center.pk
        center.delete()

    told = {"user": None, "reason": "a test"}
    assert events(pk) == [
        ("insert", "甲", told),
        ("update", "乙", told),
        ("update", "丙", told),
        ("delete", "丙", told),
    ]


def test_acting_nests_and_ends():
    outer, inner = make_user(), make_user()
    with acting(user=outer, reason="outside"):
        center = make_center(center_city="甲")
        with acting(user=inner, job="import"):
            Center.objects.update(center_city="乙")
        Center.objects.update(center_city="丙")
    Center.objects.update(center_city="丁")

    assert events(center.pk) == [
        ("insert", "甲", {"user": outer.pk, "reason": "outside"}),
        ("update", "乙", {"user": inner.pk, "reason": "", "job": "import"}),
        ("update", "丙", {"user": outer.pk, "reason": "outside"}),
        ("update", "丁", None),
    ]


def test_copy_is_seen_with_its_actor():
    user = make_user()
    line = "\t".join(["C1", "医院", "", "31", "上海", "active", "yi yuan"])
    columns = (
        "center_code",
        "center_name",
        "center_name_en",
        "center_province",
        "center_city",
        "status",
        "name_pinyin",
    )
    with acting(user=user), connection.cursor() as cursor:
        cursor.copy_from(StringIO(line + "\n"), "centers_center", columns=columns)

    assert events(Center.objects.get(center_code="C1").pk)[0][2] == {"user": user.pk, "reason": ""}


def test_no_secret_is_kept_in_history():
    make_user()
    make_invitation()

    for model, secrets in ((User, {"password", "last_login"}), (Invitation, {"token_hash"})):
        kept = {field.name for field in event_model(model)._meta.get_fields()}
        assert not kept & secrets
