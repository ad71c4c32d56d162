"""What is asked before a case is begun for somebody who may be known, and the answers to choose from."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from registry.identity.matching import Proposal
from registry.models import Patient


@dataclass(frozen=True)
class Choice:
    """A button: the ``decision`` it sends, and its words."""

    value: str
    label: str


@dataclass(frozen=True)
class Recorded:
    """What the own center recorded of a patient where the new answers say otherwise."""

    label: str
    value: str


class OpeningQuestion:
    """A proposal beside the answers that led to it. Without choices nothing is opened."""

    def __init__(self, proposal: Proposal, *, sex: int | None, birth_date: date | None):
        self.proposal = proposal
        self._answers = {"sex": sex, "birth_date": birth_date}

    @property
    def may_be_a_transfer(self) -> bool:
        elsewhere = self.proposal.elsewhere
        return elsewhere is not None and elsewhere.may_be_a_transfer

    @property
    def is_number_only(self) -> bool:
        """A patient of the own center has the hospital number, and no document says who it is."""
        return self.proposal.patient is not None and not self.proposal.same_document

    @property
    def may_be_unsure(self) -> bool:
        elsewhere = self.proposal.elsewhere
        unknown_distance = elsewhere is not None and elsewhere.hours is None
        return self.is_number_only or self.may_be_a_transfer or unknown_distance

    @cached_property
    def differing(self) -> list[Recorded]:
        """Sex and date of birth of the known patient where they are not those just answered."""
        patient = self.proposal.patient
        return [
            _recorded(patient, name)
            for name, answer in self._answers.items()
            if patient is not None and getattr(patient, name) not in (None, answer)
        ]

    @cached_property
    def choices(self) -> list[Choice]:
        """The likely one first."""
        if self.proposal.overlapping:
            return []
        known = self._known_patient()
        likely = not (self.differing and self.is_number_only)
        return [
            *(known if likely else []),
            *self._transferred(),
            *self._another(),
            *([] if likely else known),
            *self._unsure(),
        ]

    def _known_patient(self) -> list[Choice]:
        found = []
        if (case := self.proposal.open_admission) is not None:
            label = _("Same admission: a further run of %(number)s") % {"number": case.number}
            found.append(Choice("run", label))
        if self.proposal.patient is not None:
            found.append(Choice("same", _("Same patient, new admission")))
        return found

    def _transferred(self) -> list[Choice]:
        if not self.may_be_a_transfer:
            return []
        if self.is_number_only:
            label = _("Another patient, transferred to us on ECLS: ask the other center")
        else:
            label = _("Yes, transferred to us on ECLS: ask the other center")
        return [Choice("transfer", label)]

    def _another(self) -> list[Choice]:
        if self.proposal.same_document:
            return []
        if self.is_number_only:
            label = _("Another patient, open a new case")
        elif self.may_be_a_transfer:
            label = _("No, another run")
        else:
            label = _("Open a new case")
        return [Choice("other", label)]

    def _unsure(self) -> list[Choice]:
        if not self.may_be_unsure:
            return []
        return [Choice("unsure", _("Not sure: open the case, the society will look"))]


def _recorded(patient: Patient, name: str) -> Recorded:
    field: Any = Patient.item_field(name)
    value = getattr(patient, name)
    text = field.item.codes.label(value) if field.item.codes else field.displayed(value)
    return Recorded(str(field.item.label), str(text))
