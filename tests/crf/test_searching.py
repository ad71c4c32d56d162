"""What an option of a long list is found by."""

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
    ]
