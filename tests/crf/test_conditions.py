"""Conditions in three-valued logic, on the server and in the browser alike."""

import itertools
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.environment import BASE_DIR
from crf.conditions import Condition
from crf.items import Item
from registry.derived import DERIVED
from registry.sections import TABLES

TRUTHS = [True, False, None]
VALUE = {True: 1, False: 0, None: None}


def holds(text: str, **values: Any) -> bool | None:
    return Condition(text).holds(values.get)


@pytest.mark.parametrize("left", TRUTHS)
@pytest.mark.parametrize("right", TRUTHS)
def test_kleene_tables(left: bool | None, right: bool | None) -> None:
    both = holds("a==1 and b==1", a=VALUE[left], b=VALUE[right])
    either = holds("a==1 or b==1", a=VALUE[left], b=VALUE[right])

    assert both is (False if False in (left, right) else None if None in (left, right) else True)
    assert either is (True if True in (left, right) else None if None in (left, right) else False)
    assert holds("not a==1", a=VALUE[left]) is (None if left is None else not left)


@pytest.mark.parametrize(
    ("text", "values", "expected"),
    [
        ("a in (1,2)", {"a": 2}, True),
        ("a not in (1,2)", {"a": None}, None),
        ("'CKD' in c", {"c": ["CKD", "HTN"]}, True),
        ("'CKD' in c", {"c": None}, None),
        ("c is not None and 0 not in c", {"c": [1]}, True),
        ("c is not None and 0 not in c", {"c": None}, False),
        ("a is None", {"a": None}, True),
        ("a is None", {"a": 0}, False),
        ("d.startswith('N')", {"d": "N03"}, True),
        ("d.startswith('N')", {"d": None}, None),
        ("a<1", {"a": 0.5}, True),
        ("a>b", {"a": "2026-03-02 12:00", "b": "2026-03-01 12:00"}, True),
    ],
)
def test_each_kind_of_comparison(text: str, values: dict[str, Any], expected: bool | None) -> None:
    assert holds(text, **values) is expected


def test_what_is_no_condition_is_refused() -> None:
    for text in ("__import__('os')", "a + 1", "[x for x in a]", "a == 1 == b"):
        with pytest.raises(ValueError, match="Not a condition"):
            Condition(text)


@st.composite
def conditions(draw: st.DrawFn) -> str:
    leaf = st.sampled_from(
        ["a==1", "b!=2", "c in (1,2)", "a<3", "b is None", "c is not None", "a not in (0,1)"]
    )
    joined = st.recursive(
        leaf,
        lambda inner: st.one_of(
            st.tuples(inner, st.sampled_from(["and", "or"]), inner).map(lambda parts: f"({' '.join(parts)})"),
            inner.map(lambda text: f"(not {text})"),
        ),
        max_leaves=6,
    )
    return draw(joined)


answered = st.dictionaries(st.sampled_from("abc"), st.integers(0, 3))


@given(conditions(), answered, answered)
def test_more_answers_never_turn_a_verdict(text: str, known: dict[str, int], more: dict[str, int]) -> None:
    """Without a look at emptiness, what is decided stays decided when an open field is answered."""
    if " is " in text:
        return
    before = Condition(text).holds(known.get)

    after = Condition(text).holds((more | known).get)

    assert before is None or after is before


@given(conditions(), answered)
def test_negation_swaps_true_and_false_only(text: str, known: dict[str, int]) -> None:
    truth, negated = Condition(text).holds(known.get), Condition(f"not {text}").holds(known.get)

    assert negated is (None if truth is None else not truth)


def conditional_items() -> list[Item]:
    return [item for table in TABLES.values() for item in table.items() if item.when]


def test_conditions_of_the_forms_ask_for_known_names() -> None:
    known = (
        {item.name for table in TABLES.values() for item in table.items()} | set(DERIVED) | {"contact_phone"}
    )

    assert {name for item in conditional_items() if item.when for name in item.when.names} - known == set()


def examples() -> Iterator[tuple[Any, dict[str, Any], bool | None]]:
    """Each condition of the forms with each combination of a few answers of its fields."""
    for item in conditional_items():
        assert item.when is not None
        names = sorted(item.when.names)
        for values in itertools.product(*map(_some_answers, names)):
            known = dict(zip(names, values, strict=True))
            yield item.when.tree, known, item.when.holds(known.get)


def _some_answers(name: str) -> list[Any]:
    found = next((i for table in TABLES.values() for i in table.items() if i.name == name), None)
    if found and found.codes:
        codes = found.codes.codes
        return [None, *([[codes[0]], codes[-2:]] if found.kind == "multi_choice" else codes)]
    if name == "age_group":
        return [None, "N", "P", "A"]
    if name.endswith("_at"):
        return [None, "2026-03-01 12:00", "2026-03-02 12:00"]
    return [None, True] if name == "contact_phone" else [None, 0, 1, 12, 61]


@pytest.mark.journey
def test_the_browser_decides_as_the_server_does(browser: Any) -> None:
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    table = list(examples())
    code = (Path(BASE_DIR) / "static/js/conditions.js").read_text(encoding="utf-8")
    page = browser.new_page()

    found = page.evaluate(
        """async ([code, table]) => {
          const { holds } = await import("data:text/javascript," + encodeURIComponent(code));
          return table.map(([tree, known]) => holds(tree, (name) => known[name] ?? null));
        }""",
        [code, [[tree, known] for tree, known, _ in table]],
    )
    page.close()

    wrong = [
        (json.dumps(tree), known)
        for (tree, known, truth), got in zip(table, found, strict=True)
        if got is not truth
    ]
    assert wrong == []
    assert len(table) > 500
