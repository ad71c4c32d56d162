"""The scores of the run in view, for the case page."""

from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from registry.case_page.page import CasePage
from registry.scores import SCORES
from registry.scores.definition import ScoreDefinition
from registry.scoring.panel import ScoresPanel

register = template.Library()


@register.filter
def run_scores(page: CasePage) -> ScoresPanel:
    """Computed anew at each call, from the answers as they are."""
    return ScoresPanel(page.record.place(f"run{page.run_number}"))


@register.simple_tag
def score_details(definition: ScoreDefinition) -> SafeString:
    """What a score is and how far it was checked."""
    return _of_score("registry/partials/score_details.html", get_language(), definition.score_id)


@register.simple_tag
def score_level(definition: ScoreDefinition) -> SafeString:
    """How far its table was checked."""
    return _of_score("registry/partials/score_level.html", get_language(), definition.score_id)


@lru_cache(maxsize=200)
def _of_score(template: str, language: str, score_id: str) -> SafeString:
    return render_to_string(template, {"definition": SCORES[score_id]})
