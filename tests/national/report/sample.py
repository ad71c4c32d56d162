"""A synthetic snapshot of the shape the national results have, the same at every call."""

import math
import random
from typing import Any

EXACT = 987_654_321  # stands in every exact value; it must never be seen in a file
AGES, TYPES = ("A", "P", "N"), (1, 2, 3)
YEARS = range(2019, 2026)
AGE_SHARE = {"A": 0.84, "P": 0.1, "N": 0.06}
TYPE_SHARE = {1: 0.3, 2: 0.42, 3: 0.28}
SURVIVAL = {("A", 1): 0.58, ("A", 2): 0.5, ("A", 3): 0.35, ("P", 1): 0.64, ("P", 2): 0.56, ("P", 3): 0.41,
            ("N", 1): 0.72, ("N", 2): 0.47, ("N", 3): 0.38}  # fmt: skip
PROVINCE_CODES = [
    "11",
    "12",
    "13",
    "14",
    "15",
    "21",
    "22",
    "23",
    "31",
    "32",
    "33",
    "34",
    "35",
    "36",
    "37",
    "41",
    "42",
    "43",
    "44",
    "45",
    "46",
    "50",
    "51",
    "52",
    "53",
    "54",
    "61",
    "62",
    "63",
    "64",
    "65",
]


def cell(released: Any, reason: str | None = None) -> dict[str, Any]:
    return {"value": EXACT, "released": released, "reason": reason}


def hidden(reason: str = "small_cell") -> dict[str, Any]:
    return cell(None, reason)


def proportion(numerator: int, denominator: int, missing: int = 0) -> dict[str, Any]:
    """Wilson's interval at 95%."""
    if denominator < 10:
        return hidden("small_denominator")
    z, p, n = 1.959964, numerator / denominator, denominator
    middle, scale = p + z * z / (2 * n), 1 + z * z / n
    half = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    bounds = {"lower": (middle - half) / scale, "upper": (middle + half) / scale}
    return cell({"numerator": numerator, "denominator": n, "missing": missing, "proportion": p} | bounds)


def runs_in(year: int, age: str, support: int) -> int:
    total = 2140 * 1.21 ** (year - 2019)
    return round(total * AGE_SHARE[age] * TYPE_SHARE[support] * (1 + 0.02 * support))


def _table(
    statistic: str, unit: str, dimensions: list[str], measures: dict[str, str], rows: list[Any]
) -> dict[str, Any]:
    return {
        "statistic": statistic,
        "unit": unit,
        "dimensions": dimensions,
        "measures": measures,
        "rows": rows,
    }


def _groups() -> list[tuple[str, Any]]:
    return [(age, support) for age in ("all", *AGES) for support in ("all", *TYPES)]


def _sum(year: int, age: str, support: Any) -> int:
    ages, types = (AGES if age == "all" else [age]), (TYPES if support == "all" else [support])
    return sum(runs_in(year, a, t) for a in ages for t in types)


def activity() -> dict[str, Any]:
    rows = []
    for year in YEARS:
        for age, support in _groups():
            runs = _sum(year, age, support)
            before = _sum(year - 1, age, support) if year > 2019 else None
            cells = {
                "runs": cell(runs),
                "patients": cell(round(runs * 0.96)),
                "centers": cell(min(230, 90 + runs // 40)),
                "growth": cell((runs - before) / before if before else None),
            }
            rows.append({"year": year, "age_group": age, "support_type": support, "cells": cells})
    for row in rows:
        if row["year"] == 2019 and row["age_group"] == "N" and row["support_type"] in (2, 3):
            row["cells"] = {
                name: hidden("small_cell" if row["support_type"] == 3 else "complementary")
                for name in row["cells"]
            }
    measures = {"runs": "count", "patients": "count", "centers": "count", "growth": "percent"}
    return _table("activity_by_year", "run", ["year", "age_group", "support_type"], measures, rows)


def scale() -> dict[str, Any]:
    rows = []
    for year in YEARS:
        centers = {"1-5": 44, "6-20": 83, "21-50": 62, "51+": 29}
        total, runs = sum(centers.values()), _sum(year, "all", "all")
        for name, part in zip(centers, (0.02, 0.13, 0.31, 0.54), strict=True):
            cells = {
                "centers": cell(centers[name]),
                "runs": cell(round(runs * part)),
                "share_of_centers": cell(centers[name] / total),
                "share_of_runs": cell(part),
            }
            rows.append({"year": year, "volume_class": name, "cells": cells})
        quantiles = {"n": total, "median": 19.5, "q1": 8.0, "q3": 38.0}
        every = {
            "centers": cell(total),
            "runs": cell(runs),
            "share_of_centers": cell(1.0),
            "share_of_runs": cell(1.0),
        }
        rows.append(
            {"year": year, "volume_class": "all", "cells": every | {"runs_per_center": cell(quantiles)}}
        )
    measures = {
        "centers": "count",
        "runs": "count",
        "share_of_centers": "shares",
        "share_of_runs": "shares",
        "runs_per_center": "quantiles",
    }
    return _table("center_scale", "center", ["year", "volume_class"], measures, rows)


def outcomes() -> dict[str, Any]:
    rows = []
    for year in YEARS:
        for age, support in _groups():
            pairs = [
                (a, t)
                for a in (AGES if age == "all" else [age])
                for t in (TYPES if support == "all" else [support])
            ]
            runs = sum(runs_in(year, a, t) for a, t in pairs)
            alive = sum(runs_in(year, a, t) * (SURVIVAL[a, t] - 0.01 * (2025 - year)) for a, t in pairs)
            first, share = round(runs * 0.97), alive / runs
            missing = runs // 50
            cells = {
                "runs": cell(runs),
                "first_runs": cell(first),
                "survived_ecls": proportion(
                    round((runs - missing) * (share + 0.12)), runs - missing, missing
                ),
                "survived_to_discharge": proportion(
                    round((first - missing) * share), first - missing, missing
                ),
            }
            if (age, support) == ("N", 3):
                cells["survived_to_discharge"] = hidden("small_denominator")
            rows.append({"year": year, "age_group": age, "support_type": support, "cells": cells})
    measures = {
        "runs": "count",
        "first_runs": "count",
        "survived_ecls": "proportion",
        "survived_to_discharge": "proportion",
    }
    return _table("outcomes", "run", ["year", "age_group", "support_type"], measures, rows)


def provinces() -> dict[str, Any]:
    chance = random.Random(7)
    rows = []
    for year in YEARS:
        for code in PROVINCE_CODES:
            runs = chance.randrange(20, 700)
            cells = {"runs": cell(runs), "centers": cell(max(5, runs // 30))}
            if code in ("54", "63"):
                cells = {
                    "runs": hidden("small_cell" if code == "54" else "complementary"),
                    "centers": hidden(),
                }
            rows.append({"year": year, "province": code, "cells": cells})
    return _table("by_province", "run", ["year", "province"], {"runs": "count", "centers": "count"}, rows)


def duration() -> dict[str, Any]:
    rows = []
    middle = {1: 210.0, 2: 118.0, 3: 64.5, "all": 121.0}
    for year in YEARS:
        for age, support in _groups():
            factor = {"A": 1.0, "P": 1.1, "N": 1.2, "all": 1.0}[age]
            median = middle[support] * factor
            value = {"n": _sum(year, age, support), "median": median, "q1": median * 0.55, "q3": median * 1.8}
            hours = hidden("small_denominator") if (age, support) == ("N", 3) else cell(value)
            rows.append({"year": year, "age_group": age, "support_type": support, "cells": {"hours": hours}})
    return _table("run_duration", "run", ["year", "age_group", "support_type"], {"hours": "quantiles"}, rows)


def curve(n: int, early: float, late: float) -> dict[str, Any]:
    times = [*range(1, 31), *range(33, 91, 3), *range(97, 366, 7)]
    survival = [1 - early * (1 - math.exp(-day / 11)) - late * day / 365 for day in times]
    spread = [1.96 * math.sqrt(s * (1 - s) / n) for s in survival]
    return {
        "n": n, "events": round(n * (early + late)), "times": [0, *times], "survival": [1.0, *survival],
        "lower": [None, *(s - d for s, d in zip(survival, spread, strict=True))],
        "upper": [None, *(s + d for s, d in zip(survival, spread, strict=True))],
        "at_risk": {"times": [0, 30, 90, 180, 365], "n": [n, *(round(n * part) for part in (0.55, 0.45, 0.36, 0.21))]},
    }  # fmt: skip


def survival() -> dict[str, Any]:
    curves = {
        "all": curve(16200, 0.46, 0.06),
        1: curve(4900, 0.38, 0.07),
        2: curve(6800, 0.46, 0.05),
        3: curve(4500, 0.6, 0.03),
    }
    rows = [
        {"year": "all", "support_type": code, "cells": {"survival": cell(value)}}
        for code, value in curves.items()
    ]
    return _table("survival_one_year", "patient", ["year", "support_type"], {"survival": "curve"}, rows)


def snapshot(**changes: Any) -> dict[str, Any]:
    document = {
        "year": 2025,
        "edition": 1,
        "provisional": False,
        "cut_at": "2026-11-20T00:00:00+08:00",
        "definition_version": "1.0",
        "code_revision": "0a1b2c3d4e5f",
        "sha256": "9f2c" * 16,
        "results": [activity(), scale(), outcomes(), provinces(), duration(), survival()],
    }
    return document | changes
