"""Murray lung injury score: Murray et al., Am Rev Respir Dis 1988;138:720-3."""

from typing import Any

import pytest

from registry.scores.murray_lis import murray_lis

NAMES = ("cxr_quadrants", "pf_ratio", "peep_cmh2o", "compliance_ml_cmh2o")


def inputs(*values: Any) -> dict[str, Any]:
    return dict(zip(NAMES, values, strict=True))


@pytest.mark.parametrize(
    ("values", "components", "mean", "risk_class"),
    [
        ((4, 80, 14, 25), (4, 4, 3, 3), 3.5, "severe"),
        ((2, 190, 8, 55), (2, 2, 1, 2), 1.75, "mild_moderate"),
        ((3, 120, 10, None), (3, 3, 2, None), 2.667, "severe"),
        ((0, 310, 5, 85), (0, 0, 0, 0), 0, "none"),
        ((4, 70, 15, 18), (4, 4, 4, 4), 4, "severe"),
    ],
)
def test_worked_examples(
    values: tuple[float | None, ...], components: tuple[int | None, ...], mean: float, risk_class: str
) -> None:
    found = murray_lis(**inputs(*values))

    assert tuple(found.items.values()) == components
    assert found.total == pytest.approx(mean, abs=0.0005)
    assert found.risk_class == risk_class
    assert found.flags == (f"n_components={4 - components.count(None)}",)


@pytest.mark.parametrize(
    ("name", "value", "points"),
    [
        ("pf_ratio", 300, 0),
        ("pf_ratio", 299.9, 1),
        ("pf_ratio", 225, 1),
        ("pf_ratio", 224.9, 2),
        ("pf_ratio", 174.9, 3),
        ("peep_cmh2o", 8.5, 2),
        ("peep_cmh2o", 11.5, 3),
        ("compliance_ml_cmh2o", 79.9, 1),
        ("compliance_ml_cmh2o", 59.9, 2),
        ("compliance_ml_cmh2o", 39.9, 3),
        ("pf_ratio", 175, 2),
        ("pf_ratio", 100, 3),
        ("pf_ratio", 99.9, 4),
        ("peep_cmh2o", 5.5, 1),
        ("peep_cmh2o", 8, 1),
        ("peep_cmh2o", 11, 2),
        ("peep_cmh2o", 14, 3),
        ("peep_cmh2o", 14.5, 4),
        ("compliance_ml_cmh2o", 80, 0),
        ("compliance_ml_cmh2o", 60, 1),
        ("compliance_ml_cmh2o", 40, 2),
        ("compliance_ml_cmh2o", 20, 3),
        ("compliance_ml_cmh2o", 19.9, 4),
    ],
)
def test_cut_offs(name: str, value: float, points: int) -> None:
    assert murray_lis(**inputs(2, 190, 8, 55) | {name: value}).items[name] == points


def test_two_and_a_half_is_not_severe() -> None:
    assert murray_lis(**inputs(2, 120, 10, 30)).risk_class == "mild_moderate"


def test_fewer_than_three_components_give_no_score() -> None:
    found = murray_lis(**inputs(None, 120, 10, None))

    assert (found.total, found.complete) == (None, False)
    assert found.missing_items == ("cxr_quadrants", "compliance_ml_cmh2o")
