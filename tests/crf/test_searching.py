"""What an option of a long list is found by."""

import pytest

from crf.codelists.diagnoses import DIAGNOSIS
from crf.codelists.diagnosis_names import OTHER_NAMES
from crf.codes import Option
from crf.searching import search_words


def test_an_option_is_found_by_both_labels_its_pinyin_initials_and_codes() -> None:
    covid = Option("R02", "COVID-19 pneumonia", "新型冠状病毒肺炎", {"icd10": "U07.1", "group": "RESP-A"})

    assert search_words(covid).split("|") == [
        "新型冠状病毒肺炎",
        "covid-19 pneumonia",
        "xinxingguanzhuangbingdufeiyan",
        "xxgzbdfy",
        "u07.1",
        "r02",
        "新冠",
        "xinguan",
        "xg",
        "新冠肺炎",
        "xinguanfeiyan",
        "xgfy",
        "sars-cov-2",
    ]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("ami", "C01"),
        ("爆发性心肌炎", "C05"),
        ("bfxxjy", "C05"),
        ("feishuansai", "C12"),
        ("pe", "C12"),
        ("法四", "H05"),
    ],
)
def test_a_diagnosis_is_found_by_its_usual_names(typed: str, code: str) -> None:
    assert typed in search_words(DIAGNOSIS[code]).split("|")


def test_other_names_belong_to_diagnoses() -> None:
    assert set(OTHER_NAMES) <= set(DIAGNOSIS.codes)
