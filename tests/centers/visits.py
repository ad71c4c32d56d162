"""How these tests visit the pages: as somebody, inviting, and reading the security log."""

from typing import Any

from django.http import HttpResponse
from django.test import Client

from centers.models import Center, SecurityEvent, User
from centers.rls import READ_ALL, scope
from tests.factories.people import (
    PASSWORD,
    coordinator_of,
    director_of,
    make_center,
)


def as_(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def events() -> list[tuple]:
    with scope(READ_ALL):
        return list(SecurityEvent.objects.order_by("id").values_list("kind", "user", "center"))


def invite(client: Client, path: str, **fields: Any) -> Any:
    data = {"email": "new@test.example", "role": "coordinator", "center": "", "language": "en", **fields}
    return client.post(path, data)


class DeadMailServer:
    def __init__(self, **options: Any) -> None:
        raise ConnectionRefusedError


def people_here() -> tuple[Center, User, User]:
    center = make_center()
    return center, director_of(center), coordinator_of(center)


LOGIN = "/account/login/"


def sign_in(email: str, password: str = PASSWORD, client: Client | None = None, **headers: Any) -> Any:
    return (client or Client()).post(LOGIN, {"login": email, "password": password}, **headers)


def is_in(response: HttpResponse) -> bool:
    return response.status_code == 302


def kinds() -> list[str]:
    with scope(READ_ALL):
        return list(SecurityEvent.objects.order_by("id").values_list("kind", flat=True))
