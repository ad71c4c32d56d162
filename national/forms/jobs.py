"""How often the figures are refreshed."""

from django import forms
from django.utils.translation import gettext_lazy as _

from national.schedule import LONGEST, SHORTEST


class IntervalForm(forms.Form):
    """Whole minutes between two scheduled refreshes."""

    minutes = forms.IntegerField(
        label=_("Minutes between refreshes"),
        min_value=SHORTEST,
        max_value=LONGEST,
        help_text=_("From 1 to 1,440 minutes (one day). The change holds from the next refresh on."),
    )
