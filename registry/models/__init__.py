"""What is recorded about a patient on ECLS."""

from registry.models.admission import Admission, HospitalOutcome
from registry.models.case import Case, CaseState, Progress, Serial
from registry.models.identity import Identifier, IdentifierKind, PatientKey
from registry.models.marks import SavedRequest, TouchedRun
from registry.models.patient import Patient, Perinatal
from registry.models.review import ReviewNote, Submission
from registry.models.rows import Cannula, Diagnosis, ModeSegment
from registry.models.run import Baseline, Course, Run, Weaning

__all__ = [
    "Admission",
    "Baseline",
    "Cannula",
    "Case",
    "CaseState",
    "Course",
    "Diagnosis",
    "HospitalOutcome",
    "Identifier",
    "IdentifierKind",
    "ModeSegment",
    "Patient",
    "PatientKey",
    "Perinatal",
    "Progress",
    "ReviewNote",
    "Run",
    "SavedRequest",
    "Serial",
    "Submission",
    "TouchedRun",
    "Weaning",
]
