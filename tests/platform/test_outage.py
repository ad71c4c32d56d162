"""The database goes away while somebody works."""

from typing import Any

import pytest
from django.db import InterfaceError, OperationalError, connection
from django.test import Client


@pytest.mark.django_db
@pytest.mark.parametrize("failure", [OperationalError, InterfaceError])
def test_a_lost_database_is_said_and_nothing_more(
    client: Client, monkeypatch: pytest.MonkeyPatch, failure: type[Exception]
) -> None:
    def lost(*args: Any, **kwargs: Any) -> None:
        raise failure("server closed the connection unexpectedly: host db.internal")

    client.raise_request_exception = False
    monkeypatch.setattr(connection, "cursor", lost)
    answer = client.get("/account/login/")

    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "5"
    assert "未保存" in answer.content.decode()
    assert "db.internal" not in answer.content.decode()
