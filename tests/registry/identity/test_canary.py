"""P06: after a patient was saved, shown, searched and broken upon, no text of the identity is left anywhere."""

import logging
from datetime import date

import pytest
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import reverse

from centers.models import Center
from registry.identity import matching, store
from registry.identity.documents import synthetic_id
from tests.factories.people import coordinator_of
from tests.registry.identity.conftest import acting_in, opened

NUMBER = synthetic_id("11", date(1971, 3, 9), 2, 321)
TYPED = {
    "identity-medical_record_no": "KANARIE-77",
    "identity-patient_name": "金丝雀测试",
    "identity-id_document_type": "1",
    "identity-id_document_no": NUMBER,
    "identity-contact_phone": "13900007731",
    "identity-contact_phone_2": "0571-00007732",
}
CANARIES = [text for name, text in TYPED.items() if not name.endswith("type")] + ["KANARIE77"]


def leaked(text: str) -> list[str]:
    """Which canaries occur, in clear, as bytes in hexadecimal, or escaped."""
    return [
        canary
        for canary in CANARIES
        if any(form in text for form in (canary, canary.encode().hex(), ascii(canary).strip("'")))
    ]


def whole_database() -> str:
    """Every row of every table the application can read."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
        tables = [name for (name,) in cursor.fetchall()]
        dump = []
        for table in tables:
            cursor.execute("SELECT has_table_privilege(%s, 'SELECT')", [table])
            if cursor.fetchone()[0]:
                cursor.execute(f"SELECT coalesce(string_agg(t::text, chr(10)), '') FROM \"{table}\" t")
                dump.append(cursor.fetchone()[0])
    return "\n".join(dump)


@pytest.fixture
def everything_logged(caplog):
    """Every logger at its most talkative."""
    caplog.set_level(logging.DEBUG)
    for name in list(logging.root.manager.loggerDict):
        caplog.set_level(logging.DEBUG, logger=name)
        logging.getLogger(name).propagate = True
    return caplog


@pytest.mark.django_db(transaction=True)
def test_P06_no_canary_is_left_anywhere(servers, broker, everything_logged, monkeypatch, case, make_case):
    addresses: list[str] = []
    coordinator = coordinator_of(case.center)
    second = make_case(case.center)
    client = Client(raise_request_exception=False)
    client.force_login(coordinator)

    def post(name, of, data=None):
        return send(reverse(f"identity:{name}", args=[of.number]), data or {})

    def send(address, data):
        response = client.post(address, data)
        addresses.extend(
            [response.request["PATH_INFO"], response.request["QUERY_STRING"], response.get("Location", "")]
        )
        return response

    assert post("save", case, TYPED).status_code == 200
    assert "金丝雀测试" in post("show", case).content.decode()
    assert post("contact", case.patient).status_code == 200
    assert post("save", case, {**TYPED, "identity-contact_phone": "1"}).status_code == 422
    assert post("save", second, TYPED).status_code == 422
    for text in (TYPED["identity-medical_record_no"], NUMBER, "KANARIE"):
        assert send(reverse("registry:search"), {"q": text}).status_code == 302
    assert client.get(reverse("registry:case_list")).status_code == 200
    assert client.get(reverse("registry:case", args=[case.number])).status_code == 200
    monkeypatch.setattr(store, "_refuse_duplicate", lambda patient: None)
    assert post("save", second, TYPED).status_code == 500  # the unique constraint, logged by all who can
    with acting_in(coordinator):
        assert matching.find_by_record_no(case.center, TYPED["identity-medical_record_no"]).exists()
        matching.propose(
            case.center, record_no="", document_type=1, document_no=NUMBER, at=None, by=coordinator
        )

    with opened(*Center.objects.all()):
        dump = whole_database()
    assert case.patient.number in dump
    assert leaked(dump) == []
    assert leaked("\n".join(addresses)) == []
    logged = "\n".join(f"{record.getMessage()} {record.__dict__}" for record in everything_logged.records)
    assert "IntegrityError" in logged
    assert leaked(logged) == []
    assert leaked(servers.cluster.log.read_text(errors="replace")) == []
    assert leaked("\n".join(message.message().as_string() for message in mail.outbox)) == []
    assert leaked(valkey_contents(servers)) == []


def valkey_contents(servers) -> str:
    """What the broker and the cache hold."""
    import redis

    found = []
    for database in (0, 1, 2):
        with redis.Redis(unix_socket_path=str(servers.broker.socket), db=database) as client:
            for key in client.keys("*"):
                found += [part.decode(errors="replace") for part in (key, client.dump(key))]
    return "\n".join(found)


def test_the_search_for_canaries_finds_them(servers, broker):
    cache.set("leak", TYPED["identity-patient_name"])

    assert leaked(valkey_contents(servers)) == [TYPED["identity-patient_name"]]
    assert leaked(f"x {NUMBER} y") == [NUMBER]
    assert leaked("金丝雀测试".encode().hex()) == ["金丝雀测试"]
