"""Pages made of every part of the interface, served to the browser tests only."""

from typing import Any

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from config import urls
from crf.codelists.diagnoses import DIAGNOSIS
from crf.searching import search_words

handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500


class Form(forms.Form):
    """One field of each shape."""

    day = forms.DateField(label="日期", required=False)
    words = forms.CharField(label="文字", help_text="一行文字", required=False)
    state = forms.ChoiceField(label="选择", choices=[("1", "一"), ("2", "二")], widget=forms.RadioSelect)
    many = forms.MultipleChoiceField(
        label="多选", choices=[("1", "一"), ("2", "二")], widget=forms.CheckboxSelectMultiple, required=False
    )
    sure = forms.BooleanField(label="确认", required=False)
    place = forms.ChoiceField(label="地区", choices=[("11", "北京"), ("31", "上海")])


ROWS = [
    {"number": "D01-26-0042", "kind": "ecpr", "state": "returned", "mark": "asked", "cells": "ffffffffff"},
    {"number": "D01-26-0031", "kind": "vv", "state": "submitted", "mark": "urgent", "cells": "ffffffffff"},
    {
        "number": "D01-26-0046",
        "kind": "va",
        "state": "draft",
        "mark": "",
        "cells": ["f", "f", "e", "p", "w", "", "l"],
    },
    {"number": "D01-26-0047", "kind": "va", "state": "accepted", "mark": "", "cells": "ffffffffff"},
    {"number": "D01-26-0048", "kind": "va", "state": "locked", "mark": "", "cells": "ffffffffff"},
]
YEARS = [str(year) for year in range(2018, 2027)]


def bars() -> dict[str, Any]:
    rising = {
        "VA": [1130, 1480, 1690, 1960, 2360, 2790, 3160, 3540, 3890],
        "VV": [620] * 9,
        "ECPR": [390] * 9,
    }
    return {
        "grid": {"left": 44, "right": 12, "top": 34, "bottom": 26},
        "legend": {"right": 0, "top": 0},
        "tooltip": {"trigger": "axis"},
        "xAxis": {"type": "category", "data": YEARS},
        "yAxis": {"type": "value", "axisLabel": {"formatter": "@int"}},
        "series": [
            {
                "name": name,
                "type": "bar",
                "stack": "all",
                "data": data,
                "itemStyle": {"color": f"@{name.lower()}"},
            }
            for name, data in rising.items()
        ],
    }


def line() -> dict[str, Any]:
    rates = [0.451, 0.459, 0.452, 0.468, 0.479, 0.493, 0.504, 0.517, 0.526]
    return {
        "grid": {"left": 44, "right": 24, "top": 24, "bottom": 26},
        "xAxis": {"type": "category", "data": YEARS},
        "yAxis": {"type": "value", "min": 0.4, "max": 0.6, "axisLabel": {"formatter": "@percent0"}},
        "series": [{"type": "line", "data": rates, "label": {"show": True, "formatter": "@percent"}}],
    }


def diagnoses() -> list[dict[str, Any]]:
    return [
        {
            "code": option.code,
            "label": option.zh,
            "words": search_words(option),
            "note": option.facts.get("icd10", ""),
        }
        for option in DIAGNOSIS
    ]


@login_not_required
def specimen(request: HttpRequest, name: str, lang: str = "zh") -> HttpResponse:
    facts = {
        "rows": ROWS,
        "page": Paginator(range(312), 10).page(4),
        "form": Form({"words": "", "place": "11"}) if name == "case" else None,
        "rhythms": ["室颤", "无脉室速", "无脉电活动", "心搏停止", "其他"],
        "scale": ["无症状", "无明显残疾", "轻度残疾", "中度残疾", "中重度残疾", "重度残疾"],
        "usual": (20, 600),
        "possible": (5, 800),
        "answers": ["200", "409", "500", "signed-out"],
        "diagnoses": diagnoses(),
        "bars": bars(),
        "line": line(),
    }
    return render(request, f"specimens/{name}.html", facts)


@csrf_exempt  # visitors get no token; what is tried here is the page's answer, not the wall
@login_not_required
def save(request: HttpRequest, answer: str) -> HttpResponse:
    """What the server may say to a save: done, signed out, or a status."""
    if answer == "signed-out":
        return redirect("account_login")
    status = int(answer)
    return HttpResponse('<p id="saved">已存</p>' if status == 200 else "", status=status)


urlpatterns = [
    path("specimen/<slug:name>/", specimen),
    path("specimen-save/<slug:answer>/", save),
    *urls.urlpatterns,
]
