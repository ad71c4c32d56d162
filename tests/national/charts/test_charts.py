"""Charts as data: plain JSON, released values only, honest axes."""

import json
from typing import Any
from xml.etree import ElementTree

import pytest

from national.charts import activity, groups, provinces, scale, survival
from national.charts.drawing import Draftsman
from national.charts.figure import Figure
from national.charts.labels import PROVINCES
from national.charts.library import echarts
from tests.national.report import sample

TABLES: dict[str, Any] = {table["statistic"]: table for table in sample.snapshot()["results"]}


def figures(lang: Any) -> list[Figure]:
    outcomes, year = TABLES["outcomes"], 2025
    return [
        activity.runs_by_year(TABLES["activity_by_year"], year, lang),
        activity.survival_by_year(outcomes, year, lang),
        scale.volume_classes(TABLES["center_scale"], year, lang),
        groups.outcome_by_group(outcomes, year, lang),
        groups.duration_by_group(TABLES["run_duration"], year, lang),
        survival.one_year(TABLES["survival_one_year"], lang),
        provinces.tile_grid(TABLES["by_province"], year, lang),
    ]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_options_are_plain_json_without_exact_values(lang: str) -> None:
    for figure in figures(lang):
        text = json.dumps(figure.option, allow_nan=False) if figure.option else figure.svg
        assert text
        assert str(sample.EXACT) not in text


def test_every_figure_has_a_description_in_words() -> None:
    assert [figure.key for figure in figures("zh") if len(figure.description) < 40] == []


def test_bars_start_at_zero_and_survival_runs_from_zero_to_one_hundred() -> None:
    bars, trend, classes, *_ = figures("en")

    assert bars.option
    assert trend.option
    assert classes.option
    assert bars.option["yAxis"]["min"] == 0
    assert (trend.option["yAxis"]["min"], trend.option["yAxis"]["max"]) == (0, 100)
    assert [axis["min"] for axis in classes.option["xAxis"]] == [0, 0]


def test_a_year_with_a_withheld_part_is_not_split() -> None:
    figure = activity.runs_by_year(TABLES["activity_by_year"], 2020, "en", age_group="N")

    assert figure.option
    by_name = {series.get("name"): series["data"] for series in figure.option["series"]}
    total = sample.runs_in(2019, "N", 1) + sample.runs_in(2019, "N", 2) + sample.runs_in(2019, "N", 3)
    assert by_name["Not split (small cells)"] == [total, None]
    assert by_name["ECPR"] == [None, sample.runs_in(2020, "N", 3)]


def test_support_types_keep_color_and_shape() -> None:
    figure = groups.outcome_by_group(TABLES["outcomes"], 2025, "en")

    assert figure.option
    looks = {
        series["name"]: (series["itemStyle"]["color"], series["symbol"])
        for series in figure.option["series"][:3]
    }
    assert looks == {
        "Pulmonary": ("#E07818", "circle"),
        "Cardiac": ("#0F5379", "rect"),
        "ECPR": ("#6C41B9", "diamond"),
    }


def test_curve_ends_where_fewer_than_ten_remain() -> None:
    curve = sample.curve(60, 0.4, 0.05)
    curve["at_risk"]["n"] = [60, 33, 21, None, 4]

    assert survival.last_day(curve) >= 90
    assert survival.at_day(curve, 180) is None
    assert survival.at_day(curve, 365) is None
    assert survival.at_day(curve, 90) is not None


def test_tile_grid_has_all_regions_and_no_inline_style() -> None:
    svg = provinces.tile_grid(TABLES["by_province"], 2025, "zh").svg

    assert svg
    root = ElementTree.fromstring(svg)  # noqa: S314 our own drawing
    tiles = [node.get("data-province") for node in root.iter() if node.get("class") == "tile"]
    assert sorted(filter(None, tiles)) == sorted(PROVINCES)
    assert "style=" not in svg
    assert "西藏: *" in svg
    assert "台湾: –" in svg


def test_shades_are_parted_at_round_numbers() -> None:
    assert provinces.breaks([3, 669]) == [50, 100, 200, 500]
    assert provinces.breaks([]) == [1]


def test_a_fresh_context_numbers_its_elements_anew() -> None:
    figure = survival.one_year(TABLES["survival_one_year"], "en")
    drawn = []
    for _ in range(2):
        draftsman = Draftsman(echarts())
        drawn.append(draftsman.draw(figure))
        draftsman.close()

    assert drawn[0] == drawn[1]
    assert drawn[0].startswith("<svg")
