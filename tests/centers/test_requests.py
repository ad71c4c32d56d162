"""One transaction per request: its scope, its history, its log, and what an error leaves behind."""

from typing import Any

import pytest
from django.db import connection, transaction
from django.http import Http404, HttpResponse
from django.test import Client, override_settings
from django.urls import path

from centers.models import Center, SecurityEvent, User
from centers.rls import READ_ALL, SETTINGS, scope
from centers.security_log import record
from tests.factories.people import coordinator_of, make_center

pytestmark = pytest.mark.django_db


def rename(request, end):
    """Change the person's center, log it, and end in some way."""
    Center.objects.update(center_city="新城")
    record("search", object="a test")
    if end == "raise":
        raise ValueError("a fault")
    if end == "missing":
        raise Http404
    if end == "roll_back":
        transaction.set_rollback(True)
        return HttpResponse(status=409)
    return HttpResponse(status=500 if end == "500" else 200)


def settings_now(request):
    with connection.cursor() as cursor:
        cursor.execute("SELECT " + ", ".join("current_setting(%s, true)" for _ in SETTINGS), SETTINGS)
        return HttpResponse("|".join(cursor.fetchone()))


def forget_myself(request):
    User.objects.filter(pk=request.user.pk).update(name="Renamed")
    return HttpResponse()


def not_found(request, exception):
    return HttpResponse(status=404)


def server_error(request):
    return HttpResponse(status=500)


handler404, handler500 = not_found, server_error
urlpatterns = [
    path("rename/<end>/", rename),
    path("settings/", settings_now),
    path("history/", forget_myself),
    path("account/login/", rename, name="account_login"),
]
here = override_settings(ROOT_URLCONF=__name__)


@pytest.fixture
def signed_in():
    user = coordinator_of(make_center(center_city="旧城"))
    client = Client(raise_request_exception=False)
    client.force_login(user)
    return client, user


@here
@pytest.mark.parametrize(
    ("end", "city"),
    [("fine", "新城"), ("raise", "旧城"), ("missing", "旧城"), ("roll_back", "旧城"), ("500", "旧城")],
)
def test_a_failed_request_leaves_nothing_but_its_security_event(signed_in, end, city):
    client, user = signed_in

    client.get(f"/rename/{end}/")

    assert Center.objects.get().center_city == city
    with scope(READ_ALL):
        event = SecurityEvent.objects.get(kind="search")
    assert (event.user, event.object, event.address) == (user, "a test", "127.0.0.1")
    assert event.request_id


@here
def test_a_request_has_the_scope_of_its_person_and_gives_it_back(signed_in):
    client, _ = signed_in
    center = Center.objects.get()

    shown = client.get("/settings/").content.decode()

    assert shown == f"{center.pk}|{center.pk}|{center.pk}||"
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('app.read_centers', true)")
        assert cursor.fetchone()[0] in ("", None)


@here
def test_S66_history_names_who_acted_in_which_request(signed_in):
    client, user = signed_in

    client.get("/history/")

    events: Any = User._meta.get_field("events").related_model
    event = events.objects.get(name="Renamed")
    assert event.pgh_context["user"] == user.pk
    assert event.pgh_context["request"]
    assert not hasattr(event, "password")


@here
def test_a_disabled_person_is_out_at_the_next_request(signed_in):
    client, user = signed_in
    User.objects.filter(pk=user.pk).update(is_active=False)

    response = client.get("/settings/")

    assert response.status_code == 302
