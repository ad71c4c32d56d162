"""Inviting, accepting, ending roles and accounts: what is done, and what is refused."""

import re
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client, TestCase
from django.utils import timezone

from centers.models import Center, Invitation, Membership, Role, SecurityEvent, User
from centers.rls import READ_ALL, scope
from tests.factories.people import (
    PASSWORD,
    admin,
    coordinator_of,
    director_of,
    make_center,
    make_invitation,
    make_membership,
    make_user,
    person_with,
    reviewer,
)

pytestmark = pytest.mark.django_db
LONG = "lantern Copper 71 meadow gate"


def as_(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture(autouse=True)
def mailbox(settings: Any) -> Any:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


def events() -> list[tuple]:
    with scope(READ_ALL):
        return list(SecurityEvent.objects.order_by("id").values_list("kind", "user", "center"))


def invite(client: Client, path: str, **fields: Any) -> Any:
    data = {"email": "new@test.example", "role": "coordinator", "center": "", "language": "en", **fields}
    return client.post(path, data)


def test_a_director_invites_and_the_guest_makes_an_account(django_capture_on_commit_callbacks):
    center = make_center(center_name_en="North Hospital")
    director = director_of(center)

    with django_capture_on_commit_callbacks(execute=True):
        invite(as_(director), "/center/people/", center=center.pk)

    (message,) = mail.outbox
    assert message.to == ["new@test.example"]
    found = re.search(r"https?://[^/]+(/invitation/\S+)", message.body)
    guest = Client()
    assert found
    assert guest.get(found[1]).headers["Location"] == "/invitation/"
    page = guest.get("/invitation/")
    assert "new@test.example" in page.content.decode()
    guest.post("/invitation/", {"name": "New Person", "password1": PASSWORD, "password2": PASSWORD})

    user = User.objects.get(email="new@test.example")
    assert (user.name, user.language) == ("New Person", "en")
    assert [(m.role, m.center) for m in user.memberships.all()] == [("coordinator", center)]
    assert guest.get("/account/profile/").status_code == 200
    assert events()[1:] == [
        ("invited", director.pk, center.pk),
        ("invitation_accepted", user.pk, center.pk),
        ("role_granted", user.pk, center.pk),
        ("login", user.pk, None),
    ]


def test_R13_a_refused_invitation_sends_nothing():
    center = make_center()
    coordinator_of(center, email="there@test.example")

    with TestCase.captureOnCommitCallbacks(execute=True):
        response = invite(
            as_(director_of(center)), "/center/people/", center=center.pk, email="there@test.example"
        )

    assert "data-error-summary" in response.content.decode()
    assert mail.outbox == []


def test_a_mail_server_that_is_down_does_not_lose_the_invitation(settings):
    settings.EMAIL_BACKEND = "tests.centers.test_people.DeadMailServer"
    center = make_center()

    with TestCase.captureOnCommitCallbacks(execute=True):
        response = invite(as_(director_of(center)), "/center/people/", center=center.pk)

    assert response.status_code == 302
    assert Invitation.objects.count() == 1


class DeadMailServer:
    def __init__(self, **options: Any) -> None:
        raise ConnectionRefusedError


def test_S24_a_link_works_once_and_not_after_its_time():
    _invitation, token = make_invitation()
    guest = Client()
    guest.get(f"/invitation/{token}/")
    answers = {"name": "N", "password1": PASSWORD, "password2": PASSWORD}
    guest.post("/invitation/", answers)

    again = Client()
    again.get(f"/invitation/{token}/")
    assert again.get("/invitation/").status_code == 404

    late, token = make_invitation(expires_at=timezone.now() - timedelta(minutes=1))
    guest = Client()
    guest.get(f"/invitation/{token}/")
    assert guest.post("/invitation/", answers).status_code == 404
    assert not User.objects.filter(email=late.email).exists()


def test_the_secret_of_a_link_is_not_stored():
    _invitation, token = make_invitation()

    assert len(token) >= 43
    assert token not in str(Invitation.objects.values().get())
    assert Client().get("/invitation/").status_code == 404


@pytest.mark.parametrize(
    ("password", "again", "role"),
    [
        ("Short 1 pw", "Short 1 pw", "coordinator"),
        ("lantern copper meadow", "lantern copper meadow", "coordinator"),
        ("Password12345!", "Password12345!", "coordinator"),
        ("Guest Yiyuan 1!", "Guest Yiyuan 1!", "coordinator"),
        (PASSWORD, PASSWORD + "x", "coordinator"),
        ("kelp 7 Vapor mu", "kelp 7 Vapor m", "admin"),
        ("kelp7 Vapor mu", "kelp7 Vapor mu", "admin"),
    ],
)
def test_S02_S03_bad_passwords_make_no_account(password, again, role):
    center = make_center() if role == "coordinator" else None
    invitation, token = make_invitation(role=role, center=center, email="guest@test.example")
    guest = Client()
    guest.get(f"/invitation/{token}/")

    response = guest.post("/invitation/", {"name": "N", "password1": password, "password2": again})

    assert response.status_code == 200
    assert "data-error-summary" in response.content.decode()
    assert not User.objects.filter(email=invitation.email).exists()


def test_an_invited_person_with_an_account_takes_the_role_after_signing_in():
    user, center = make_user(), make_center()
    _invitation, token = make_invitation(email=user.email, center=center)
    client = Client()
    client.get(f"/invitation/{token}/")
    assert "/account/login/" in client.get("/invitation/")["Location"]
    client.force_login(user)
    client.get(f"/invitation/{token}/")

    client.post("/invitation/")

    assert Membership.objects.get(user=user).center == center


def test_an_invitation_for_somebody_else_gives_nothing():
    stranger, invited = make_user(), make_user()
    _, token = make_invitation(email=invited.email)
    client = as_(stranger)
    client.get(f"/invitation/{token}/")

    client.post("/invitation/")

    assert not Membership.objects.exists()


@pytest.mark.parametrize("role", [None, Role.COORDINATOR, Role.REVIEWER])
@pytest.mark.parametrize(
    "path", ["/center/people/", "/admin/people/", "/admin/centers/", "/admin/centers/new/"]
)
def test_S21_who_may_not_manage_sees_no_page(role, path):
    client = as_(person_with(role, make_center()))

    assert client.get(path).status_code == 403
    assert invite(client, path, center=make_center().pk).status_code == 403
    assert not Invitation.objects.exists()


def test_S21_a_director_has_no_society_pages():
    client = as_(director_of(make_center()))

    assert [
        client.get(path).status_code for path in ("/center/people/", "/admin/people/", "/admin/centers/")
    ] == [
        200,
        403,
        403,
    ]


@pytest.mark.parametrize(
    ("role", "elsewhere"),
    [("admin", False), ("reviewer", False), ("coordinator", True), ("director", True)],
)
def test_S26_a_director_cannot_invite_beyond_the_own_center(role, elsewhere):
    here, other = make_center(), make_center()
    client = as_(director_of(here))

    invite(client, "/center/people/", role=role, center=other.pk if elsewhere else here.pk)

    assert not Invitation.objects.exists()


def test_S26_nobody_invites_themselves():
    boss = admin()

    response = invite(as_(boss), "/admin/people/", email=boss.email.upper(), role="reviewer")

    assert response.status_code == 403
    assert not Invitation.objects.exists()


def test_an_admin_invites_for_the_society_and_every_center():
    client, center = as_(admin()), make_center()

    invite(client, "/admin/people/", email="a@test.example", role="reviewer", center=center.pk)
    invite(client, "/admin/people/", email="b@test.example", role="director", center=center.pk)

    assert list(Invitation.objects.order_by("pk").values_list("email", "role", "center")) == [
        ("a@test.example", "reviewer", None),
        ("b@test.example", "director", center.pk),
    ]


def test_S25_extra_fields_of_a_form_have_no_effect():
    user = coordinator_of(make_center())

    as_(user).post(
        "/account/profile/", {"name": "N", "language": "en", "is_active": "", "email": "x@test.example"}
    )

    user.refresh_from_db()
    assert (user.name, user.language, user.is_active) == ("N", "en", True)
    assert user.email != "x@test.example"


def people_here() -> tuple[Center, User, User]:
    center = make_center()
    return center, director_of(center), coordinator_of(center)


def test_disabling_ends_the_sessions_at_once():
    _, director, colleague = people_here()
    theirs = Client()
    theirs.post("/account/login/", {"login": colleague.email, "password": PASSWORD})
    assert theirs.get("/account/profile/").status_code == 200

    as_(director).post("/people/disable/", {"person": colleague.pk})

    assert theirs.get("/account/profile/").status_code == 302
    assert not colleague.usersession_set.exists()
    assert Client().post("/account/login/", {"login": colleague.email, "password": PASSWORD})["Location"] == (
        "/account/inactive/"
    )
    assert ("account_disabled", director.pk, None) in events()


def test_sign_out_everywhere_leaves_the_account_open():
    _, director, colleague = people_here()
    theirs = Client()
    theirs.post("/account/login/", {"login": colleague.email, "password": PASSWORD})

    as_(director).post("/people/sign-out/", {"person": colleague.pk})

    assert theirs.get("/account/profile/").status_code == 302
    assert theirs.post("/account/login/", {"login": colleague.email, "password": PASSWORD})["Location"] == "/"


@pytest.mark.parametrize("act", ["disable", "enable", "sign-out"])
@pytest.mark.parametrize("who", ["stranger", "shared", "society", "self"])
def test_S26_a_director_manages_only_people_of_the_own_center_alone(act, who):
    center, director, _ = people_here()
    person = {
        "stranger": lambda: coordinator_of(make_center()),
        "shared": lambda: make_membership(coordinator_of(center), Role.COORDINATOR, make_center()).user,
        "society": lambda: make_membership(coordinator_of(center), Role.REVIEWER).user,
        "self": lambda: director,
    }[who]()

    response = as_(director).post(f"/people/{act}/", {"person": person.pk})

    assert response.status_code == 403
    person.refresh_from_db()
    assert person.is_active


def test_a_director_ends_roles_of_the_own_center_only():
    _center, director, colleague = people_here()
    stranger = coordinator_of(make_center())
    client = as_(director)
    roles = [person.memberships.get() for person in (colleague, stranger, director)]

    statuses = [client.post("/people/end-role/", {"role": role.pk}).status_code for role in roles]

    assert statuses == [302, 403, 403]
    assert list(Membership.objects.order_by("pk")) == [roles[2], roles[1]]
    assert as_(colleague).get("/center/people/").status_code == 403


@pytest.mark.parametrize("act", ["disable", "sign-out"])
def test_nobody_else_manages_people(act):
    _center, director, colleague = people_here()

    for user in (colleague, reviewer(), make_user()):
        assert as_(user).post(f"/people/{act}/", {"person": director.pk}).status_code == 403


def test_a_withdrawn_invitation_is_worthless():
    center, director, _ = people_here()
    invitation, token = make_invitation(center=center)

    as_(director).post("/people/withdraw-invitation/", {"invitation": invitation.pk})

    guest = Client()
    guest.get(f"/invitation/{token}/")
    assert guest.get("/invitation/").status_code == 404


def test_another_centers_invitation_cannot_be_withdrawn():
    invitation, _ = make_invitation()
    _, director, _ = people_here()

    response = as_(director).post("/people/withdraw-invitation/", {"invitation": invitation.pk})

    assert response.status_code == 403


@pytest.mark.parametrize("key", ["", "x", "-1", "９", "1" * 30, "999999"])
def test_S42_strange_keys_are_no_rows(key):
    assert as_(admin()).post("/people/disable/", {"person": key}).status_code == 404


def test_S34_names_are_shown_as_text():
    center, director, _ = people_here()
    coordinator_of(center, name="<script>alert(1)</script>𠮷·")

    page = as_(director).get("/center/people/").content.decode()

    assert "&lt;script&gt;alert(1)&lt;/script&gt;𠮷·" in page


@pytest.mark.parametrize("path", ["/center/people/", "/admin/people/", "/admin/centers/"])
def test_lists_ask_the_same_number_of_queries_for_one_row_and_many(path, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    center = make_center()
    user = director_of(center) if path.startswith("/center") else admin()
    client = as_(user)
    client.get(path)
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get(path)
    for _ in range(5):
        make_membership(coordinator_of(center), Role.DIRECTOR, center)
        make_invitation(center=center, invited_by=user)
        make_center()
    with CaptureQueriesContext(connection) as many:
        client.get(path)

    assert len(many) <= len(few) + 1  # the list of invitations is drawn only when there are some
    assert len(many) <= 30


def test_a_director_sees_only_the_own_people():
    _center, director, colleague = people_here()
    stranger = coordinator_of(make_center())

    page = as_(director).get("/center/people/").content.decode()

    assert colleague.email in page
    assert stranger.email not in page


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


def test_S20_people_end_their_own_other_sessions():
    user = make_user()
    here, there = Client(), Client()
    for client in (here, there):
        client.post("/account/login/", {"login": user.email, "password": PASSWORD})
    session = user.usersession_set.get(session_key=there.session.session_key)

    here.post("/account/profile/end-session/", {"session": session.pk})

    assert there.get("/account/profile/").status_code == 302
    assert here.get("/account/profile/").status_code == 200


def test_S20_not_those_of_others():
    user, other = make_user(), make_user()
    theirs = Client()
    theirs.post("/account/login/", {"login": other.email, "password": PASSWORD})

    response = as_(user).post("/account/profile/end-session/", {"session": other.usersession_set.get().pk})

    assert response.status_code == 404
    assert theirs.get("/account/profile/").status_code == 200


def test_S11_a_new_password_needs_the_old_one_and_ends_other_sessions():
    user = make_user()
    here, there = Client(), Client()
    for client in (here, there):
        client.post("/account/login/", {"login": user.email, "password": PASSWORD})
    new = {"password1": "quiet Harbor 52 window", "password2": "quiet Harbor 52 window"}

    here.post("/account/password/change/", {"oldpassword": "wrong", **new})
    assert there.get("/account/profile/").status_code == 200
    with TestCase.captureOnCommitCallbacks(execute=True):
        here.post("/account/password/change/", {"oldpassword": PASSWORD, **new})

    assert there.get("/account/profile/").status_code == 302
    assert here.get("/account/profile/").status_code == 200
    assert [message.to for message in mail.outbox] == [[user.email]]
    assert ("password_changed", user.pk, None) in events()


def test_the_language_is_the_persons_own_choice():
    user = make_user(language="zh-hans")
    client = as_(user)
    assert 'lang="zh-Hans"' in client.get("/account/profile/").content.decode()

    client.post("/account/language/", {"language": "en", "next": "https://evil.example/"})

    assert 'lang="en"' in client.get("/account/profile/").content.decode()
    assert client.post("/account/language/", {"language": "fr"}).status_code == 404


def test_the_front_door():
    center = make_center()

    assert Client().get("/")["Location"] == "/zh/"
    for user in (coordinator_of(center), director_of(center), reviewer(), admin(), make_user()):
        assert as_(user).get("/").status_code == 302


def test_the_first_admin_gets_a_link_and_no_password():
    out = StringIO()
    call_command("first_admin", email="Boss@Test.example", stdout=out)

    found = re.search(r"https?://[^/]+(/invitation/\S+)", out.getvalue())
    assert found
    guest = Client()
    guest.get(found[1])
    guest.post("/invitation/", {"name": "Boss", "password1": LONG, "password2": LONG})
    assert Membership.objects.get().role == Role.ADMIN
    assert guest.get("/admin/people/").status_code == 200
    with pytest.raises(CommandError, match="an admin already"):
        call_command("first_admin", email="other@test.example")
