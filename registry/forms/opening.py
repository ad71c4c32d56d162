"""What is asked before a case is begun: it decides which sections, ranges and instruments exist."""

from datetime import date
from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from centers.models import Center
from crf.entry import Rejected
from crf.fields import PAST_DAYS, ItemField
from crf.questions import SEGMENTED
from registry.identity.documents import NO_DOCUMENT
from registry.identity.number_words import about_number
from registry.models import Patient, Run
from registry.models.identity import IDENTITY_ITEMS, IdentifierKind


class AnswerField(forms.CharField):
    """A form field that reads its text as a field of the case report forms does."""

    def __init__(self, column: Any, **options: Any):
        super().__init__(label=cast(str, _PairText(column.item.label)), max_length=200, **options)
        self.column: ItemField = column
        if column.item.kind in ("datetime", "date"):
            self.widget.attrs |= {"data-datetime": column.item.kind, "autocomplete": "off"}
        if column.item.name in PAST_DAYS:
            self.widget.attrs["data-past"] = True
        if column.item.codes:
            self.choices = [("", "")] + [(str(o.code), _PairText(o.label)) for o in column.item.codes]
            is_bar = len(column.item.codes.options) <= SEGMENTED
            self.widget = (forms.RadioSelect if is_bar else forms.Select)(choices=self.choices)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        try:
            return self.column.parse(text).value
        except Rejected as rejected:
            raise forms.ValidationError(str(rejected.message)) from None


class _PairText:
    """A pair as form labels need it: chosen when shown, in the language of the request."""

    def __init__(self, pair: Any):
        self.pair = pair

    def __str__(self) -> str:
        return str(self.pair)


class DocumentNumber(forms.CharField):
    """Needed unless there is no document, which the form judges; the browser hides the mark then."""

    def __init__(self) -> None:
        label = cast(str, _PairText(IDENTITY_ITEMS[IdentifierKind.DOCUMENT_NO].label))
        super().__init__(label=label, max_length=50)

    def validate(self, value: Any) -> None:
        """Emptiness is judged beside the type of the document."""


class OpeningForm(forms.Form):
    """The first seven answers of a case."""

    use_required_attribute = False  # it would say so of a number that no document has
    center = forms.ModelChoiceField(Center.objects.none(), label=_("Center"))
    record_no = forms.CharField(
        label=cast(str, _PairText(IDENTITY_ITEMS[IdentifierKind.RECORD_NO].label)), max_length=50
    )
    id_document_type = AnswerField(Patient.item_field("id_document_type"))
    document_no = DocumentNumber()
    sex = AnswerField(Patient.item_field("sex"))
    birth_date = AnswerField(Patient.item_field("birth_date"))
    run_start_at = AnswerField(Run.item_field("run_start_at"))
    support_type = AnswerField(Run.item_field("support_type"))
    initial_mode = AnswerField(Run.item_field("initial_mode"))

    def __init__(self, *args: Any, centers: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        field: Any = self.fields["center"]
        field.queryset = centers
        if centers.count() == 1:
            field.initial, field.widget = centers.first().pk, forms.HiddenInput()
        for name in ("record_no", "document_no"):
            self.fields[name].widget.attrs["autocomplete"] = "off"
        if not self.is_bound:
            self.visible_fields()[0].field.widget.attrs["autofocus"] = True

    def clean_birth_date(self) -> date | None:
        born: date | None = self.cleaned_data["birth_date"]
        if born and born > timezone.localdate():
            raise forms.ValidationError(_("The date of birth is after today. Please check it"))
        return born

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        kind, number = data.get("id_document_type"), data.get("document_no", "")
        if kind == NO_DOCUMENT and number:
            self.add_error("document_no", _("No document was chosen, so there is no number"))
        elif words := about_number(kind, number, timezone.localdate()):
            self.add_error("document_no", str(words))
        if kind not in (None, NO_DOCUMENT) and not number:
            self.add_error("document_no", _("Enter the number, or choose that there is no document"))
        return data

    def answers(self) -> dict[str, dict[str, str]]:
        """The clinical answers as they were typed, by place."""
        return {
            "patient": self._typed("sex", "birth_date"),
            "run1": self._typed("run_start_at", "support_type", "initial_mode"),
        }

    def _typed(self, *names: str) -> dict[str, str]:
        return {name: self.data.get(name, "") for name in names}
