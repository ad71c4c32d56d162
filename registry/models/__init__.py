"""What is recorded about a patient on ECLS."""

from registry.models.admission import Admission, HospitalOutcome
from registry.models.case import Case, CaseState, Progress, Serial
from registry.models.duplicates import PossibleDuplicate
from registry.models.ecpr import Ecpr
from registry.models.equipment import Equipment
from registry.models.events import Complication, Infection
from registry.models.identity import Identifier, IdentifierKind, PatientKey
from registry.models.marks import SavedRequest, TouchedRun
from registry.models.patient import Patient, Perinatal
from registry.models.pre_ecls import PreEcls
from registry.models.review import ReviewNote, Submission
from registry.models.rows import Cannula, Diagnosis, ModeSegment
from registry.models.run import Baseline, Course, Run, Weaning
from registry.models.support import SupportRecord

__all__ = [
    "Admission",
    "Baseline",
    "Cannula",
    "Case",
    "CaseState",
    "Complication",
    "Course",
    "Diagnosis",
    "Ecpr",
    "Equipment",
    "HospitalOutcome",
    "Identifier",
    "IdentifierKind",
    "Infection",
    "ModeSegment",
    "Patient",
    "PatientKey",
    "Perinatal",
    "PossibleDuplicate",
    "PreEcls",
    "Progress",
    "ReviewNote",
    "Run",
    "SavedRequest",
    "Serial",
    "Submission",
    "SupportRecord",
    "TouchedRun",
    "Weaning",
]
