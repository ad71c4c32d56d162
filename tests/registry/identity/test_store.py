"""Identities in the database: what is written, what stays, who may look."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from centers.models import SecurityEvent
from centers.rls import READ_ALL, scope
from registry.actions.cases import create_patient
from registry.identity import store
from registry.identity.documents import synthetic_id
from registry.identity.lookup import hasher
from registry.identity.sealing import SealBrokenError
from registry.identity.vault import new_rows
from registry.models import Case, Identifier, IdentifierKind, Patient, PatientKey
from tests.factories.people import coordinator_of, director_of, reviewer
from tests.registry.identity.conftest import acting_in, opened

K = IdentifierKind
NUMBER = synthetic_id("31", date(1980, 5, 6), 2, 7)
EVERY = {
    K.NAME: "阿卜杜•热合曼",
    K.DOCUMENT_NO: f" {NUMBER[:6]} {NUMBER[6:]} ",
    K.PHONE: "139 0000 0000",
    K.PHONE_2: "021-00000000",
    K.RECORD_NO: "zy 00123",
}
STORED = {**EVERY, K.NAME: "阿卜杜·热合曼", K.DOCUMENT_NO: NUMBER}


def write(case, values, by, **options):
    with acting_in(by):
        return store.write_identity(case.patient, values, by=by, case=case, **options)


def ciphertexts(case):
    with opened(case.center):
        rows = Identifier.objects.filter(patient=case.patient)
        return {row.kind: bytes(row.sealed) for row in rows}


def history_rows(case):
    with opened(case.center), connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM registry_identifierevent WHERE patient_id = %s", [case.patient_id]
        )
        return cursor.fetchone()[0]


def test_everything_written_is_revealed(case, coordinator):
    changed = write(case, EVERY, coordinator, document_type=1)

    with acting_in(coordinator):
        assert store.reveal(case.patient, by=coordinator, case=case) == STORED
    assert changed == set(EVERY)


def test_nothing_of_it_is_in_the_tables(case, coordinator):
    write(case, EVERY, coordinator, document_type=1)

    with opened(case.center), connection.cursor() as cursor:
        for table in (
            "registry_identifier",
            "registry_identifierevent",
            "registry_patient",
            "registry_patientevent",
        ):
            cursor.execute(f"SELECT coalesce(string_agg(t::text, ' '), '') FROM {table} t")
            dump = cursor.fetchone()[0]
            for text in (*EVERY.values(), *STORED.values(), "zy00123", "ZY00123"):
                assert text not in dump
                assert text.encode().hex() not in dump


def test_same_texts_rewrite_nothing(case, coordinator):
    write(case, EVERY, coordinator, document_type=1)
    before, events = ciphertexts(case), history_rows(case)

    assert write(case, EVERY, coordinator, document_type=1) == frozenset()
    assert ciphertexts(case) == before
    assert history_rows(case) == events


def test_only_the_changed_text_is_rewritten(case, coordinator):
    write(case, EVERY, coordinator, document_type=1)
    before, events = ciphertexts(case), history_rows(case)

    assert write(case, {**EVERY, K.PHONE: "13900000001"}, coordinator) == {K.PHONE}

    after = ciphertexts(case)
    assert {kind for kind in after if after[kind] != before[kind]} == {K.PHONE}
    assert history_rows(case) == events + 1


def test_kinds_not_given_stay_and_empty_ones_go(case, coordinator):
    write(case, EVERY, coordinator, document_type=1)

    assert write(case, {K.PHONE_2: ""}, coordinator) == {K.PHONE_2}

    assert set(ciphertexts(case)) == set(EVERY) - {K.PHONE_2}
    assert write(case, {K.PHONE_2: ""}, coordinator) == frozenset()


def test_an_accepted_case_can_still_get_a_document_of_unknown_type(case, coordinator):
    with opened(case.center):
        unknown = {"id_document_type": "unknown"}
        Patient.objects.filter(pk=case.patient_id).update(notes={"missing": unknown})
        for state in ("submitted", "accepted"):
            Case.objects.filter(pk=case.pk).update(state=state)

    write(case, EVERY, coordinator, document_type=1)

    with opened(case.center):
        stored = Patient.objects.get(pk=case.patient_id)
    assert (stored.id_document_type, stored.notes) == (1, {})
    assert stored.document_hash


def test_record_number_belongs_to_its_case(case, coordinator, make_case):
    second = make_case(case.center, case.patient)
    write(case, {K.RECORD_NO: "A1"}, coordinator)
    write(second, {K.RECORD_NO: "B2", K.NAME: "王小明"}, coordinator)

    with acting_in(coordinator):
        assert store.reveal(case.patient, by=coordinator, case=case) == {K.NAME: "王小明", K.RECORD_NO: "A1"}
        assert store.reveal(case.patient, by=coordinator) == {K.NAME: "王小明"}
        with pytest.raises(ValueError, match="belongs to a case"):
            store.write_identity(case.patient, {K.RECORD_NO: "C3"}, by=coordinator)


def test_case_of_another_patient_is_refused(case, coordinator, make_case):
    other = make_case(case.center)

    with acting_in(coordinator), pytest.raises(ValueError, match="another patient"):
        store.write_identity(case.patient, {K.NAME: "王"}, by=coordinator, case=other)


def test_ciphertext_moved_to_another_row_does_not_open(case, coordinator):
    write(case, EVERY, coordinator, document_type=1)

    with opened(case.center):
        phone = Identifier.objects.get(patient=case.patient, kind=K.PHONE)
        Identifier.objects.filter(patient=case.patient, kind=K.NAME).update(sealed=phone.sealed)
    with acting_in(coordinator), pytest.raises(SealBrokenError):
        store.reveal(case.patient, by=coordinator)


def test_person_key_follows_the_document(case, coordinator):
    random_key = case.patient.person_key

    write(case, {K.DOCUMENT_NO: NUMBER}, coordinator, document_type=1)
    assert case.patient.person_key == hasher().person(1, NUMBER)
    assert case.patient.id_document_type == 1

    write(case, {K.DOCUMENT_NO: ""}, coordinator, document_type=8)
    assert case.patient.document_hash == ""
    assert case.patient.person_key not in (random_key, hasher().person(1, NUMBER))


def test_person_without_document_keeps_the_random_key(case, coordinator):
    key = case.patient.person_key

    write(case, {K.NAME: "无名氏"}, coordinator, document_type=8)

    with opened(case.center):
        assert Patient.objects.get(pk=case.patient_id).person_key == key


def test_newborn_is_known_by_the_birth_certificate(case, coordinator):
    write(case, {K.NAME: "王某之女之大", K.DOCUMENT_NO: "T110000001"}, coordinator, document_type=5)

    assert case.patient.person_key == hasher().person(5, "T110000001")


def test_changed_document_type_moves_the_hashes(case, coordinator):
    write(case, {K.DOCUMENT_NO: "E12345678"}, coordinator, document_type=2)

    with acting_in(coordinator):
        case.patient.id_document_type = 4
        case.patient.save(update_fields=["id_document_type"])
        store.document_changed(case.patient)
        patient = Patient.objects.get(pk=case.patient_id)
        row = Identifier.objects.get(patient=patient, kind=K.DOCUMENT_NO)

    assert patient.person_key == hasher().person(4, "E12345678")
    assert row.lookup == patient.document_hash == hasher().document(case.center_id, 4, "E12345678")


def test_same_document_twice_in_a_center_is_refused_whole(case, coordinator, make_case):
    second = make_case(case.center)
    write(case, {K.DOCUMENT_NO: NUMBER}, coordinator, document_type=1)

    with pytest.raises(store.DuplicateDocumentError) as caught:
        write(second, {K.NAME: "王小明", K.DOCUMENT_NO: NUMBER.lower()}, coordinator, document_type=6)

    assert caught.value.patient == case.patient
    assert ciphertexts(second) == {}


def test_same_document_in_two_centers_is_one_person(case, coordinator, elsewhere, make_case):
    second = make_case(elsewhere)
    write(case, {K.DOCUMENT_NO: NUMBER}, coordinator, document_type=1)
    write(second, {K.DOCUMENT_NO: NUMBER}, coordinator_of(elsewhere), document_type=6)

    assert case.patient.person_key == second.patient.person_key
    assert case.patient.document_hash != second.patient.document_hash


def test_masked_names_take_one_query_for_any_number(
    center, coordinator, make_case, django_assert_num_queries
):
    cases = [make_case(center) for _ in range(3)]
    for number, case in enumerate(cases):
        write(case, {K.NAME: f"{'王𠮷䶮'[number]}小明", K.PHONE: "13900000000"}, coordinator)
    patients = [case.patient for case in cases]

    with acting_in(coordinator):
        with django_assert_num_queries(1):
            one = store.masked_names(patients[:1])
        with django_assert_num_queries(1):
            three = store.masked_names(patients)

    assert one == {patients[0].pk: "王**"}
    assert list(three.values()) == ["王**", "𠮷**", "䶮**"]


def test_name_that_does_not_open_leaves_the_list_standing(center, coordinator, make_case):
    sound, broken = make_case(center), make_case(center)
    for case in (sound, broken):
        write(case, {K.NAME: "王小明"}, coordinator)
    with opened(center):
        Identifier.objects.filter(patient=broken.patient).update(sealed=b"\x01" + b"0" * 40)

    with acting_in(coordinator):
        names = store.masked_names([sound.patient, broken.patient])

    assert names == {sound.patient.pk: "王**", broken.patient.pk: ""}


def test_masked_shows_no_whole_text(case, coordinator):
    write(case, EVERY, coordinator, document_type=1)

    with acting_in(coordinator):
        assert store.masked(case.patient, case) == {
            K.NAME: "阿**",
            K.DOCUMENT_NO: f"••••{NUMBER[-2:]}",
            K.PHONE: "••••00",
            K.PHONE_2: "••••00",
            K.RECORD_NO: "••••23",
        }


def test_reveal_is_recorded_without_the_texts(case, coordinator):
    write(case, EVERY, coordinator, document_type=1)

    with acting_in(coordinator):
        store.reveal(case.patient, by=coordinator, case=case, kinds=[K.PHONE, K.NAME])
    with scope(READ_ALL):
        event = SecurityEvent.objects.get(kind="reveal")

    assert (event.user, event.center, event.object) == (
        coordinator,
        case.center,
        f"patient {case.patient.number}",
    )
    assert event.details == {"shown": ["name", "phone"]}


@pytest.mark.parametrize("person", [reviewer, lambda: None])
def test_others_see_and_write_nothing(case, coordinator, person):
    write(case, EVERY, coordinator, document_type=1)
    stranger = person()

    with acting_in(stranger):
        assert store.masked(case.patient, case) == {}
        assert store.masked_names([case.patient]) == {}
        assert store.facts(case) == store.NO_FACTS
        with pytest.raises(PermissionDenied):
            store.reveal(case.patient, by=stranger, case=case)
        with pytest.raises(PermissionDenied):
            store.write_identity(case.patient, {K.NAME: "王"}, by=stranger)


def test_stranger_of_another_center_sees_and_writes_nothing(case, coordinator, elsewhere):
    test_others_see_and_write_nothing(case, coordinator, lambda: coordinator_of(elsewhere))


def test_director_may_look_but_not_write(case, coordinator):
    write(case, {K.NAME: "王小明"}, coordinator)
    director = director_of(case.center)

    with acting_in(director):
        assert store.reveal(case.patient, by=director) == {K.NAME: "王小明"}
        with pytest.raises(PermissionDenied):
            store.write_identity(case.patient, {K.NAME: "王"}, by=director)


def test_facts_hold_no_text(case, coordinator):
    write(case, EVERY, coordinator, document_type=1)

    with acting_in(coordinator):
        facts = store.facts(case, on=date(2026, 11, 22))

    assert facts == {
        "patient_name": store.STORED,
        "id_document_no": store.STORED,
        "contact_phone": store.STORED,
        "contact_phone_2": store.STORED,
        "medical_record_no": store.STORED,
        "id_number_is_valid": True,
        "id_number_birth_date": date(1980, 5, 6),
        "id_number_sex": 2,
    }


def test_facts_of_an_unsound_number(case, coordinator):
    unsound = NUMBER[:17] + ("1" if NUMBER[17] != "1" else "2")
    write(case, {K.DOCUMENT_NO: unsound}, coordinator, document_type=1)

    with acting_in(coordinator):
        facts = store.facts(case)

    assert (facts["id_number_is_valid"], facts["id_number_birth_date"]) == (False, None)
    assert case.patient.person_key != hasher().person(2, unsound)


def test_erased_identity_stays_closed_in_history_too(case, coordinator):
    write(case, EVERY, coordinator, document_type=1)
    with opened(case.center):
        key = PatientKey.objects.get(patient=case.patient)

    with acting_in(coordinator):
        store.erase(case.patient, by=coordinator, reason="asked by the patient")
        assert store.reveal(case.patient, by=coordinator, case=case) == {}

    with opened(case.center), connection.cursor() as cursor:
        assert not PatientKey.objects.filter(patient=case.patient).exists()
        cursor.execute("SELECT to_regclass('registry_patientkeyevent')")
        assert cursor.fetchone()[0] is None
        cursor.execute(
            "SELECT pgh_context ->> 'reason', count(*) FROM registry_identifierevent "
            "WHERE patient_id = %s AND pgh_label = 'delete' GROUP BY 1",
            [case.patient_id],
        )
        assert cursor.fetchall() == [("asked by the patient", len(EVERY))]
    assert case.patient.document_hash == ""
    assert bytes(key.wrapped)


def test_identity_can_be_written_anew_after_erasure(case, coordinator):
    write(case, EVERY, coordinator, document_type=1)
    with acting_in(coordinator):
        store.erase(case.patient, by=coordinator, reason="asked by the patient")

    write(case, {K.NAME: "王小明"}, coordinator)

    with acting_in(coordinator):
        assert store.reveal(case.patient, by=coordinator) == {K.NAME: "王小明"}


def test_bulk_rows_open_like_written_ones(center, coordinator, make_case):
    case = make_case(center)
    with opened(center):
        patient = create_patient(center, by=coordinator)
        patient.id_document_type = 1
        case.patient = patient
        case.save(update_fields=["patient"])
        key, rows = new_rows(patient, {K.NAME: "王小明", K.DOCUMENT_NO: NUMBER}, {case.pk: "A1"})
        key.save(force_insert=True)
        Identifier.objects.bulk_create(rows)

    with acting_in(coordinator):
        assert store.reveal(patient, by=coordinator, case=case) == {
            K.NAME: "王小明",
            K.DOCUMENT_NO: NUMBER,
            K.RECORD_NO: "A1",
        }
