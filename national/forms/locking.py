"""Confirming that a year is locked."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


class LockYearForm(forms.Form):
    """The year, typed once more: the act cannot be taken back on a page."""

    typed = forms.CharField(
        label=_("Type the year to confirm"),
        max_length=4,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, year: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.year = year

    def clean_typed(self) -> str:
        typed = str(self.cleaned_data["typed"])
        if typed != str(self.year):
            raise ValidationError(_("This is not the year shown above."))
        return typed
