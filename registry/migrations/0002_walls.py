"""Rows are seen and written by center, open only while their case is, and marked when they change."""

from django.db import migrations

from centers.rls import EnableScope
from registry.walls.cases import FUNCTIONS, REVIEW_COLUMNS, Protect, drop

CASE_PARTS = ["registry_admission", "registry_hospitaloutcome"]
RUN_PARTS = [
    "registry_baseline",
    "registry_course",
    "registry_weaning",
    "registry_diagnosis",
    "registry_cannula",
    "registry_modesegment",
]
PATIENT_PARTS = ["registry_patient", "registry_perinatal"]
CLINICAL = [*PATIENT_PARTS, *CASE_PARTS, "registry_run", *RUN_PARTS]


def history_of(table: str) -> str:
    return f"{table}event"


class Migration(migrations.Migration):
    dependencies = [("registry", "0001_initial"), ("centers", "0004_center_year_scope")]

    operations = [
        *(EnableScope(table) for table in CLINICAL),
        *(EnableScope(history_of(table), history=True) for table in CLINICAL),
        EnableScope("registry_case", review_columns=REVIEW_COLUMNS),
        EnableScope("registry_caseevent", history=True),
        EnableScope("registry_progress"),
        EnableScope("registry_serial"),
        EnableScope("registry_submission"),
        EnableScope("registry_reviewnote", review_inserts=True),
        EnableScope("registry_reviewnoteevent", history=True),
        EnableScope("registry_identifier", identity=True),
        EnableScope("registry_identifierevent", identity=True, history=True),
        EnableScope("registry_patientkey", identity=True),
        EnableScope("registry_touchedrun", review_inserts=True, refresh=True),
        EnableScope("registry_savedrequest"),
        *(migrations.RunSQL(function, drop(function)) for function in FUNCTIONS),
        *(Protect(table, refuse="refuse_frozen_case", mark="case") for table in CASE_PARTS),
        Protect("registry_run", refuse="refuse_frozen_case", mark="run_itself"),
        *(Protect(table, refuse="refuse_frozen_run", mark="run") for table in RUN_PARTS),
        Protect("registry_patient", refuse="refuse_frozen_patient", mark="patient", on="UPDATE OR DELETE"),
        Protect("registry_perinatal", refuse="refuse_frozen_perinatal"),
        Protect("registry_case", refuse="start_as_draft", mark="self", on="INSERT OR DELETE"),
        Protect("registry_case", refuse="check_move", on="UPDATE"),
        Protect("registry_submission", refuse="append_only", on="UPDATE OR DELETE"),
    ]
