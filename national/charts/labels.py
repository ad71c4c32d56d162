"""Names of the codes that charts and report tables print, as (English, Chinese) pairs."""

import re
from typing import Literal

Lang = Literal["en", "zh"]
Pair = tuple[str, str]

ALL = "all"

AGE_GROUPS: dict[str, Pair] = {
    "all": ("All ages", "全部年龄"),
    "A": ("Adult", "成人"),
    "P": ("Child", "儿童"),
    "N": ("Neonate", "新生儿"),
    "U": ("Age not recorded", "年龄未记录"),
}
SUPPORT_TYPES: dict[str, Pair] = {
    "all": ("All types", "全部类型"),
    "1": ("Pulmonary", "呼吸支持"),
    "2": ("Cardiac", "循环支持"),
    "3": ("ECPR", "ECPR"),
    "U": ("Not recorded", "未记录"),
}
ALL_CENTERS: Pair = ("All centers", "全部中心")
# code: (English, Chinese, letters of ISO 3166-2, one-character Chinese short form)
PROVINCES: dict[str, tuple[str, str, str, str]] = {
    "11": ("Beijing", "北京", "BJ", "京"),
    "12": ("Tianjin", "天津", "TJ", "津"),
    "13": ("Hebei", "河北", "HE", "冀"),
    "14": ("Shanxi", "山西", "SX", "晋"),
    "15": ("Inner Mongolia", "内蒙古", "NM", "蒙"),
    "21": ("Liaoning", "辽宁", "LN", "辽"),
    "22": ("Jilin", "吉林", "JL", "吉"),
    "23": ("Heilongjiang", "黑龙江", "HL", "黑"),
    "31": ("Shanghai", "上海", "SH", "沪"),
    "32": ("Jiangsu", "江苏", "JS", "苏"),
    "33": ("Zhejiang", "浙江", "ZJ", "浙"),
    "34": ("Anhui", "安徽", "AH", "皖"),
    "35": ("Fujian", "福建", "FJ", "闽"),
    "36": ("Jiangxi", "江西", "JX", "赣"),
    "37": ("Shandong", "山东", "SD", "鲁"),
    "41": ("Henan", "河南", "HA", "豫"),
    "42": ("Hubei", "湖北", "HB", "鄂"),
    "43": ("Hunan", "湖南", "HN", "湘"),
    "44": ("Guangdong", "广东", "GD", "粤"),
    "45": ("Guangxi", "广西", "GX", "桂"),
    "46": ("Hainan", "海南", "HI", "琼"),
    "50": ("Chongqing", "重庆", "CQ", "渝"),
    "51": ("Sichuan", "四川", "SC", "川"),
    "52": ("Guizhou", "贵州", "GZ", "黔"),
    "53": ("Yunnan", "云南", "YN", "滇"),
    "54": ("Tibet", "西藏", "XZ", "藏"),
    "61": ("Shaanxi", "陕西", "SN", "陕"),
    "62": ("Gansu", "甘肃", "GS", "甘"),
    "63": ("Qinghai", "青海", "QH", "青"),
    "64": ("Ningxia", "宁夏", "NX", "宁"),
    "65": ("Xinjiang", "新疆", "XJ", "新"),
    "71": ("Taiwan", "台湾", "TW", "台"),
    "81": ("Hong Kong", "香港", "HK", "港"),
    "82": ("Macao", "澳门", "MO", "澳"),
}
DIMENSIONS: dict[str, dict[str, Pair]] = {
    "age_group": AGE_GROUPS,
    "support_type": SUPPORT_TYPES,
    "volume_class": {"all": ALL_CENTERS},
    "province": {"all": ("All", "全国")} | {code: names[:2] for code, names in PROVINCES.items()},
    "year": {"all": ("All years", "全部年份")},
}


def say(pair: Pair, lang: Lang) -> str:
    return pair[0] if lang == "en" else pair[1]


def code_label(dimension: str, code: object, lang: Lang) -> str:
    """The name of a dimension's code; a code without a name (a year, a new class) is shown as it is."""
    pair = DIMENSIONS.get(dimension, {}).get(str(code)) or _volume_class(dimension, str(code))
    return say(pair, lang) if pair else str(code)


def _volume_class(dimension: str, code: str) -> Pair | None:
    """Classes follow a setting, so their names are made from their codes: ``6-20`` and ``51+``."""
    if dimension != "volume_class":
        return None
    if bounds := re.fullmatch(r"(\d+)-(\d+)", code):
        return f"{bounds[1]}–{bounds[2]} runs", f"{bounds[1]}–{bounds[2]} 例次"
    if lowest := re.fullmatch(r"(\d+)\+", code):
        return f"{lowest[1]} runs or more", f"{lowest[1]} 例次及以上"
    return None
