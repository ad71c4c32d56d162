"""What to build a report of."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from national.models import Audience
from national.report.build import LANGUAGES
from national.results import years

LANGUAGE_NAMES = {"zh": _("Chinese"), "en": _("English")}


class ReportForm(forms.Form):
    """A year that has figures, and at least one language."""

    year = forms.TypedChoiceField(label=_("Year"), coerce=int)
    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        choices=[(lang, LANGUAGE_NAMES[lang]) for lang in LANGUAGES],
        widget=forms.CheckboxSelectMultiple,
        initial=list(LANGUAGES),
        error_messages={"required": _("Choose at least one language.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = [(year, str(year)) for year in reversed(years(Audience.SOCIETY))]  # type: ignore[attr-defined]
