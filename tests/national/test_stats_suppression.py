"""Disclosure control: nothing small is released, and nothing withheld can be worked out."""

import itertools
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from national.stats.proportions import proportion
from national.stats.protection import Need, System, feasible_range, protect
from national.stats.suppression import Policy, suppress
from national.stats.table import ALL, column, row, sums
from national.stats.yearly import with_growth

AGES, TYPES = ("A", "N", "P"), ("1", "2", "3")
CUBE = st.lists(st.integers(0, 30) | st.integers(0, 6), min_size=9, max_size=9)


def with_margins(inner):
    """Counts of (age, type) with all their totals."""
    cells = dict(zip(itertools.product(AGES, TYPES), inner, strict=True))
    places = itertools.product((ALL, *AGES), (ALL, *TYPES))
    return {
        (age, kind): sum(n for (a, t), n in cells.items() if age in (ALL, a) and kind in (ALL, t))
        for age, kind in places
    }


def cube(runs, survived=None, year=2024):
    """A table of runs, and of survivors among them when their counts are given."""
    measures = {"runs": "count"} | ({"survived": "proportion"} if survived else {})
    return {
        "statistic": "example",
        "unit": "run",
        "dimensions": ["year", "age_group", "support_type"],
        "measures": measures,
        "rows": [
            row(
                {"year": year, "age_group": age, "support_type": kind},
                {"runs": n} | ({"survived": vars(proportion(survived[age, kind], n))} if survived else {}),
            )
            for (age, kind), n in runs.items()
        ],
    }


def one_way(counts):
    """A table of runs by province with its total."""
    counts = {ALL: sum(counts.values()), **counts}
    return {
        "statistic": "example",
        "unit": "run",
        "dimensions": ["year", "province"],
        "measures": {"runs": "count", "centers": "count"},
        "facility_measures": ["centers"],
        "rows": [
            row({"year": 2024, "province": name}, {"runs": n, "centers": 1}) for name, n in counts.items()
        ],
    }


def determined(relations, hidden):
    """The hidden cells that linear algebra alone fixes: an exact row reduction, independent of the code."""
    hidden = sorted(hidden)
    matrix = [[Fraction((name in parts) - (name == total)) for name in hidden] for total, parts in relations]
    rank = 0
    for pivot in range(len(hidden)):
        source = next((r for r in range(rank, len(matrix)) if matrix[r][pivot]), None)
        if source is None:
            continue
        matrix[rank], matrix[source] = matrix[source], matrix[rank]
        matrix[rank] = [x / matrix[rank][pivot] for x in matrix[rank]]
        for other in range(len(matrix)):
            if other != rank and matrix[other][pivot]:
                factor = matrix[other][pivot]
                matrix[other] = [a - factor * b for a, b in zip(matrix[other], matrix[rank], strict=True)]
        rank += 1
    return [hidden[line.index(1)] for line in matrix if sum(x != 0 for x in line) == 1]


def test_counts_under_five_are_withheld_with_company():
    table = suppress(one_way({"11": 3, "12": 9, "13": 40}))

    released = {place[1]: cell["released"] for place, cell in column(table, "runs").items()}

    assert released == {ALL: 52, "11": None, "12": None, "13": 40}
    reasons = {place[1]: cell["reason"] for place, cell in column(table, "runs").items()}
    assert reasons == {ALL: None, "11": "small_cell", "12": "complementary", "13": None}


def test_two_ones_are_not_told_by_their_sum():
    """Two hidden counts that add up to 2 would both be known to be 1: a third goes with them."""
    table = suppress(one_way({"11": 1, "12": 1, "13": 40, "14": 50}))

    withheld = [place[1] for place, cell in column(table, "runs").items() if cell["released"] is None]

    assert withheld == ["11", "12", "13"]


def test_everything_of_a_withheld_row_goes_with_it():
    table = suppress(one_way({"11": 3, "12": 9, "13": 40}))

    centers = {place[1]: cell["released"] for place, cell in column(table, "centers").items()}

    assert centers == {ALL: 1, "11": None, "12": None, "13": 1}


def test_zero_is_shown_and_nothing_is_withheld_without_need():
    table = suppress(one_way({"11": 0, "12": 5, "13": 40}))

    assert all(cell["reason"] is None for cell in column(table, "runs").values())


@pytest.mark.parametrize(
    ("k", "n", "released", "reason"),
    [
        (50, 120, True, None),
        (3, 120, False, "small_cell"),
        (117, 120, False, "small_cell"),
        (0, 120, True, None),
        (4, 9, False, "small_denominator"),
        (0, 9, False, "small_denominator"),
        (0, 0, False, None),
    ],
)
def test_proportions_look_at_numerator_complement_and_denominator(k, n, released, reason):
    table = one_way({"11": 500, "12": 600})
    table["measures"] = {"survived": "proportion"}
    table["rows"] = [row({"year": 2024, "province": "11"}, {"survived": vars(proportion(k, n))})]

    cell = suppress(table)["rows"][0]["cells"]["survived"]

    assert (cell["released"] is not None, cell["reason"]) == (released, reason)


def test_released_fractions_have_no_decimals_under_a_hundred():
    table = one_way({})
    table["measures"] = {"survived": "proportion"}
    table["rows"] = [
        row({"year": 2024, "province": "11"}, {"survived": vars(proportion(41, 96))}),
        row({"year": 2024, "province": "12"}, {"survived": vars(proportion(411, 967))}),
    ]

    few, many = (line["cells"]["survived"]["released"] for line in suppress(table)["rows"])

    assert (few["proportion"], few["lower"], few["upper"]) == (0.43, 0.33, 0.53)
    assert many["proportion"] == 0.425


def test_curves_end_where_few_are_at_risk():
    value = {
        "n": 30,
        "events": 12,
        "times": [0, 5, 90],
        "survival": [1.0, 0.80123, 0.6],
        "lower": [None, 0.6, 0.4],
        "upper": [None, 0.9, 0.8],
        "step_at_risk": [30, 20, 9],
        "at_risk": {"times": [0, 90], "n": [30, 9]},
    }
    table = {
        "statistic": "survival_one_year",
        "unit": "person",
        "dimensions": ["year", "support_type"],
        "measures": {"survival": "curve"},
        "rows": [row({"year": 2024, "support_type": ALL}, {"survival": value})],
    }

    released = suppress(table)["rows"][0]["cells"]["survival"]["released"]

    assert released["times"] == [0, 5]
    assert released["survival"] == [1.0, 0.8]
    assert released["at_risk"] == {"times": [0, 90], "n": [30, None]}


def pooled(n, events, year=ALL):
    """A table with the curve of one group and of all, over all years together."""
    flat = {"times": [0], "survival": [1.0], "lower": [None], "upper": [None], "step_at_risk": [n]}
    value = {"n": n, "events": events, **flat, "at_risk": {"times": [0], "n": [n]}}
    return {
        "statistic": "survival_one_year",
        "unit": "admission",
        "dimensions": ["year", "support_type"],
        "measures": {"survival": "curve"},
        "rows": [row({"year": year, "support_type": kind}, {"survival": value}) for kind in (ALL, "1")],
    }


def test_numbers_of_all_years_together_are_rounded():
    """Else a withheld year would be all years less the visible ones."""
    released = suppress(pooled(213, 88))["rows"][0]["cells"]["survival"]["released"]

    assert (released["n"], released["events"], released["at_risk"]["n"]) == (215, 90, [215])
    exact = suppress(pooled(213, 88, year=2024))["rows"][0]["cells"]["survival"]["released"]
    assert (exact["n"], exact["events"]) == (213, 88)


def test_what_another_table_withholds_is_withheld_here():
    table = suppress(pooled(213, 88, year=2024), elsewhere=[(2024, "1")])

    assert column(table, "survival")[2024, "1"]["reason"] == "complementary"


def test_quantiles_need_ten_behind_them():
    table = one_way({})
    table["measures"] = {"hours": "quantiles"}
    hours = {"median": 101.26, "q1": 50.5, "q3": 200.0}
    table["rows"] = [
        row({"year": 2024, "province": str(n)}, {"hours": {"n": n, **hours}}) for n in (9, 10, 100)
    ]

    released = [line["cells"]["hours"]["released"] for line in suppress(table)["rows"]]

    assert released[0] is None
    assert released[1]["median"] == 101
    assert released[2]["median"] == 101.3


def test_growth_is_told_only_between_released_counts():
    last, this = one_way({"11": 3, "12": 9, "13": 40}), one_way({"11": 30, "12": 18, "13": 50})
    for line in this["rows"]:
        line["year"] = 2025
    both = {**last, "rows": suppress(last)["rows"] + suppress(this)["rows"]}

    growth = {
        place: cell for place, cell in column(with_growth(both, 2026), "growth").items() if place[0] == 2025
    }

    assert with_growth(both, 2025)["rows"][-1]["cells"]["growth"]["released"] is None
    assert growth[2025, "11"] == {"value": 9.0, "released": None, "reason": "complementary"}
    assert growth[2025, "13"]["released"] == 0.25
    assert with_growth(last, 2026)["rows"][0]["cells"]["growth"]["value"] is None


def test_the_threshold_may_be_raised_but_not_lowered():
    table = suppress(one_way({"11": 7, "12": 90, "13": 400}), Policy(threshold=10))

    assert column(table, "runs")[2024, "11"]["released"] is None
    with pytest.raises(ValueError, match="never lowered"):
        Policy(threshold=4)


@settings(max_examples=60, deadline=None)
@given(CUBE)
def test_no_withheld_count_of_a_two_way_table_can_be_worked_out(inner):
    runs = with_margins(inner)

    table = suppress(cube(runs))

    cells = column(table, "runs")
    hidden = {place for place, cell in cells.items() if cell["released"] is None}
    assert not any(0 < cell["released"] < 5 for cell in cells.values() if cell["released"] is not None)
    assert not determined(list(sums(table, cells)), hidden)
    if sum(inner) >= 5:
        assert cells[2024, ALL, ALL]["released"] == sum(inner)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 7), min_size=2, max_size=4))
def test_every_withheld_small_count_could_also_be_five(counts):
    """Against brute force: all whole numbers that agree with what a one-way table still shows."""
    table = suppress(one_way(dict(zip("abcd", counts, strict=False))))
    cells = {place[1]: cell for place, cell in column(table, "runs").items()}
    total = cells.pop(ALL)
    if total["released"] is None:
        return
    hidden = [name for name, cell in cells.items() if cell["released"] is None]
    rest = total["released"] - sum(cell["released"] or 0 for cell in cells.values())

    worlds = [w for w in itertools.product(range(rest + 1), repeat=len(hidden)) if sum(w) == rest]

    for position, name in enumerate(hidden):
        possible = {world[position] for world in worlds}
        small = cells[name]["reason"] == "small_cell"
        assert len(possible) > (4 if small else 1)
        assert not small or max(possible) >= 5


@settings(max_examples=25, deadline=None)
@given(CUBE, st.lists(st.floats(0, 1), min_size=9, max_size=9))
def test_no_withheld_numerator_can_be_worked_out(inner, shares):
    runs = with_margins(inner)
    survived = with_margins([round(n * share) for n, share in zip(inner, shares, strict=True)])

    table = suppress(cube(runs, survived))

    cells = column(table, "survived")
    hidden = {
        place for place, cell in cells.items() if cell["released"] is None and cell["value"]["denominator"]
    }
    relations = list(sums(table, cells))
    fixed = determined(relations, hidden)
    assert not [place for place in fixed if cells[place]["value"]["denominator"]]
    for place in {place for place, cell in cells.items() if cell["released"] is not None}:
        assert cells[place]["reason"] is None
        k, n = cells[place]["released"]["numerator"], cells[place]["released"]["denominator"]
        assert not 0 < k < 5
        assert not 0 < n - k < 5
        assert n == 0 or n >= 10


def test_feasible_range_of_a_textbook_table():
    """Two hidden rows and columns of a 2 x 2 block: the range is that of the free corner."""
    values = {"a": 2, "b": 6, "c": 7, "d": 9, "ab": 8, "cd": 16, "ac": 9, "bd": 15}
    relations = [("ab", ["a", "b"]), ("cd", ["c", "d"]), ("ac", ["a", "c"]), ("bd", ["b", "d"])]

    assert feasible_range(System(values, relations), {"a", "b", "c", "d"}, "a") == (0, 8)
    assert protect(System(values, relations), {"a": Need(4, reach=5)}) == {"a", "b", "c", "d"}
