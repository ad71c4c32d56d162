"""Identity numbers are checked; newborns and unknown persons have a path of their own; nothing is told in clear."""

from datetime import date

import pytest

from centers.rls import Scope, scope
from registry.identity.documents import synthetic_id
from registry.identity.matching import find_by_document, find_by_record_no
from registry.identity.vault import Vault
from registry.models import Patient
from tests.files.conftest import Load
from tests.files.folders import example, write

pytestmark = pytest.mark.django_db

BORN = date(1968, 3, 4)
NUMBER = synthetic_id("31", BORN, 1, 7)


def patient(**cells: str) -> dict:
    return example(patients={"birth_date": BORN.isoformat(), "sex": "1", **cells})


@pytest.fixture
def opened(center):
    with scope(Scope(read="*", write="*", identity=(center.pk,))):
        yield center


def test_a_sound_number_is_sealed_and_found(load: Load, opened, tmp_path) -> None:
    assert load(write(tmp_path, patient(id_document_type="1", id_document_no=NUMBER))).problems == []

    found = Patient.objects.get()
    assert find_by_document(opened, 1, NUMBER) == found
    assert find_by_record_no(opened, "EXAMPLE-1").get().patient == found
    assert Vault.of(found).texts()["name"] == "示例患者"
    assert not found.person_key.startswith("r")


def test_a_wrong_check_digit_is_an_error_at_the_number_and_not_told_in_clear(load: Load, tmp_path) -> None:
    wrong = NUMBER[:-1] + ("0" if NUMBER[-1] != "0" else "1")

    answer = load(write(tmp_path, patient(id_document_type="1", id_document_no=wrong)))

    assert answer.problems == [
        f"error: patients.csv, 2, id_document_no [••••{wrong[-2:]}]: Identity card number fails its check digit (V065)"
    ]
    assert wrong not in answer.text


@pytest.mark.parametrize(
    ("document_type", "number", "said"),
    [
        ("1", NUMBER[:-1], "An identity card number has 18 characters, this has 17"),
        ("6", "X" * 20, "An identity card number has 18 characters, this has 20"),
        ("1", "X" * 18, "An identity card number is 17 digits, then a digit or X"),
    ],
)  # fmt: skip
def test_a_number_of_another_shape_is_an_error_that_says_so(
    load: Load, tmp_path, document_type, number, said
) -> None:
    answer = load(write(tmp_path, patient(id_document_type=document_type, id_document_no=number)))

    assert answer.refused
    assert answer.problems == [f"error: patients.csv, 2, id_document_no [••••{number[-2:]}]: {said}"]


def test_the_15_digits_of_an_old_card_are_taken(load: Load, opened, tmp_path) -> None:
    old = NUMBER[:6] + NUMBER[8:17]

    assert load(write(tmp_path, patient(id_document_type="1", id_document_no=old))).problems == []
    assert Vault.of(Patient.objects.get()).texts()["document_no"] == old


def test_another_birth_date_or_sex_is_a_warning(load: Load, tmp_path) -> None:
    answer = load(
        write(
            tmp_path, patient(id_document_type="1", id_document_no=NUMBER, sex="2", birth_date="1968-03-05")
        )
    )

    assert answer.refused == ""
    assert [line[-6:] for line in answer.problems] == ["(V066)", "(V067)"]


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"id_document_type": "1", "id_document_no": "1.10105E+17"}, "id_document_no [••••17]: A spreadsheet has rounded this number. Format the column as text and enter it again"),
        ({"id_document_type": "8", "id_document_no": "X12345678"}, "id_document_no [••••78]: No document was chosen, so there is no number"),
        ({"contact_phone": "12345"}, "contact_phone [••••]: A telephone number has at least 7 digits. Please check"),
        ({"patient_name": "长" * 101}, "patient_name [长**]: At most 100 characters"),
        ({"patient_name": "a\x00"}, "patient_name [a**]: Contains characters that cannot be stored. Please delete them"),
    ],
)  # fmt: skip
def test_what_the_identity_form_refuses_is_refused(load: Load, tmp_path, cells, said: str) -> None:
    assert load(write(tmp_path, patient(**cells))).problems[0] == f"error: patients.csv, 2, {said}"


@pytest.mark.parametrize(
    "cells",
    [
        {"patient_name": "张三之子", "id_document_type": "5", "id_document_no": "Q310000001", "birth_date": "2026-02-20"},
        {"patient_name": "张三之女A", "id_document_type": "8", "id_document_no": "", "birth_date": "2026-02-20"},
        {"patient_name": "无名氏", "id_document_type": "8", "id_document_no": "", "birth_date": "1980-07-01"},
    ],
)  # fmt: skip
def test_newborns_and_unknown_persons_come_in(load: Load, opened, tmp_path, cells) -> None:
    rows = patient(**cells)
    for name in ("followups.csv", "runs.csv", "cannulas.csv", "support_records.csv", "complications.csv"):
        rows.pop(name)
    rows["admissions.csv"] = [
        {"patient_ref": "EXAMPLE-P1", "case_ref": "EXAMPLE-1", "medical_record_no": "1"}
    ]
    rows.pop("infections.csv"), rows.pop("equipment.csv")

    assert load(write(tmp_path, rows)).problems == []
    assert Vault.of(Patient.objects.get()).texts()["name"] == cells["patient_name"]
    assert bool(cells["id_document_no"]) == bool(Patient.objects.get().document_hash)


def test_dots_in_names_become_the_middle_dot(load: Load, opened, tmp_path) -> None:
    load(write(tmp_path, patient(patient_name="阿卜杜•热合曼")))

    assert Vault.of(Patient.objects.get()).texts()["name"] == "阿卜杜\u00b7热合曼"
    assert "unchanged 1" in load(tmp_path).text
