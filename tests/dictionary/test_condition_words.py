"""When a field is asked, in words, in both languages."""

from typing import Any

import pytest

from config.condition_words import Named, words
from config.dictionary_book import book
from crf.codes import CodeList, Option
from crf.conditions import Condition
from crf.pairs import Pair

MODES = CodeList(
    "mode",
    ("Mode", "模式"),
    [Option("VA", "Veno-arterial", "静脉-动脉"), Option("VV", "Veno-venous", "静脉-静脉")],
)
NAMES = {
    "mode": Named(Pair("Mode", "模式"), MODES),
    "age": Named(Pair("Age", "年龄")),
    "limit": Named(Pair("Limit", "上限")),
}


@pytest.mark.parametrize(
    ("text", "en", "zh"),
    [
        ("mode=='VA'", 'Mode is "Veno-arterial"', "模式为“静脉-动脉”"),
        ("mode not in ('VA','VV')", 'Mode is not "Veno-arterial" or "Veno-venous"', "模式不是“静脉-动脉”或“静脉-静脉”"),
        ("'VV' in mode and age>=18", 'Mode includes "Veno-venous", and Age ≥ 18', "模式包含“静脉-静脉”，且年龄 ≥ 18"),
        ("'VV' not in mode", 'Mode does not include "Veno-venous"', "模式不包含“静脉-静脉”"),
        ("age<1 or age is None", "Age < 1, or Age is not answered", "年龄 < 1，或年龄未填写"),
        ("age>limit", "Age > Limit", "年龄 > 上限"),
        ("age is not None and (age<1 or age>60)", "Age is answered, and (Age < 1, or Age > 60)", "年龄已填写，且（年龄 < 1，或年龄 > 60）"),
        ("age<1 or (age>60 and mode=='VA')", 'Age < 1, or (Age > 60, and Mode is "Veno-arterial")', "年龄 < 1，或（年龄 > 60，且模式为“静脉-动脉”）"),
        ("age in (1,2)", 'Age is "1" or "2"', "年龄为“1”或“2”"),
        ("mode>='VA'", "Mode ≥ VA", "模式 ≥ VA"),
        ("not mode.startswith('V')", "not (the code of Mode begins with V)", "并非（模式的编码以 V 开头）"),
    ],
)  # fmt: skip
def test_a_condition_is_told_in_words(text: str, en: str, zh: str) -> None:
    assert words(Condition(text).tree, NAMES.__getitem__) == (en, zh)


def test_a_code_that_no_list_has_is_an_error() -> None:
    with pytest.raises(KeyError):
        words(Condition("mode=='XX'").tree, NAMES.__getitem__)


@pytest.mark.parametrize(
    "asked", [page for page in book().pages if page.item.when], ids=lambda page: page.name
)
def test_every_condition_of_the_forms_is_told_without_names_and_codes(asked: Any) -> None:
    told = asked.asked_if
    for name in asked.item.when.names:
        assert f" {name}" not in f" {told.en} {told.zh}"
        assert name not in asked.asked_after
