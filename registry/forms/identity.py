"""The identity form: typed anew or left alone, never sent back filled in, never saved by itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from crf.codelists.people import ID_DOCUMENT
from crf.entry import Rejected, check_text
from registry.identity.documents import NO_DOCUMENT
from registry.identity.number_words import about_number
from registry.models import IdentifierKind, Patient
from registry.models.identity import IDENTITY_ITEMS

LENGTHS = {IdentifierKind.NAME: 100}
NUMBER_LENGTH = 50
PHONE_DIGITS = 7
ORDER = (
    IdentifierKind.RECORD_NO,
    IdentifierKind.NAME,
    IdentifierKind.DOCUMENT_NO,
    IdentifierKind.PHONE,
    IdentifierKind.PHONE_2,
)
KINDS = {IDENTITY_ITEMS[kind].name: kind for kind in ORDER}


class Storable(forms.CharField):
    """A text kept exactly as typed; what the database cannot hold is an error at the field."""

    def __init__(self, name: str, kind: IdentifierKind) -> None:
        self.limit = LENGTHS.get(kind, NUMBER_LENGTH)
        attributes = {
            "class": "form-control",
            "autocomplete": "off",
            "autocapitalize": "off",
            "spellcheck": "false",
            "aria-describedby": f"id_identity-{name}-help",
        }
        label = str(IDENTITY_ITEMS[kind].label)
        super().__init__(required=False, strip=False, label=label, widget=forms.TextInput(attributes))

    def run_validators(self, value: str) -> None:
        try:
            check_text(value, self.limit)
        except Rejected as problem:
            raise ValidationError(str(problem.message)) from None


@dataclass(frozen=True)
class Row:
    """One question of the form with what is stored of it."""

    kind: str
    label: str
    help: str
    required: bool
    bound: Any
    stored: str
    shown: bool  # the stored text is in clear


class IdentityForm(forms.Form):
    """``stored`` gives the texts to show beside the empty fields: masked, or in clear once asked for."""

    def __init__(
        self, data: Any = None, *, patient: Patient, stored: dict[str, str], shown: bool = False
    ) -> None:
        super().__init__(data, prefix="identity", auto_id="id_%s")
        self.patient, self.stored, self.shown = patient, stored, shown
        for name, kind in KINDS.items():
            self.fields[name] = Storable(name, kind)
        self.fields["id_document_type"] = forms.TypedChoiceField(
            label=str(Patient.item_field("id_document_type").item.label),
            choices=[("", ""), *((option.code, str(option.label)) for option in ID_DOCUMENT)],
            coerce=int,
            empty_value=None,
            required=False,
            initial=patient.id_document_type,
            widget=forms.Select({"class": "form-select", "autocomplete": "off"}),
        )
        self.fields["remove"] = forms.MultipleChoiceField(
            choices=[(kind.value, kind.value) for kind in ORDER], required=False
        )

    def rows(self) -> Iterator[Row]:
        """The questions in the order they are asked."""
        for name, kind in KINDS.items():
            item = IDENTITY_ITEMS[kind]
            yield Row(
                kind=kind,
                label=str(item.label),
                help=str(HELP.get(kind, "")),
                required=kind in (IdentifierKind.RECORD_NO, IdentifierKind.DOCUMENT_NO),
                bound=self[name],
                stored=self.stored.get(kind, ""),
                shown=self.shown,
            )

    @property
    def is_wanted(self) -> bool:
        """Something was refused, or something required is not stored yet: the form stands open."""
        return bool(self.errors) or any(row.required and not row.stored for row in self.rows())

    def clean_contact_phone(self) -> str:
        return self._telephone("contact_phone")

    def clean_contact_phone_2(self) -> str:
        return self._telephone("contact_phone_2")

    def _telephone(self, name: str) -> str:
        text: str = self.cleaned_data[name]
        if text.strip() and len(re.findall(r"\d", text)) < PHONE_DIGITS:
            raise ValidationError(_("A telephone number has at least 7 digits. Please check"))
        return text

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        document_type, number = data.get("id_document_type"), (data.get("id_document_no") or "").strip()
        if document_type == NO_DOCUMENT and number:
            self.add_error("id_document_no", _("No document was chosen, so there is no number"))
        elif words := about_number(document_type, number, timezone.localdate()):
            self.add_error("id_document_no", str(words))
        return data

    def texts(self) -> dict[str, str]:
        """What to write, by kind: typed texts, and empty ones for what is to be deleted."""
        removed = dict.fromkeys(self.cleaned_data["remove"], "")
        if self.document_type() == NO_DOCUMENT:
            removed[IdentifierKind.DOCUMENT_NO] = ""
        typed = {kind.value: self.cleaned_data[name] for name, kind in KINDS.items()}
        return removed | {kind: text for kind, text in typed.items() if text.strip()}

    def document_type(self) -> int | None:
        code: int | None = self.cleaned_data["id_document_type"]
        return code


HELP = {
    IdentifierKind.NAME: _(
        "Newborn without a name: the mother's name and son or daughter; twins also A or B. "
        "Unknown person: the name on the hospital record"
    ),
    IdentifierKind.DOCUMENT_NO: _("Never the mother's document for a child"),
    IdentifierKind.PHONE: _("Mobile number, or area code and number"),
}
