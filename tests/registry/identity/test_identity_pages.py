"""The identity panel: masked, shown on request and recorded, written only when typed anew."""

from datetime import date

import pytest
from django.urls import reverse

from centers.models import Role, SecurityEvent
from centers.rls import READ_ALL, scope
from registry.identity import store
from registry.identity.documents import synthetic_id
from registry.models import Identifier, IdentifierKind, Patient, Progress
from tests.factories.people import coordinator_of, director_of, make_user, person_with
from tests.registry.identity.conftest import acting_in, opened

K = IdentifierKind
NUMBER = synthetic_id("31", date(1980, 5, 6), 2, 7)
TEXTS = {K.NAME: "王𠮷明", K.DOCUMENT_NO: NUMBER, K.PHONE: "13900001234", K.RECORD_NO: "ZY00123"}
TYPED = {
    "identity-medical_record_no": "ZY00123",
    "identity-patient_name": "王𠮷明",
    "identity-id_document_type": "1",
    "identity-id_document_no": NUMBER,
    "identity-contact_phone": "13900001234",
    "identity-contact_phone_2": "",
}
NOTHING_TYPED = dict.fromkeys(TYPED, "") | {"identity-id_document_type": "1"}


@pytest.fixture
def stored(case, coordinator):
    """The case with every identifier in place."""
    with acting_in(coordinator):
        store.write_identity(case.patient, TEXTS, by=coordinator, case=case, document_type=1)
    return case


def address(name, case):
    return reverse(f"identity:{name}", args=[case.number])


def texts_of(case):
    by = coordinator_of(case.center)
    with acting_in(by):
        return store.reveal(case.patient, by=by, case=case)


def reveals():
    with scope(READ_ALL):
        return list(SecurityEvent.objects.filter(kind="reveal").order_by("id"))


def signed_in(client, user):
    client.force_login(user)
    return client


def test_panel_is_masked(client, stored, coordinator):
    page = signed_in(client, coordinator).get(address("panel", stored)).content.decode()

    assert "王**" in page
    assert "••••34" in page
    for text in TEXTS.values():
        assert text not in page
    assert reveals() == []


def test_show_answers_in_clear_and_is_recorded(client, stored, coordinator):
    page = signed_in(client, coordinator).post(address("show", stored)).content.decode()

    for text in TEXTS.values():
        assert text in page
    [event] = reveals()
    assert (event.user, event.center, event.object) == (
        coordinator,
        stored.center,
        f"patient {stored.patient.number}",
    )
    assert event.details == {"shown": sorted(str(kind) for kind in TEXTS)}


def test_show_leaves_the_fields_empty(client, stored, coordinator):
    response = signed_in(client, coordinator).post(address("show", stored))

    assert 'value="王𠮷明"' not in response.content.decode()
    assert f'value="{NUMBER}"' not in response.content.decode()


def test_show_is_a_post(client, stored, coordinator):
    assert signed_in(client, coordinator).get(address("show", stored)).status_code == 405


def test_everything_typed_is_stored_and_comes_back_masked(client, case, coordinator):
    response = signed_in(client, coordinator).post(
        address("save", case), TYPED, headers={"hx-request": "true"}
    )

    assert response.status_code == 200
    assert "王𠮷明" not in response.content.decode()
    assert "王**" in response.content.decode()
    assert "<html" not in response.content.decode()
    assert texts_of(case) == TEXTS
    with opened(case.center):
        assert Patient.objects.get(pk=case.patient_id).id_document_type == 1


def test_nothing_typed_rewrites_nothing(client, stored, coordinator):
    with opened(stored.center):
        before = {row.pk: bytes(row.sealed) for row in Identifier.objects.all()}

    signed_in(client, coordinator).post(address("save", stored), NOTHING_TYPED)

    with opened(stored.center):
        assert {row.pk: bytes(row.sealed) for row in Identifier.objects.all()} == before


def test_one_field_typed_anew_changes_that_field(client, stored, coordinator):
    signed_in(client, coordinator).post(
        address("save", stored), NOTHING_TYPED | {"identity-contact_phone": "021-12345678"}
    )

    assert texts_of(stored) == {**TEXTS, K.PHONE: "021-12345678"}


def test_ticked_field_is_deleted(client, stored, coordinator):
    signed_in(client, coordinator).post(
        address("save", stored), NOTHING_TYPED | {"identity-remove": ["phone", "name"]}
    )

    assert set(texts_of(stored)) == {K.DOCUMENT_NO, K.RECORD_NO}


def test_no_document_takes_the_number_away(client, stored, coordinator):
    signed_in(client, coordinator).post(
        address("save", stored), NOTHING_TYPED | {"identity-id_document_type": "8"}
    )

    assert K.DOCUMENT_NO not in texts_of(stored)


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("patient_name", "王\x00"),
        ("patient_name", "𠮷" * 101),
        ("medical_record_no", "1" * 51),
        ("contact_phone", "12345"),
        ("contact_phone_2", "call me"),
        ("id_document_type", "77"),
    ],
)
def test_unusable_text_is_an_error_at_the_field(client, case, coordinator, field, typed):
    response = signed_in(client, coordinator).post(
        address("save", case), TYPED | {f"identity-{field}": typed}
    )

    assert response.status_code == 422
    assert texts_of(case) == {}


@pytest.mark.parametrize(
    ("typed", "en", "zh"),
    [
        (NUMBER[:17], "has 18 characters, this has 17", "应为 18 位，现为 17 位"),
        ("x" * 20, "has 18 characters, this has 20", "应为 18 位，现为 20 位"),
        (NUMBER[:17] + "１２", "this has 19", "现为 19 位"),
        ("x" * 18, "17 digits, then a digit or X", "前 17 位为数字"),
    ],
)
@pytest.mark.parametrize("document_type", ["1", "6"])
def test_a_number_that_is_no_resident_number_is_refused(
    client, case, coordinator, document_type, typed, en, zh
):
    answers = TYPED | {"identity-id_document_type": document_type, "identity-id_document_no": typed}
    for language, said in (("en", en), ("zh-hans", zh)):
        coordinator.language = language
        coordinator.save(update_fields=["language"])
        response = signed_in(client, coordinator).post(address("save", case), answers)

        assert response.status_code == 422
        assert said in response.content.decode()
    assert texts_of(case) == {}


def test_a_number_of_another_document_has_any_length(client, case, coordinator):
    answers = TYPED | {"identity-id_document_type": "2", "identity-id_document_no": "E1234567"}

    assert signed_in(client, coordinator).post(address("save", case), answers).status_code == 200
    assert texts_of(case)[K.DOCUMENT_NO] == "E1234567"


def test_rare_name_of_full_length_is_stored(client, case, coordinator):
    signed_in(client, coordinator).post(address("save", case), TYPED | {"identity-patient_name": "𬱖" * 100})

    assert texts_of(case)[K.NAME] == "𬱖" * 100


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "=HYPERLINK(1)", '"><img src=x>'])
def test_markup_and_formulas_are_text(client, case, coordinator, text):
    signed_in(client, coordinator).post(address("save", case), TYPED | {"identity-patient_name": text})
    page = client.post(address("show", case)).content.decode()

    assert texts_of(case)[K.NAME] == text
    assert text not in page or text.startswith("=")


def test_document_of_another_patient_is_named_by_its_number(client, stored, coordinator, make_case):
    second = make_case(stored.center)

    response = signed_in(client, coordinator).post(address("save", second), TYPED)

    assert response.status_code == 422
    assert stored.patient.number in response.content.decode()
    assert texts_of(second) == {}


def test_extra_fields_in_the_payload_have_no_effect(client, case, coordinator):
    before = case.patient.person_key
    signed_in(client, coordinator).post(
        address("save", case),
        {
            "identity-patient_name": "王",
            "center": "999",
            "identity-person_key": "x",
            "person_key": "x",
            "state": "accepted",
        },
    )

    with opened(case.center):
        case.refresh_from_db()
        assert (case.state, case.patient.person_key, case.patient.center_id) == (
            "draft",
            before,
            case.center_id,
        )


def test_doubts_about_the_number_are_told(client, case, coordinator):
    with opened(case.center):
        Patient.objects.filter(pk=case.patient_id).update(sex=1, birth_date=date(1980, 5, 7))

    response = signed_in(client, coordinator).post(
        address("save", case), TYPED, headers={"accept-language": "en"}
    )
    page = response.content.decode()

    assert response.status_code == 200
    assert page.count('class="msg warn"') == 2


def test_save_counts_toward_progress(client, case, coordinator):
    signed_in(client, coordinator).post(address("save", case), TYPED)

    with opened(case.center):
        patient = next(s for s in Progress.objects.get(case=case).sections if s["key"] == "patient")
    assert patient["answered"] == 3  # record number, document type, document number


def test_saving_twice_changes_nothing_the_second_time(client, case, coordinator):
    signed_in(client, coordinator).post(address("save", case), TYPED)
    with opened(case.center):
        before = {row.pk: bytes(row.sealed) for row in Identifier.objects.all()}

    client.post(address("save", case), TYPED)

    with opened(case.center):
        assert {row.pk: bytes(row.sealed) for row in Identifier.objects.all()} == before


@pytest.mark.parametrize(
    ("role", "panel", "show", "save"),
    [
        (None, 404, 404, 404),
        (Role.COORDINATOR, 200, 200, 200),
        (Role.DIRECTOR, 200, 200, 403),
        (Role.REVIEWER, 403, 403, 403),
        (Role.ADMIN, 403, 403, 403),
    ],
)
def test_identity_by_role(client, stored, elsewhere, role, panel, show, save):
    user = person_with(role, stored.center)
    if role is None:
        user = coordinator_of(elsewhere)
    signed_in(client, user)

    answers = [
        client.get(address("panel", stored)),
        client.post(address("show", stored)),
        client.post(address("save", stored), TYPED | {"identity-patient_name": "改"}),
    ]

    assert [answer.status_code for answer in answers] == [panel, show, save]
    if role in (None, Role.REVIEWER, Role.ADMIN):
        for answer in answers:
            assert not any(text in answer.content.decode() for text in [*TEXTS.values(), "王**"])
        assert reveals() == []


def test_nobody_signed_in_sees_nothing(client, stored):
    for answer in (client.get(address("panel", stored)), client.post(address("show", stored))):
        assert answer.status_code == 302
        assert "王" not in answer.content.decode()


def test_person_without_a_role_sees_nothing(client, stored):
    assert signed_in(client, make_user()).get(address("panel", stored)).status_code == 404


def test_director_sees_no_form(client, stored):
    page = signed_in(client, director_of(stored.center)).get(address("panel", stored)).content.decode()

    assert "王**" in page
    assert "identity-patient_name" not in page


def test_contact_shows_name_and_telephones_alone(client, stored, coordinator):
    contact = reverse("identity:contact", args=[stored.patient.number])

    page = signed_in(client, coordinator).post(contact).content.decode()

    assert "王𠮷明" in page
    assert "13900001234" in page
    assert NUMBER not in page
    assert [event.details for event in reveals()] == [{"shown": ["name", "phone"]}]


def test_contact_of_another_center_is_missing(client, stored, elsewhere):
    contact = reverse("identity:contact", args=[stored.patient.number])

    assert signed_in(client, coordinator_of(elsewhere)).post(contact).status_code == 404


def test_P25_browsers_are_asked_to_keep_nothing(client, stored, coordinator):
    response = signed_in(client, coordinator).get(address("panel", stored))
    page = response.content.decode()

    for name in ("patient_name", "id_document_no", "contact_phone", "medical_record_no"):
        field = page.split(f'name="identity-{name}"')[1].split(">")[0]
        assert 'autocomplete="off"' in field
        assert "value=" not in field
    assert "no-store" in response["Cache-Control"]
