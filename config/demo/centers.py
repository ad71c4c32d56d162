"""The invented centers: where they are, how large, and what they say of themselves each year."""

import math
from dataclasses import dataclass, field
from statistics import NormalDist
from typing import Any

from config.demo.chance import Chance, Weighted, stream
from config.demo.recipe import Recipe

# Province, its capital in both languages, and its share of ECLS centers (roughly by population and wealth).
PLACES = (
    ("11", "北京", "Beijing", 7),
    ("31", "上海", "Shanghai", 6),
    ("44", "广州", "Guangzhou", 10),
    ("33", "杭州", "Hangzhou", 8),
    ("32", "南京", "Nanjing", 8),
    ("41", "郑州", "Zhengzhou", 8),
    ("37", "济南", "Jinan", 7),
    ("42", "武汉", "Wuhan", 5),
    ("51", "成都", "Chengdu", 6),
    ("43", "长沙", "Changsha", 5),
    ("13", "石家庄", "Shijiazhuang", 4),
    ("34", "合肥", "Hefei", 4),
    ("61", "西安", "Xi'an", 3),
    ("21", "沈阳", "Shenyang", 3),
    ("35", "福州", "Fuzhou", 3),
    ("50", "重庆", "Chongqing", 3),
    ("36", "南昌", "Nanchang", 3),
    ("12", "天津", "Tianjin", 2),
    ("45", "南宁", "Nanning", 3),
    ("53", "昆明", "Kunming", 2),
    ("14", "太原", "Taiyuan", 2),
    ("22", "长春", "Changchun", 2),
    ("23", "哈尔滨", "Harbin", 2),
    ("52", "贵阳", "Guiyang", 2),
    ("62", "兰州", "Lanzhou", 1),
    ("65", "乌鲁木齐", "Urumqi", 1),
    ("15", "呼和浩特", "Hohhot", 1),
    ("64", "银川", "Yinchuan", 1),
    ("46", "海口", "Haikou", 1),
    ("63", "西宁", "Xining", 0.5),
)
_PLACE = Weighted((place[:3], place[3]) for place in PLACES)

GENERAL, HEART, CHEST, CHILDREN = 1, 2, 3, 4  # codes of hospital_type
_KIND = Weighted({GENERAL: 72, HEART: 10, CHEST: 5, CHILDREN: 15})
_WORDS = {
    GENERAL: ("医院", "Hospital"),
    HEART: ("心血管病医院", "Heart Hospital"),
    CHEST: ("胸科医院", "Chest Hospital"),
    CHILDREN: ("儿童医院", "Children's Hospital"),
}
_DIGITS = "零一二三四五六七八九"
SPREAD = 1.0  # of the logarithm of center size: a few large centers, many small ones
GROWTH = 1.12  # runs per center and year


@dataclass(frozen=True)
class DemoCenter:
    """One center. ``size`` is relative; ``effect`` shifts the log-odds of survival."""

    index: int
    code: str
    name: str
    name_en: str
    province: str
    city: str
    kind: int
    size: float
    effect: float
    founded: int
    first_year: int
    runs: dict[int, int] = field(default_factory=dict)  # by calendar year

    @property
    def is_for_children(self) -> bool:
        return self.kind == CHILDREN


def make_centers(recipe: Recipe) -> list[DemoCenter]:
    """The centers with their runs per year, which add up to ``recipe.runs``."""
    sizes = _sizes(recipe)
    centers = [_center(recipe, index, size) for index, size in enumerate(sizes)]
    weights = {
        (center.index, year): _weight(center, year, recipe) for center in centers for year in recipe.calendar
    }
    for (index, year), runs in _shared_out(recipe.runs, weights).items():
        centers[index].runs[year] = runs
    return centers


def _sizes(recipe: Recipe) -> list[float]:
    """Log-normal sizes, heavy-tailed whatever the seed. The first two centers, which people sign in to,
    are large and middling; the others come in random order."""
    normal = NormalDist(0, SPREAD)
    shares = [(recipe.centers - rank - 0.5) / recipe.centers for rank in range(recipe.centers)]
    sizes = [math.exp(normal.inv_cdf(share)) for share in shares]
    first = [sizes.pop(min(len(sizes) - 1, round(recipe.centers * share))) for share in (0.12, 0.3) if sizes]
    stream(recipe.seed, "order of centers").shuffle(sizes)
    return first + sizes


def _center(recipe: Recipe, index: int, size: float) -> DemoCenter:
    chance = stream(recipe.seed, "center", index)
    kind = GENERAL if index < 2 else _KIND.draw(chance)
    province, city, _ = _PLACE.draw(chance)
    zh, en = _WORDS[kind]
    late = index >= 2 and recipe.years > 1 and chance.yes(0.3)
    first_year = chance.choice(recipe.calendar[1:]) if late else recipe.calendar[0]
    return DemoCenter(
        index=index,
        code=f"D{index + 1:02d}",
        name=f"演示第{in_chinese(index + 1)}{zh}",
        name_en=f"Demo {en} {index + 1}",
        province=province,
        city=city,
        kind=kind,
        size=size,
        effect=0.12 * math.log(size) / SPREAD + chance.gauss(0, 0.15),
        founded=first_year if late else first_year - chance.randrange(1, 9),
        first_year=first_year,
    )


def _weight(center: DemoCenter, year: int, recipe: Recipe) -> float:
    if year < center.first_year:
        return 0.0
    chance = stream(recipe.seed, "year", center.index, year)
    begun = 0.5 if year == center.first_year > recipe.calendar[0] else 1.0
    elapsed = max((recipe.cut.timetuple().tm_yday - 1) / 365, 0.01) if year == recipe.as_of.year else 1.0
    return center.size * GROWTH ** (year - recipe.calendar[0]) * begun * elapsed * chance.between(0.8, 1.2)


def _shared_out(total: int, weights: dict[Any, float]) -> dict[Any, int]:
    """Whole numbers in proportion to the weights that add up to ``total`` (largest remainder)."""
    unit = total / sum(weights.values())
    shares = {key: int(weight * unit) for key, weight in weights.items()}
    by_remainder = sorted(weights, key=lambda key: shares[key] - weights[key] * unit)
    for key in by_remainder[: total - sum(shares.values())]:
        shares[key] += 1
    return shares


def in_chinese(number: int) -> str:
    """1 to 9999 as Chinese numerals: 十二, 一百零三."""
    text = ""
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            text += _DIGITS[digit] + sign
        elif text and number % unit and not text.endswith("零"):
            text += "零"
    return text[1:] if text.startswith("一十") else text


def profile(center: DemoCenter, year: int, recipe: Recipe) -> dict[str, Any]:
    """Form 11 of that year."""
    chance = stream(recipe.seed, "profile", center.index)
    large = center.size > 1
    staff = round(chance.between(8, 20) * (1 + center.size))
    member = large and chance.yes(0.4)
    return {
        "profile_year": year,
        "hospital_level": "3A" if large or chance.yes(0.8) else "3B",
        "hospital_type": center.kind,
        "ownership": 1 if chance.yes(0.95) else 2,
        "bed_count": 10 * round(chance.skewed(220 if large else 130, 0.3, 32, 550)),
        "icu_bed_count": round(chance.skewed(110 if large else 45, 0.4, 10, 280)),
        "programs": _programs(center),
        "elso_member": int(member),
        "elso_center_id": f"DEMO{center.index + 1:03d}" if member else None,
        "csecls_member": 1 if chance.yes(0.85) else 0,
        "console_count": min(20, max(1, round(1 + 2.2 * center.size))),
        "team_model": _team(center, chance),
        "trained_staff_count": min(100, staff),
        "trained_physician_count": min(60, max(2, staff // 3)),
        "perfusionist_count": min(30, staff // 6),
        "specialist_nurse_count": min(60, staff // 2),
        "nurse_patient_ratio": chance.choice((1.0, 1.0, 1.5, 2.0)),
        "bedside_care": [1, 2, 4] if large else [1, 4],
        "mobile_team": int(large),
        "ecpr_24h": int(large or chance.yes(0.5)),
        "heart_transplant_center": int(center.size > 2 and center.kind in (GENERAL, HEART)),
        "lung_transplant_center": int(center.size > 3 and center.kind in (GENERAL, CHEST)),
        "vad_program": int(center.size > 2 and center.kind in (GENERAL, HEART)),
        "annual_runs": center.runs.get(year - 1, 0),
        "followup_clinic": int(chance.yes(0.6)),
        "coordinator_name": f"{center.code} 演示协调员",
        "coordinator_phone": "010-00000000",
        "ethics_approval_no": f"DEMO-{center.code}-{center.first_year}",
    }


def _programs(center: DemoCenter) -> list[str]:
    if center.is_for_children:
        return ["PR", "PC", "NR", "NC"]
    adult = {HEART: ["AC", "AE"], CHEST: ["AR", "AE"]}.get(center.kind, ["AR", "AC", "AE"])
    return adult + (["TR"] if center.size > 1 else []) + (["TX"] if center.size > 3 else [])


def _team(center: DemoCenter, chance: Chance) -> int:
    return {HEART: 2}.get(center.kind, chance.choice((1, 1, 1, 3, 4)))
