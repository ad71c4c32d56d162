"""What is filled in reads as what the template would have rendered, for every field and whatever stands in it."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from centers.models import CenterYear
from crf import markup
from crf.items import Item
from crf.models import Answers
from crf.pairs import Pair
from crf.questions import Problem, Question
from outcomes.models import FollowUp
from registry.models import Baseline, Run
from registry.sections import TABLES
from tests.crf.drawn_answers import limits

MODELS: list[Any] = [*TABLES.values(), FollowUp, CenterYear]
BETWEEN = re.compile(r">\s+<")
SLY = "\ue000judged\ue001<b>&\"'"


def answers(item: Item) -> Iterator[Any]:
    """Values the column may hold: none, each offered answer of a short list, the ends of a long one."""
    yield None
    if item.codes:
        some = [item.codes.codes[at] for at in (0, 1, -1)]
        yield from ([some, some[:1]] if item.kind == "multi_choice" else some)
    elif item.kind in ("integer", "decimal", "reference"):
        yield limits(item)[1]
    elif item.kind in ("string", "text"):
        yield SLY


def parts(model: Any, field: Any) -> Iterator[Answers]:
    for value in answers(field.item):
        yield model(**{field.name: value})
    for reason in field.item.missing_reasons:
        yield model(notes={"missing": {field.name: str(reason)}})
    yield model(notes={"rejected": {field.name: SLY}})
    for unit in field.item.alt_units:
        yield model(notes={"entered": {field.name: {"text": "7.4", "unit": unit.name}}})


def questions(model: Any, field: Any) -> Iterator[Question]:
    for number, part in enumerate(parts(model, field)):
        yield Question(f"kind{number}.new1", field.item, part, shown=True)
        yield Question(f"kind{number}", field.item, part, age_group="N", required=True, shown=False)
        yield Question(f"kind{number}.7", field.item, part, in_cell=True, age_group="A", recent=["C01"])
        yield Question(f"kind{number}.8", field.item, part, in_cell=True, read_only=True)
        yield Question(f"kind{number}.9", field.item, part, read_only=True)


@pytest.mark.parametrize(("model", "language"), [*((model, "zh-hans") for model in MODELS), (Run, "en")])
def test_every_look_of_every_field_is_that_of_its_template(model: Any, language: str) -> None:
    with translation.override(language):
        for field in model.item_fields():
            for question in questions(model, field):
                template = "crf/cell.html" if question.in_cell else "crf/question.html"
                found = question.as_cell if question.in_cell else question.as_field
                expected = render_to_string(template, {"question": question})
                assert found == BETWEEN.sub("> <", expected.strip()), (field.name, question)


def test_looks_are_few_and_hold_nothing_that_was_typed() -> None:
    field = Run.item_field("stop_reason_other")
    part = Run(stop_reason_other="第一位患者")
    markup._looks.clear()

    shown = [Question(f"run{number}", field.item, part).as_field for number in range(1, 10)]

    assert len(set(shown)) == 9
    assert len(markup._looks) == 1
    assert "第一位患者" not in str(markup._looks)


def test_no_more_looks_are_kept_than_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markup, "KEPT", 3)
    markup._looks.clear()
    for field in Run.item_fields()[:8]:
        assert Question("run1", field.item, Run()).as_field

    assert len(markup._looks) <= 3


def test_a_field_with_a_remark_says_so() -> None:
    field = Baseline.item_field("weight_kg")
    part = Baseline(weight_kg=1)
    problem = Problem("V088", Pair("Low", "偏低"), is_error=False)

    plain, remarked = (
        Question("baseline1", field.item, part, problems=found).as_field for found in ((), (problem,))
    )

    assert "偏低" in remarked
    assert "偏低" not in plain
    assert "is-warning" in remarked
