import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.datetime
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("centers", "0003_center_year"),
        ("centers", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="Case",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=24, unique=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("submitted", "Submitted"),
                            ("returned", "Returned"),
                            ("accepted", "Accepted"),
                            ("locked", "Locked"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("dictionary_version", models.CharField(default="0.2", max_length=10)),
                ("source_ref", models.CharField(blank=True, default="", max_length=100)),
                ("submissions_count", models.PositiveSmallIntegerField(default=0)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("state_changed_at", models.DateTimeField(auto_now_add=True)),
                ("submitted_at", models.DateTimeField(blank=True, null=True)),
                ("accepted_at", models.DateTimeField(blank=True, null=True)),
                ("reviewer_since", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "accepted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "center",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="centers.center",
                        verbose_name="center",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "reviewer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "registry_case",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["draft", "submitted", "returned", "accepted", "locked"])
                        ),
                        name="case_state_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Run",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("notes", models.JSONField(blank=True, default=dict)),
                ("version", models.IntegerField(default=0)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("run_number", models.IntegerField(blank=True, null=True)),
                ("support_type", models.SmallIntegerField(blank=True, null=True)),
                ("initial_mode", models.CharField(blank=True, max_length=12, null=True)),
                ("urgency", models.SmallIntegerField(blank=True, null=True)),
                ("intent", models.SmallIntegerField(blank=True, null=True)),
                ("decision_at", models.DateTimeField(blank=True, null=True)),
                ("cannulation_start_at", models.DateTimeField(blank=True, null=True)),
                ("run_start_at", models.DateTimeField(blank=True, null=True)),
                ("run_stop_at", models.DateTimeField(blank=True, null=True)),
                ("decannulated_at", models.DateTimeField(blank=True, null=True)),
                ("cannulation_place", models.SmallIntegerField(blank=True, null=True)),
                ("care_unit", models.SmallIntegerField(blank=True, null=True)),
                ("cannulator_specialty", models.SmallIntegerField(blank=True, null=True)),
                ("cannulated_by_mobile_team", models.SmallIntegerField(blank=True, null=True)),
                ("stop_reason", models.SmallIntegerField(blank=True, null=True)),
                ("stop_reason_other", models.CharField(blank=True, max_length=200, null=True)),
                ("treatment_limited", models.SmallIntegerField(blank=True, null=True)),
                ("awake_ecls", models.SmallIntegerField(blank=True, null=True)),
                ("primary_diagnosis", models.CharField(blank=True, max_length=12, null=True)),
                ("primary_icd10", models.CharField(blank=True, max_length=200, null=True)),
                ("procedure_icd9cm3", models.CharField(blank=True, max_length=200, null=True)),
                (
                    "lv_unloading",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SmallIntegerField(), blank=True, null=True, size=None
                    ),
                ),
                ("lv_unloading_at", models.DateTimeField(blank=True, null=True)),
                (
                    "concurrent_mcs",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SmallIntegerField(), blank=True, null=True, size=None
                    ),
                ),
                ("mode_changed", models.SmallIntegerField(blank=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="runs", to="registry.case"
                    ),
                ),
                (
                    "center",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="centers.center",
                        verbose_name="center",
                    ),
                ),
            ],
            options={
                "db_table": "registry_run",
                "ordering": ("run_number",),
                "constraints": [
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"run_number\" IS NULL THEN (notes #> '{missing,run_number}') IS NULL OR (notes #> '{rejected,run_number}') IS NULL ELSE \"run_number\" BETWEEN 1 AND 10 AND (notes #> '{missing,run_number}') IS NULL AND (notes #> '{rejected,run_number}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="run_run_number_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"support_type\" IS NULL THEN (notes #> '{missing,support_type}') IS NULL OR (notes #> '{rejected,support_type}') IS NULL ELSE \"support_type\" IN (1, 2, 3) AND (notes #> '{missing,support_type}') IS NULL AND (notes #> '{rejected,support_type}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="run_support_type_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"initial_mode\" IS NULL THEN (notes #> '{missing,initial_mode}') IS NULL OR (notes #> '{rejected,initial_mode}') IS NULL ELSE \"initial_mode\" IN ('VV', 'VA', 'VVA', 'VAV', 'VP', 'VPA', 'VVECCO2R', 'AVECCO2R', 'PUMPLESS', 'OTHER') AND (notes #> '{missing,initial_mode}') IS NULL AND (notes #> '{rejected,initial_mode}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="run_initial_mode_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"urgency\" IS NULL THEN (notes #> '{missing,urgency}') IS NULL OR (notes #> '{rejected,urgency}') IS NULL ELSE \"urgency\" IN (1, 2, 3) AND (notes #> '{missing,urgency}') IS NULL AND (notes #> '{rejected,urgency}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="run_urgency_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"intent\" IS NULL THEN (notes #> '{missing,intent}') IS NULL OR (notes #> '{rejected,intent}') IS NULL ELSE \"intent\" IN (1, 2, 3, 4, 5, 6, 7, 8, 9) AND (notes #> '{missing,intent}') IS NULL AND (notes #> '{rejected,intent}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="run_intent_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"decision_at\" IS NULL THEN (notes #> '{missing,decision_at}') IS NULL OR (notes #> '{rejected,decision_at}') IS NULL ELSE TRUE AND (notes #> '{missing,decision_at}') IS NULL AND (notes #> '{rejected,decision_at}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="run_decision_at_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"cannulation_start_at\" IS NULL THEN (notes #> '{missing,cannulation_start_at}') IS NULL OR (notes #> '{rejected,cannulation_start_at}') IS NULL ELSE TRUE AND (notes #> '{missing,cannulation_start_at}') IS NULL AND (notes #> '{rejected,cannulation_start_at}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="run_cannulation_start_at_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"run_start_at\" IS NULL THEN (notes #> '{missing,run_start_at}') IS NULL OR (notes #> '{rejected,run_start_at}') IS NULL ELSE TRUE AND (notes #> '{missing,run_start_at}') IS NULL AND (notes #> '{rejected,run_start_at}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="run_run_start_at_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"run_stop_at\" IS NULL THEN (notes #> '{missing,run_stop_at}') IS NULL OR (notes #> '{rejected,run_stop_at}') IS NULL ELSE TRUE AND (notes #> '{missing,run_stop_at}') IS NULL AND (notes #> '{rejected,run_stop_at}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="run_run_stop_at_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"decannulated_at\" IS NULL THEN (notes #> '{missing,decannulated_at}') IS NULL OR (notes #> '{rejected,decannulated_at}') IS NULL ELSE TRUE AND (notes #> '{missing,decannulated_at}') IS NULL AND (notes #> '{rejected,decannulated_at}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="run_decannulated_at_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"cannulation_place\" IS NULL THEN (notes #> '{missing,cannulation_place}') IS NULL OR (notes #> '{rejected,cannulation_place}') IS NULL ELSE \"cannulation_place\" IN (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 88) AND (notes #> '{missing,cannulation_place}') IS NULL AND (notes #> '{rejected,cannulation_place}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="run_cannulation_place_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"care_unit\" IS NULL THEN (notes #> '{missing,care_unit}') IS NULL OR (notes #> '{rejected,care_unit}') IS NULL ELSE \"care_unit\" IN (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 88) AND (notes #> '{missing,care_unit}') IS NULL AND (notes #> '{rejected,care_unit}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="run_care_unit_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"cannulator_specialty\" IS NULL THEN (notes #> '{missing,cannulator_specialty}') IS NULL OR (notes #> '{rejected,cannulator_specialty}') IS NULL ELSE \"cannulator_specialty\" IN (1, 2, 3, 4, 5, 6, 7, 8, 9) AND (notes #> '{missing,cannulator_specialty}') IS NULL AND (notes #> '{rejected,cannulator_specialty}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="run_cannulator_specialty_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"cannulated_by_mobile_team\" IS NULL THEN (notes #> '{missing,cannulated_by_mobile_team}') IS NULL OR (notes #> '{rejected,cannulated_by_mobile_team}') IS NULL ELSE \"cannulated_by_mobile_team\" IN (1, 0) AND (notes #> '{missing,cannulated_by_mobile_team}') IS NULL AND (notes #> '{rejected,cannulated_by_mobile_team}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="run_cannulated_by_mobile_team_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"stop_reason\" IS NULL THEN (notes #> '{missing,stop_reason}') IS NULL OR (notes #> '{rejected,stop_reason}') IS NULL ELSE \"stop_reason\" IN (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 88) AND (notes #> '{missing,stop_reason}') IS NULL AND (notes #> '{rejected,stop_reason}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="run_stop_reason_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"stop_reason_other\" IS NULL THEN (notes #> '{missing,stop_reason_other}') IS NULL OR (notes #> '{rejected,stop_reason_other}') IS NULL ELSE TRUE AND (notes #> '{missing,stop_reason_other}') IS NULL AND (notes #> '{rejected,stop_reason_other}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="run_stop_reason_other_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"treatment_limited\" IS NULL THEN (notes #> '{missing,treatment_limited}') IS NULL OR (notes #> '{rejected,treatment_limited}') IS NULL ELSE \"treatment_limited\" IN (1, 0) AND (notes #> '{missing,treatment_limited}') IS NULL AND (notes #> '{rejected,treatment_limited}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="run_treatment_limited_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"awake_ecls\" IS NULL THEN (notes #> '{missing,awake_ecls}') IS NULL OR (notes #> '{rejected,awake_ecls}') IS NULL ELSE \"awake_ecls\" IN (1, 0) AND (notes #> '{missing,awake_ecls}') IS NULL AND (notes #> '{rejected,awake_ecls}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="run_awake_ecls_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"primary_diagnosis\" IS NULL THEN (notes #> '{missing,primary_diagnosis}') IS NULL OR (notes #> '{rejected,primary_diagnosis}') IS NULL ELSE \"primary_diagnosis\" IN ('R01', 'R02', 'R03', 'R04', 'R05', 'R06', 'R07', 'R08', 'R09', 'R10', 'R11', 'R12', 'R13', 'R14', 'R15', 'R16', 'R17', 'R18', 'R19', 'R20', 'R21', 'R22', 'R23', 'R24', 'R25', 'R26', 'R27', 'R28', 'R88', 'N01', 'N02', 'N03', 'N04', 'N05', 'N06', 'N07', 'N08', 'N09', 'N10', 'N11', 'N88', 'C01', 'C02', 'C03', 'C04', 'C05', 'C06', 'C07', 'C08', 'C09', 'C10', 'C11', 'C12', 'C13', 'C14', 'C15', 'C16', 'C17', 'C18', 'C19', 'C20', 'C21', 'C22', 'C23', 'C24', 'C25', 'C26', 'C27', 'C28', 'C29', 'C30', 'C88', 'H01', 'H02', 'H03', 'H04', 'H05', 'H06', 'H07', 'H08', 'H09', 'H10', 'H11', 'H12', 'H88', 'A01', 'A02', 'A03') AND (notes #> '{missing,primary_diagnosis}') IS NULL AND (notes #> '{rejected,primary_diagnosis}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="run_primary_diagnosis_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"primary_icd10\" IS NULL THEN (notes #> '{missing,primary_icd10}') IS NULL OR (notes #> '{rejected,primary_icd10}') IS NULL ELSE TRUE AND (notes #> '{missing,primary_icd10}') IS NULL AND (notes #> '{rejected,primary_icd10}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="run_primary_icd10_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"procedure_icd9cm3\" IS NULL THEN (notes #> '{missing,procedure_icd9cm3}') IS NULL OR (notes #> '{rejected,procedure_icd9cm3}') IS NULL ELSE TRUE AND (notes #> '{missing,procedure_icd9cm3}') IS NULL AND (notes #> '{rejected,procedure_icd9cm3}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="run_procedure_icd9cm3_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"lv_unloading\" IS NULL THEN (notes #> '{missing,lv_unloading}') IS NULL OR (notes #> '{rejected,lv_unloading}') IS NULL ELSE \"lv_unloading\" <@ ARRAY[0, 1, 2, 3, 4, 5, 6, 7, 8]::smallint[] AND (notes #> '{missing,lv_unloading}') IS NULL AND (notes #> '{rejected,lv_unloading}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="run_lv_unloading_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"lv_unloading_at\" IS NULL THEN (notes #> '{missing,lv_unloading_at}') IS NULL OR (notes #> '{rejected,lv_unloading_at}') IS NULL ELSE TRUE AND (notes #> '{missing,lv_unloading_at}') IS NULL AND (notes #> '{rejected,lv_unloading_at}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="run_lv_unloading_at_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"concurrent_mcs\" IS NULL THEN (notes #> '{missing,concurrent_mcs}') IS NULL OR (notes #> '{rejected,concurrent_mcs}') IS NULL ELSE \"concurrent_mcs\" <@ ARRAY[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]::smallint[] AND (notes #> '{missing,concurrent_mcs}') IS NULL AND (notes #> '{rejected,concurrent_mcs}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="run_concurrent_mcs_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"mode_changed\" IS NULL THEN (notes #> '{missing,mode_changed}') IS NULL OR (notes #> '{rejected,mode_changed}') IS NULL ELSE \"mode_changed\" IN (1, 0) AND (notes #> '{missing,mode_changed}') IS NULL AND (notes #> '{rejected,mode_changed}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="run_mode_changed_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "notes - ARRAY['missing', 'entered', 'rejected', 'reason', 'precision', 'hidden'] = '{}'::jsonb",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="run_notes_valid",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Patient",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("notes", models.JSONField(blank=True, default=dict)),
                ("version", models.IntegerField(default=0)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("number", models.CharField(max_length=20, unique=True)),
                ("person_key", models.CharField(db_index=True, max_length=64)),
                ("document_hash", models.CharField(blank=True, default="", max_length=64)),
                ("source_ref", models.CharField(blank=True, default="", max_length=100)),
                ("id_document_type", models.SmallIntegerField(blank=True, null=True)),
                ("sex", models.SmallIntegerField(blank=True, null=True)),
                ("birth_date", models.DateField(blank=True, null=True)),
                ("birth_time", models.TimeField(blank=True, null=True)),
                ("ethnicity", models.CharField(blank=True, max_length=12, null=True)),
                ("residence_province", models.CharField(blank=True, max_length=12, null=True)),
                ("contact_relation", models.SmallIntegerField(blank=True, null=True)),
                ("education_years", models.IntegerField(blank=True, null=True)),
                (
                    "center",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="centers.center",
                        verbose_name="center",
                    ),
                ),
            ],
            options={
                "db_table": "registry_patient",
                "constraints": [
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"id_document_type\" IS NULL THEN (notes #> '{missing,id_document_type}') IS NULL OR (notes #> '{rejected,id_document_type}') IS NULL ELSE \"id_document_type\" IN (1, 2, 3, 4, 5, 6, 7, 8, 9) AND (notes #> '{missing,id_document_type}') IS NULL AND (notes #> '{rejected,id_document_type}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="patient_id_document_type_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"sex\" IS NULL THEN (notes #> '{missing,sex}') IS NULL OR (notes #> '{rejected,sex}') IS NULL ELSE \"sex\" IN (1, 2, 0, 9) AND (notes #> '{missing,sex}') IS NULL AND (notes #> '{rejected,sex}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="patient_sex_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"birth_date\" IS NULL THEN (notes #> '{missing,birth_date}') IS NULL OR (notes #> '{rejected,birth_date}') IS NULL ELSE TRUE AND (notes #> '{missing,birth_date}') IS NULL AND (notes #> '{rejected,birth_date}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="patient_birth_date_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"birth_time\" IS NULL THEN (notes #> '{missing,birth_time}') IS NULL OR (notes #> '{rejected,birth_time}') IS NULL ELSE TRUE AND (notes #> '{missing,birth_time}') IS NULL AND (notes #> '{rejected,birth_time}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="patient_birth_time_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"ethnicity\" IS NULL THEN (notes #> '{missing,ethnicity}') IS NULL OR (notes #> '{rejected,ethnicity}') IS NULL ELSE \"ethnicity\" IN ('01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '13', '14', '15', '16', '17', '18', '19', '20', '21', '22', '23', '24', '25', '26', '27', '28', '29', '30', '31', '32', '33', '34', '35', '36', '37', '38', '39', '40', '41', '42', '43', '44', '45', '46', '47', '48', '49', '50', '51', '52', '53', '54', '55', '56', '97', '98', '99') AND (notes #> '{missing,ethnicity}') IS NULL AND (notes #> '{rejected,ethnicity}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="patient_ethnicity_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"residence_province\" IS NULL THEN (notes #> '{missing,residence_province}') IS NULL OR (notes #> '{rejected,residence_province}') IS NULL ELSE \"residence_province\" IN ('11', '12', '13', '14', '15', '21', '22', '23', '31', '32', '33', '34', '35', '36', '37', '41', '42', '43', '44', '45', '46', '50', '51', '52', '53', '54', '61', '62', '63', '64', '65', '71', '81', '82', '90', '99') AND (notes #> '{missing,residence_province}') IS NULL AND (notes #> '{rejected,residence_province}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="patient_residence_province_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"contact_relation\" IS NULL THEN (notes #> '{missing,contact_relation}') IS NULL OR (notes #> '{rejected,contact_relation}') IS NULL ELSE \"contact_relation\" IN (1, 2, 3, 4, 5, 8, 9) AND (notes #> '{missing,contact_relation}') IS NULL AND (notes #> '{rejected,contact_relation}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="patient_contact_relation_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"education_years\" IS NULL THEN (notes #> '{missing,education_years}') IS NULL OR (notes #> '{rejected,education_years}') IS NULL ELSE \"education_years\" BETWEEN 0 AND 30 AND (notes #> '{missing,education_years}') IS NULL AND (notes #> '{rejected,education_years}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="patient_education_years_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "notes - ARRAY['missing', 'entered', 'rejected', 'reason', 'precision', 'hidden'] = '{}'::jsonb",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="patient_notes_valid",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Admission",
            fields=[
                ("notes", models.JSONField(blank=True, default=dict)),
                ("version", models.IntegerField(default=0)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="admission",
                        serialize=False,
                        to="registry.case",
                    ),
                ),
                ("data_consent", models.SmallIntegerField(blank=True, null=True)),
                ("admission_at", models.DateTimeField(blank=True, null=True)),
                ("icu_admission_at", models.DateTimeField(blank=True, null=True)),
                ("admission_source", models.SmallIntegerField(blank=True, null=True)),
                ("referring_hospital", models.CharField(blank=True, max_length=200, null=True)),
                ("transport_mode", models.SmallIntegerField(blank=True, null=True)),
                ("transport_distance_km", models.IntegerField(blank=True, null=True)),
                ("transferred_in_ecls_start_at", models.DateTimeField(blank=True, null=True)),
                ("payer", models.SmallIntegerField(blank=True, null=True)),
                ("blood_group", models.SmallIntegerField(blank=True, null=True)),
                (
                    "comorbidities",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=12), blank=True, null=True, size=None
                    ),
                ),
                ("ckd_stage", models.IntegerField(blank=True, null=True)),
                ("previous_cardiac_surgery", models.SmallIntegerField(blank=True, null=True)),
                ("smoking", models.SmallIntegerField(blank=True, null=True)),
                ("baseline_frailty", models.IntegerField(blank=True, null=True)),
                ("baseline_cpc", models.SmallIntegerField(blank=True, null=True)),
                ("baseline_pcpc", models.SmallIntegerField(blank=True, null=True)),
                ("baseline_popc", models.SmallIntegerField(blank=True, null=True)),
                ("baseline_independent", models.SmallIntegerField(blank=True, null=True)),
                (
                    "center",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="centers.center",
                        verbose_name="center",
                    ),
                ),
            ],
            options={
                "db_table": "registry_admission",
                "constraints": [
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"data_consent\" IS NULL THEN (notes #> '{missing,data_consent}') IS NULL OR (notes #> '{rejected,data_consent}') IS NULL ELSE \"data_consent\" IN (1, 0) AND (notes #> '{missing,data_consent}') IS NULL AND (notes #> '{rejected,data_consent}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="admission_data_consent_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"admission_at\" IS NULL THEN (notes #> '{missing,admission_at}') IS NULL OR (notes #> '{rejected,admission_at}') IS NULL ELSE TRUE AND (notes #> '{missing,admission_at}') IS NULL AND (notes #> '{rejected,admission_at}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="admission_admission_at_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"icu_admission_at\" IS NULL THEN (notes #> '{missing,icu_admission_at}') IS NULL OR (notes #> '{rejected,icu_admission_at}') IS NULL ELSE TRUE AND (notes #> '{missing,icu_admission_at}') IS NULL AND (notes #> '{rejected,icu_admission_at}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="admission_icu_admission_at_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"admission_source\" IS NULL THEN (notes #> '{missing,admission_source}') IS NULL OR (notes #> '{rejected,admission_source}') IS NULL ELSE \"admission_source\" IN (1, 2, 3, 4, 5, 6, 8, 9) AND (notes #> '{missing,admission_source}') IS NULL AND (notes #> '{rejected,admission_source}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="admission_admission_source_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"referring_hospital\" IS NULL THEN (notes #> '{missing,referring_hospital}') IS NULL OR (notes #> '{rejected,referring_hospital}') IS NULL ELSE TRUE AND (notes #> '{missing,referring_hospital}') IS NULL AND (notes #> '{rejected,referring_hospital}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="admission_referring_hospital_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"transport_mode\" IS NULL THEN (notes #> '{missing,transport_mode}') IS NULL OR (notes #> '{rejected,transport_mode}') IS NULL ELSE \"transport_mode\" IN (1, 2, 3, 4, 8, 9) AND (notes #> '{missing,transport_mode}') IS NULL AND (notes #> '{rejected,transport_mode}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="admission_transport_mode_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"transport_distance_km\" IS NULL THEN (notes #> '{missing,transport_distance_km}') IS NULL OR (notes #> '{rejected,transport_distance_km}') IS NULL ELSE \"transport_distance_km\" BETWEEN 0 AND 20000 AND (notes #> '{missing,transport_distance_km}') IS NULL AND (notes #> '{rejected,transport_distance_km}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="admission_transport_distance_km_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"transferred_in_ecls_start_at\" IS NULL THEN (notes #> '{missing,transferred_in_ecls_start_at}') IS NULL OR (notes #> '{rejected,transferred_in_ecls_start_at}') IS NULL ELSE TRUE AND (notes #> '{missing,transferred_in_ecls_start_at}') IS NULL AND (notes #> '{rejected,transferred_in_ecls_start_at}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="admission_transferred_in_ecls_start_at_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"payer\" IS NULL THEN (notes #> '{missing,payer}') IS NULL OR (notes #> '{rejected,payer}') IS NULL ELSE \"payer\" IN (1, 2, 3, 4, 5, 6, 7, 8, 9) AND (notes #> '{missing,payer}') IS NULL AND (notes #> '{rejected,payer}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="admission_payer_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"blood_group\" IS NULL THEN (notes #> '{missing,blood_group}') IS NULL OR (notes #> '{rejected,blood_group}') IS NULL ELSE \"blood_group\" IN (1, 2, 3, 4, 9) AND (notes #> '{missing,blood_group}') IS NULL AND (notes #> '{rejected,blood_group}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="admission_blood_group_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"comorbidities\" IS NULL THEN (notes #> '{missing,comorbidities}') IS NULL OR (notes #> '{rejected,comorbidities}') IS NULL ELSE \"comorbidities\" <@ ARRAY['HTN', 'DM1', 'DM2', 'CAD', 'PMI', 'CHF', 'CHD', 'VHD', 'AF', 'PH', 'COPD', 'AST', 'ILD', 'BPD', 'CKD', 'DIA', 'CLD', 'STR', 'NEU', 'MAL', 'HEM', 'HSCT', 'SOT', 'IMM', 'HIV', 'RHE', 'PVD', 'OBE', 'GEN', 'PRM', 'OTH', 'NONE']::varchar[] AND (notes #> '{missing,comorbidities}') IS NULL AND (notes #> '{rejected,comorbidities}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="admission_comorbidities_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"ckd_stage\" IS NULL THEN (notes #> '{missing,ckd_stage}') IS NULL OR (notes #> '{rejected,ckd_stage}') IS NULL ELSE \"ckd_stage\" BETWEEN 1 AND 5 AND (notes #> '{missing,ckd_stage}') IS NULL AND (notes #> '{rejected,ckd_stage}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="admission_ckd_stage_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"previous_cardiac_surgery\" IS NULL THEN (notes #> '{missing,previous_cardiac_surgery}') IS NULL OR (notes #> '{rejected,previous_cardiac_surgery}') IS NULL ELSE \"previous_cardiac_surgery\" IN (1, 0, 9) AND (notes #> '{missing,previous_cardiac_surgery}') IS NULL AND (notes #> '{rejected,previous_cardiac_surgery}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="admission_previous_cardiac_surgery_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"smoking\" IS NULL THEN (notes #> '{missing,smoking}') IS NULL OR (notes #> '{rejected,smoking}') IS NULL ELSE \"smoking\" IN (0, 1, 2, 9) AND (notes #> '{missing,smoking}') IS NULL AND (notes #> '{rejected,smoking}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="admission_smoking_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"baseline_frailty\" IS NULL THEN (notes #> '{missing,baseline_frailty}') IS NULL OR (notes #> '{rejected,baseline_frailty}') IS NULL ELSE \"baseline_frailty\" BETWEEN 1 AND 9 AND (notes #> '{missing,baseline_frailty}') IS NULL AND (notes #> '{rejected,baseline_frailty}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="admission_baseline_frailty_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"baseline_cpc\" IS NULL THEN (notes #> '{missing,baseline_cpc}') IS NULL OR (notes #> '{rejected,baseline_cpc}') IS NULL ELSE \"baseline_cpc\" IN (1, 2, 3, 4, 5) AND (notes #> '{missing,baseline_cpc}') IS NULL AND (notes #> '{rejected,baseline_cpc}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="admission_baseline_cpc_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"baseline_pcpc\" IS NULL THEN (notes #> '{missing,baseline_pcpc}') IS NULL OR (notes #> '{rejected,baseline_pcpc}') IS NULL ELSE \"baseline_pcpc\" IN (1, 2, 3, 4, 5, 6) AND (notes #> '{missing,baseline_pcpc}') IS NULL AND (notes #> '{rejected,baseline_pcpc}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="admission_baseline_pcpc_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"baseline_popc\" IS NULL THEN (notes #> '{missing,baseline_popc}') IS NULL OR (notes #> '{rejected,baseline_popc}') IS NULL ELSE \"baseline_popc\" IN (1, 2, 3, 4, 5, 6) AND (notes #> '{missing,baseline_popc}') IS NULL AND (notes #> '{rejected,baseline_popc}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="admission_baseline_popc_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"baseline_independent\" IS NULL THEN (notes #> '{missing,baseline_independent}') IS NULL OR (notes #> '{rejected,baseline_independent}') IS NULL ELSE \"baseline_independent\" IN (1, 0, 9) AND (notes #> '{missing,baseline_independent}') IS NULL AND (notes #> '{rejected,baseline_independent}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="admission_baseline_independent_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "notes - ARRAY['missing', 'entered', 'rejected', 'reason', 'precision', 'hidden'] = '{}'::jsonb",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="admission_notes_valid",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HospitalOutcome",
            fields=[
                ("notes", models.JSONField(blank=True, default=dict)),
                ("version", models.IntegerField(default=0)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="outcome",
                        serialize=False,
                        to="registry.case",
                    ),
                ),
                (
                    "total_cost_cny",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True),
                ),
                ("extubation_status", models.SmallIntegerField(blank=True, null=True)),
                ("extubated_at", models.DateTimeField(blank=True, null=True)),
                (
                    "ventilation_days",
                    models.DecimalField(blank=True, decimal_places=1, max_digits=13, null=True),
                ),
                ("rrt_at_discharge", models.SmallIntegerField(blank=True, null=True)),
                ("icu_discharge_at", models.DateTimeField(blank=True, null=True)),
                ("discharge_status", models.SmallIntegerField(blank=True, null=True)),
                ("discharge_at", models.DateTimeField(blank=True, null=True)),
                ("discharge_hospital", models.CharField(blank=True, max_length=200, null=True)),
                ("alive_30d_known", models.SmallIntegerField(blank=True, null=True)),
                ("died", models.SmallIntegerField(blank=True, null=True)),
                ("death_at", models.DateTimeField(blank=True, null=True)),
                ("death_place", models.SmallIntegerField(blank=True, null=True)),
                ("death_cause", models.SmallIntegerField(blank=True, null=True)),
                ("death_cause_icd10", models.CharField(blank=True, max_length=200, null=True)),
                ("withdrawal_of_support", models.SmallIntegerField(blank=True, null=True)),
                ("withdrawal_reason_financial", models.SmallIntegerField(blank=True, null=True)),
                ("autopsy", models.SmallIntegerField(blank=True, null=True)),
                ("brain_death_declared", models.SmallIntegerField(blank=True, null=True)),
                ("organ_donor", models.SmallIntegerField(blank=True, null=True)),
                ("cpc_discharge", models.SmallIntegerField(blank=True, null=True)),
                ("pcpc_discharge", models.SmallIntegerField(blank=True, null=True)),
                ("popc_discharge", models.SmallIntegerField(blank=True, null=True)),
                ("mrs_discharge", models.SmallIntegerField(blank=True, null=True)),
                (
                    "center",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="centers.center",
                        verbose_name="center",
                    ),
                ),
            ],
            options={
                "db_table": "registry_hospitaloutcome",
                "constraints": [
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"total_cost_cny\" IS NULL THEN (notes #> '{missing,total_cost_cny}') IS NULL OR (notes #> '{rejected,total_cost_cny}') IS NULL ELSE \"total_cost_cny\" BETWEEN 0 AND 50000000 AND (notes #> '{missing,total_cost_cny}') IS NULL AND (notes #> '{rejected,total_cost_cny}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="hospitaloutcome_total_cost_cny_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"extubation_status\" IS NULL THEN (notes #> '{missing,extubation_status}') IS NULL OR (notes #> '{rejected,extubation_status}') IS NULL ELSE \"extubation_status\" IN (1, 2, 3, 4, 5, 6) AND (notes #> '{missing,extubation_status}') IS NULL AND (notes #> '{rejected,extubation_status}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="hospitaloutcome_extubation_status_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"extubated_at\" IS NULL THEN (notes #> '{missing,extubated_at}') IS NULL OR (notes #> '{rejected,extubated_at}') IS NULL ELSE TRUE AND (notes #> '{missing,extubated_at}') IS NULL AND (notes #> '{rejected,extubated_at}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="hospitaloutcome_extubated_at_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"ventilation_days\" IS NULL THEN (notes #> '{missing,ventilation_days}') IS NULL OR (notes #> '{rejected,ventilation_days}') IS NULL ELSE \"ventilation_days\" BETWEEN 0 AND 3650 AND (notes #> '{missing,ventilation_days}') IS NULL AND (notes #> '{rejected,ventilation_days}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="hospitaloutcome_ventilation_days_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"rrt_at_discharge\" IS NULL THEN (notes #> '{missing,rrt_at_discharge}') IS NULL OR (notes #> '{rejected,rrt_at_discharge}') IS NULL ELSE \"rrt_at_discharge\" IN (1, 0) AND (notes #> '{missing,rrt_at_discharge}') IS NULL AND (notes #> '{rejected,rrt_at_discharge}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="hospitaloutcome_rrt_at_discharge_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"icu_discharge_at\" IS NULL THEN (notes #> '{missing,icu_discharge_at}') IS NULL OR (notes #> '{rejected,icu_discharge_at}') IS NULL ELSE TRUE AND (notes #> '{missing,icu_discharge_at}') IS NULL AND (notes #> '{rejected,icu_discharge_at}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="hospitaloutcome_icu_discharge_at_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"discharge_status\" IS NULL THEN (notes #> '{missing,discharge_status}') IS NULL OR (notes #> '{rejected,discharge_status}') IS NULL ELSE \"discharge_status\" IN (1, 2, 3, 4, 5, 6, 7, 8) AND (notes #> '{missing,discharge_status}') IS NULL AND (notes #> '{rejected,discharge_status}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="hospitaloutcome_discharge_status_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"discharge_at\" IS NULL THEN (notes #> '{missing,discharge_at}') IS NULL OR (notes #> '{rejected,discharge_at}') IS NULL ELSE TRUE AND (notes #> '{missing,discharge_at}') IS NULL AND (notes #> '{rejected,discharge_at}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="hospitaloutcome_discharge_at_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"discharge_hospital\" IS NULL THEN (notes #> '{missing,discharge_hospital}') IS NULL OR (notes #> '{rejected,discharge_hospital}') IS NULL ELSE TRUE AND (notes #> '{missing,discharge_hospital}') IS NULL AND (notes #> '{rejected,discharge_hospital}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="hospitaloutcome_discharge_hospital_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"alive_30d_known\" IS NULL THEN (notes #> '{missing,alive_30d_known}') IS NULL OR (notes #> '{rejected,alive_30d_known}') IS NULL ELSE \"alive_30d_known\" IN (1, 0) AND (notes #> '{missing,alive_30d_known}') IS NULL AND (notes #> '{rejected,alive_30d_known}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="hospitaloutcome_alive_30d_known_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"died\" IS NULL THEN (notes #> '{missing,died}') IS NULL OR (notes #> '{rejected,died}') IS NULL ELSE \"died\" IN (1, 0) AND (notes #> '{missing,died}') IS NULL AND (notes #> '{rejected,died}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="hospitaloutcome_died_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"death_at\" IS NULL THEN (notes #> '{missing,death_at}') IS NULL OR (notes #> '{rejected,death_at}') IS NULL ELSE TRUE AND (notes #> '{missing,death_at}') IS NULL AND (notes #> '{rejected,death_at}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="hospitaloutcome_death_at_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"death_place\" IS NULL THEN (notes #> '{missing,death_place}') IS NULL OR (notes #> '{rejected,death_place}') IS NULL ELSE \"death_place\" IN (1, 2, 3, 4, 5, 6, 9) AND (notes #> '{missing,death_place}') IS NULL AND (notes #> '{rejected,death_place}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="hospitaloutcome_death_place_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"death_cause\" IS NULL THEN (notes #> '{missing,death_cause}') IS NULL OR (notes #> '{rejected,death_cause}') IS NULL ELSE \"death_cause\" IN (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 88, 99) AND (notes #> '{missing,death_cause}') IS NULL AND (notes #> '{rejected,death_cause}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="hospitaloutcome_death_cause_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"death_cause_icd10\" IS NULL THEN (notes #> '{missing,death_cause_icd10}') IS NULL OR (notes #> '{rejected,death_cause_icd10}') IS NULL ELSE TRUE AND (notes #> '{missing,death_cause_icd10}') IS NULL AND (notes #> '{rejected,death_cause_icd10}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="hospitaloutcome_death_cause_icd10_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"withdrawal_of_support\" IS NULL THEN (notes #> '{missing,withdrawal_of_support}') IS NULL OR (notes #> '{rejected,withdrawal_of_support}') IS NULL ELSE \"withdrawal_of_support\" IN (1, 0) AND (notes #> '{missing,withdrawal_of_support}') IS NULL AND (notes #> '{rejected,withdrawal_of_support}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="hospitaloutcome_withdrawal_of_support_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"withdrawal_reason_financial\" IS NULL THEN (notes #> '{missing,withdrawal_reason_financial}') IS NULL OR (notes #> '{rejected,withdrawal_reason_financial}') IS NULL ELSE \"withdrawal_reason_financial\" IN (1, 0) AND (notes #> '{missing,withdrawal_reason_financial}') IS NULL AND (notes #> '{rejected,withdrawal_reason_financial}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="hospitaloutcome_withdrawal_reason_financial_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"autopsy\" IS NULL THEN (notes #> '{missing,autopsy}') IS NULL OR (notes #> '{rejected,autopsy}') IS NULL ELSE \"autopsy\" IN (1, 0) AND (notes #> '{missing,autopsy}') IS NULL AND (notes #> '{rejected,autopsy}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="hospitaloutcome_autopsy_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"brain_death_declared\" IS NULL THEN (notes #> '{missing,brain_death_declared}') IS NULL OR (notes #> '{rejected,brain_death_declared}') IS NULL ELSE \"brain_death_declared\" IN (1, 0) AND (notes #> '{missing,brain_death_declared}') IS NULL AND (notes #> '{rejected,brain_death_declared}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="hospitaloutcome_brain_death_declared_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"organ_donor\" IS NULL THEN (notes #> '{missing,organ_donor}') IS NULL OR (notes #> '{rejected,organ_donor}') IS NULL ELSE \"organ_donor\" IN (1, 0) AND (notes #> '{missing,organ_donor}') IS NULL AND (notes #> '{rejected,organ_donor}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="hospitaloutcome_organ_donor_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"cpc_discharge\" IS NULL THEN (notes #> '{missing,cpc_discharge}') IS NULL OR (notes #> '{rejected,cpc_discharge}') IS NULL ELSE \"cpc_discharge\" IN (1, 2, 3, 4, 5) AND (notes #> '{missing,cpc_discharge}') IS NULL AND (notes #> '{rejected,cpc_discharge}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="hospitaloutcome_cpc_discharge_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"pcpc_discharge\" IS NULL THEN (notes #> '{missing,pcpc_discharge}') IS NULL OR (notes #> '{rejected,pcpc_discharge}') IS NULL ELSE \"pcpc_discharge\" IN (1, 2, 3, 4, 5, 6) AND (notes #> '{missing,pcpc_discharge}') IS NULL AND (notes #> '{rejected,pcpc_discharge}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="hospitaloutcome_pcpc_discharge_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"popc_discharge\" IS NULL THEN (notes #> '{missing,popc_discharge}') IS NULL OR (notes #> '{rejected,popc_discharge}') IS NULL ELSE \"popc_discharge\" IN (1, 2, 3, 4, 5, 6) AND (notes #> '{missing,popc_discharge}') IS NULL AND (notes #> '{rejected,popc_discharge}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="hospitaloutcome_popc_discharge_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"mrs_discharge\" IS NULL THEN (notes #> '{missing,mrs_discharge}') IS NULL OR (notes #> '{rejected,mrs_discharge}') IS NULL ELSE \"mrs_discharge\" IN (0, 1, 2, 3, 4, 5, 6) AND (notes #> '{missing,mrs_discharge}') IS NULL AND (notes #> '{rejected,mrs_discharge}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="hospitaloutcome_mrs_discharge_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "notes - ARRAY['missing', 'entered', 'rejected', 'reason', 'precision', 'hidden'] = '{}'::jsonb",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="hospitaloutcome_notes_valid",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Baseline",
            fields=[
                ("notes", models.JSONField(blank=True, default=dict)),
                ("version", models.IntegerField(default=0)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "run",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="baseline",
                        serialize=False,
                        to="registry.run",
                    ),
                ),
                ("cdh_side", models.CharField(blank=True, max_length=12, null=True)),
                ("cdh_repair_timing", models.SmallIntegerField(blank=True, null=True)),
                ("weight_kg", models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                ("weight_estimated", models.SmallIntegerField(blank=True, null=True)),
                ("height_cm", models.DecimalField(blank=True, decimal_places=1, max_digits=13, null=True)),
                ("immunocompromised", models.SmallIntegerField(blank=True, null=True)),
                ("cns_dysfunction_history", models.SmallIntegerField(blank=True, null=True)),
                ("pregnancy_status", models.SmallIntegerField(blank=True, null=True)),
                ("pregnancy_weeks", models.IntegerField(blank=True, null=True)),
                ("covid_status", models.SmallIntegerField(blank=True, null=True)),
                ("trauma_related", models.SmallIntegerField(blank=True, null=True)),
                ("trauma_mechanism", models.SmallIntegerField(blank=True, null=True)),
                ("injury_severity_score", models.IntegerField(blank=True, null=True)),
                (
                    "center",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="centers.center",
                        verbose_name="center",
                    ),
                ),
            ],
            options={
                "db_table": "registry_baseline",
                "constraints": [
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"cdh_side\" IS NULL THEN (notes #> '{missing,cdh_side}') IS NULL OR (notes #> '{rejected,cdh_side}') IS NULL ELSE \"cdh_side\" IN ('L', 'R', 'M', 'B') AND (notes #> '{missing,cdh_side}') IS NULL AND (notes #> '{rejected,cdh_side}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="baseline_cdh_side_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"cdh_repair_timing\" IS NULL THEN (notes #> '{missing,cdh_repair_timing}') IS NULL OR (notes #> '{rejected,cdh_repair_timing}') IS NULL ELSE \"cdh_repair_timing\" IN (1, 2, 3, 4) AND (notes #> '{missing,cdh_repair_timing}') IS NULL AND (notes #> '{rejected,cdh_repair_timing}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="baseline_cdh_repair_timing_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"weight_kg\" IS NULL THEN (notes #> '{missing,weight_kg}') IS NULL OR (notes #> '{rejected,weight_kg}') IS NULL ELSE \"weight_kg\" BETWEEN 0.3 AND 650 AND (notes #> '{missing,weight_kg}') IS NULL AND (notes #> '{rejected,weight_kg}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="baseline_weight_kg_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"weight_estimated\" IS NULL THEN (notes #> '{missing,weight_estimated}') IS NULL OR (notes #> '{rejected,weight_estimated}') IS NULL ELSE \"weight_estimated\" IN (1, 0) AND (notes #> '{missing,weight_estimated}') IS NULL AND (notes #> '{rejected,weight_estimated}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="baseline_weight_estimated_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"height_cm\" IS NULL THEN (notes #> '{missing,height_cm}') IS NULL OR (notes #> '{rejected,height_cm}') IS NULL ELSE \"height_cm\" BETWEEN 20 AND 280 AND (notes #> '{missing,height_cm}') IS NULL AND (notes #> '{rejected,height_cm}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="baseline_height_cm_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"immunocompromised\" IS NULL THEN (notes #> '{missing,immunocompromised}') IS NULL OR (notes #> '{rejected,immunocompromised}') IS NULL ELSE \"immunocompromised\" IN (1, 0, 9) AND (notes #> '{missing,immunocompromised}') IS NULL AND (notes #> '{rejected,immunocompromised}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="baseline_immunocompromised_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"cns_dysfunction_history\" IS NULL THEN (notes #> '{missing,cns_dysfunction_history}') IS NULL OR (notes #> '{rejected,cns_dysfunction_history}') IS NULL ELSE \"cns_dysfunction_history\" IN (1, 0, 9) AND (notes #> '{missing,cns_dysfunction_history}') IS NULL AND (notes #> '{rejected,cns_dysfunction_history}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="baseline_cns_dysfunction_history_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"pregnancy_status\" IS NULL THEN (notes #> '{missing,pregnancy_status}') IS NULL OR (notes #> '{rejected,pregnancy_status}') IS NULL ELSE \"pregnancy_status\" IN (0, 1, 2, 8, 9) AND (notes #> '{missing,pregnancy_status}') IS NULL AND (notes #> '{rejected,pregnancy_status}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="baseline_pregnancy_status_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"pregnancy_weeks\" IS NULL THEN (notes #> '{missing,pregnancy_weeks}') IS NULL OR (notes #> '{rejected,pregnancy_weeks}') IS NULL ELSE \"pregnancy_weeks\" BETWEEN 1 AND 46 AND (notes #> '{missing,pregnancy_weeks}') IS NULL AND (notes #> '{rejected,pregnancy_weeks}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="baseline_pregnancy_weeks_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"covid_status\" IS NULL THEN (notes #> '{missing,covid_status}') IS NULL OR (notes #> '{rejected,covid_status}') IS NULL ELSE \"covid_status\" IN (0, 1, 2, 9) AND (notes #> '{missing,covid_status}') IS NULL AND (notes #> '{rejected,covid_status}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="baseline_covid_status_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"trauma_related\" IS NULL THEN (notes #> '{missing,trauma_related}') IS NULL OR (notes #> '{rejected,trauma_related}') IS NULL ELSE \"trauma_related\" IN (1, 0) AND (notes #> '{missing,trauma_related}') IS NULL AND (notes #> '{rejected,trauma_related}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="baseline_trauma_related_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"trauma_mechanism\" IS NULL THEN (notes #> '{missing,trauma_mechanism}') IS NULL OR (notes #> '{rejected,trauma_mechanism}') IS NULL ELSE \"trauma_mechanism\" IN (1, 2, 3, 4, 5, 6, 7, 8) AND (notes #> '{missing,trauma_mechanism}') IS NULL AND (notes #> '{rejected,trauma_mechanism}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="baseline_trauma_mechanism_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"injury_severity_score\" IS NULL THEN (notes #> '{missing,injury_severity_score}') IS NULL OR (notes #> '{rejected,injury_severity_score}') IS NULL ELSE \"injury_severity_score\" BETWEEN 0 AND 75 AND (notes #> '{missing,injury_severity_score}') IS NULL AND (notes #> '{rejected,injury_severity_score}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="baseline_injury_severity_score_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "notes - ARRAY['missing', 'entered', 'rejected', 'reason', 'precision', 'hidden'] = '{}'::jsonb",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="baseline_notes_valid",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Course",
            fields=[
                ("notes", models.JSONField(blank=True, default=dict)),
                ("version", models.IntegerField(default=0)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "run",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="course",
                        serialize=False,
                        to="registry.run",
                    ),
                ),
                ("coronary_angiography", models.SmallIntegerField(blank=True, null=True)),
                ("pci_performed", models.SmallIntegerField(blank=True, null=True)),
                ("surgery_on_ecls", models.SmallIntegerField(blank=True, null=True)),
                ("tracheostomy_on_ecls", models.SmallIntegerField(blank=True, null=True)),
                ("prone_on_ecls", models.SmallIntegerField(blank=True, null=True)),
                ("rbc_units", models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                (
                    "platelet_doses",
                    models.DecimalField(blank=True, decimal_places=1, max_digits=13, null=True),
                ),
                ("plasma_ml", models.IntegerField(blank=True, null=True)),
                ("cryo_units", models.DecimalField(blank=True, decimal_places=1, max_digits=13, null=True)),
                ("fibrinogen_g", models.DecimalField(blank=True, decimal_places=1, max_digits=13, null=True)),
                ("antithrombin_used", models.SmallIntegerField(blank=True, null=True)),
                (
                    "center",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="centers.center",
                        verbose_name="center",
                    ),
                ),
            ],
            options={
                "db_table": "registry_course",
                "constraints": [
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"coronary_angiography\" IS NULL THEN (notes #> '{missing,coronary_angiography}') IS NULL OR (notes #> '{rejected,coronary_angiography}') IS NULL ELSE \"coronary_angiography\" IN (1, 0) AND (notes #> '{missing,coronary_angiography}') IS NULL AND (notes #> '{rejected,coronary_angiography}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="course_coronary_angiography_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"pci_performed\" IS NULL THEN (notes #> '{missing,pci_performed}') IS NULL OR (notes #> '{rejected,pci_performed}') IS NULL ELSE \"pci_performed\" IN (1, 0) AND (notes #> '{missing,pci_performed}') IS NULL AND (notes #> '{rejected,pci_performed}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="course_pci_performed_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"surgery_on_ecls\" IS NULL THEN (notes #> '{missing,surgery_on_ecls}') IS NULL OR (notes #> '{rejected,surgery_on_ecls}') IS NULL ELSE \"surgery_on_ecls\" IN (1, 0) AND (notes #> '{missing,surgery_on_ecls}') IS NULL AND (notes #> '{rejected,surgery_on_ecls}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="course_surgery_on_ecls_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"tracheostomy_on_ecls\" IS NULL THEN (notes #> '{missing,tracheostomy_on_ecls}') IS NULL OR (notes #> '{rejected,tracheostomy_on_ecls}') IS NULL ELSE \"tracheostomy_on_ecls\" IN (1, 0) AND (notes #> '{missing,tracheostomy_on_ecls}') IS NULL AND (notes #> '{rejected,tracheostomy_on_ecls}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="course_tracheostomy_on_ecls_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"prone_on_ecls\" IS NULL THEN (notes #> '{missing,prone_on_ecls}') IS NULL OR (notes #> '{rejected,prone_on_ecls}') IS NULL ELSE \"prone_on_ecls\" IN (1, 0) AND (notes #> '{missing,prone_on_ecls}') IS NULL AND (notes #> '{rejected,prone_on_ecls}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="course_prone_on_ecls_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"rbc_units\" IS NULL THEN (notes #> '{missing,rbc_units}') IS NULL OR (notes #> '{rejected,rbc_units}') IS NULL ELSE \"rbc_units\" BETWEEN 0 AND 1000 AND (notes #> '{missing,rbc_units}') IS NULL AND (notes #> '{rejected,rbc_units}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="course_rbc_units_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"platelet_doses\" IS NULL THEN (notes #> '{missing,platelet_doses}') IS NULL OR (notes #> '{rejected,platelet_doses}') IS NULL ELSE \"platelet_doses\" BETWEEN 0 AND 400 AND (notes #> '{missing,platelet_doses}') IS NULL AND (notes #> '{rejected,platelet_doses}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="course_platelet_doses_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"plasma_ml\" IS NULL THEN (notes #> '{missing,plasma_ml}') IS NULL OR (notes #> '{rejected,plasma_ml}') IS NULL ELSE \"plasma_ml\" BETWEEN 0 AND 200000 AND (notes #> '{missing,plasma_ml}') IS NULL AND (notes #> '{rejected,plasma_ml}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="course_plasma_ml_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"cryo_units\" IS NULL THEN (notes #> '{missing,cryo_units}') IS NULL OR (notes #> '{rejected,cryo_units}') IS NULL ELSE \"cryo_units\" BETWEEN 0 AND 2000 AND (notes #> '{missing,cryo_units}') IS NULL AND (notes #> '{rejected,cryo_units}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="course_cryo_units_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"fibrinogen_g\" IS NULL THEN (notes #> '{missing,fibrinogen_g}') IS NULL OR (notes #> '{rejected,fibrinogen_g}') IS NULL ELSE \"fibrinogen_g\" BETWEEN 0 AND 500 AND (notes #> '{missing,fibrinogen_g}') IS NULL AND (notes #> '{rejected,fibrinogen_g}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="course_fibrinogen_g_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"antithrombin_used\" IS NULL THEN (notes #> '{missing,antithrombin_used}') IS NULL OR (notes #> '{rejected,antithrombin_used}') IS NULL ELSE \"antithrombin_used\" IN (1, 0) AND (notes #> '{missing,antithrombin_used}') IS NULL AND (notes #> '{rejected,antithrombin_used}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="course_antithrombin_used_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "notes - ARRAY['missing', 'entered', 'rejected', 'reason', 'precision', 'hidden'] = '{}'::jsonb",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="course_notes_valid",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Weaning",
            fields=[
                ("notes", models.JSONField(blank=True, default=dict)),
                ("version", models.IntegerField(default=0)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "run",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="weaning",
                        serialize=False,
                        to="registry.run",
                    ),
                ),
                ("wean_trials", models.IntegerField(blank=True, null=True)),
                ("first_wean_trial_at", models.DateTimeField(blank=True, null=True)),
                ("last_wean_result", models.SmallIntegerField(blank=True, null=True)),
                ("wean_lvef", models.IntegerField(blank=True, null=True)),
                (
                    "wean_lvot_vti",
                    models.DecimalField(blank=True, decimal_places=1, max_digits=13, null=True),
                ),
                ("wean_tapse", models.DecimalField(blank=True, decimal_places=1, max_digits=13, null=True)),
                ("alive_24h_after_stop", models.SmallIntegerField(blank=True, null=True)),
                ("alive_48h_after_stop", models.SmallIntegerField(blank=True, null=True)),
                ("ecls_restarted", models.SmallIntegerField(blank=True, null=True)),
                ("restart_within_24h", models.SmallIntegerField(blank=True, null=True)),
                ("vad_after", models.SmallIntegerField(blank=True, null=True)),
                ("vad_at", models.DateTimeField(blank=True, null=True)),
                ("transplant_type", models.SmallIntegerField(blank=True, null=True)),
                ("transplant_at", models.DateTimeField(blank=True, null=True)),
                (
                    "center",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="centers.center",
                        verbose_name="center",
                    ),
                ),
            ],
            options={
                "db_table": "registry_weaning",
                "constraints": [
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"wean_trials\" IS NULL THEN (notes #> '{missing,wean_trials}') IS NULL OR (notes #> '{rejected,wean_trials}') IS NULL ELSE \"wean_trials\" BETWEEN 0 AND 30 AND (notes #> '{missing,wean_trials}') IS NULL AND (notes #> '{rejected,wean_trials}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="weaning_wean_trials_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"first_wean_trial_at\" IS NULL THEN (notes #> '{missing,first_wean_trial_at}') IS NULL OR (notes #> '{rejected,first_wean_trial_at}') IS NULL ELSE TRUE AND (notes #> '{missing,first_wean_trial_at}') IS NULL AND (notes #> '{rejected,first_wean_trial_at}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="weaning_first_wean_trial_at_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"last_wean_result\" IS NULL THEN (notes #> '{missing,last_wean_result}') IS NULL OR (notes #> '{rejected,last_wean_result}') IS NULL ELSE \"last_wean_result\" IN (1, 2, 3) AND (notes #> '{missing,last_wean_result}') IS NULL AND (notes #> '{rejected,last_wean_result}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="weaning_last_wean_result_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"wean_lvef\" IS NULL THEN (notes #> '{missing,wean_lvef}') IS NULL OR (notes #> '{rejected,wean_lvef}') IS NULL ELSE \"wean_lvef\" BETWEEN 0 AND 95 AND (notes #> '{missing,wean_lvef}') IS NULL AND (notes #> '{rejected,wean_lvef}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="weaning_wean_lvef_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"wean_lvot_vti\" IS NULL THEN (notes #> '{missing,wean_lvot_vti}') IS NULL OR (notes #> '{rejected,wean_lvot_vti}') IS NULL ELSE \"wean_lvot_vti\" BETWEEN 0 AND 40 AND (notes #> '{missing,wean_lvot_vti}') IS NULL AND (notes #> '{rejected,wean_lvot_vti}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="weaning_wean_lvot_vti_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"wean_tapse\" IS NULL THEN (notes #> '{missing,wean_tapse}') IS NULL OR (notes #> '{rejected,wean_tapse}') IS NULL ELSE \"wean_tapse\" BETWEEN 0 AND 45 AND (notes #> '{missing,wean_tapse}') IS NULL AND (notes #> '{rejected,wean_tapse}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="weaning_wean_tapse_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"alive_24h_after_stop\" IS NULL THEN (notes #> '{missing,alive_24h_after_stop}') IS NULL OR (notes #> '{rejected,alive_24h_after_stop}') IS NULL ELSE \"alive_24h_after_stop\" IN (1, 0) AND (notes #> '{missing,alive_24h_after_stop}') IS NULL AND (notes #> '{rejected,alive_24h_after_stop}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="weaning_alive_24h_after_stop_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"alive_48h_after_stop\" IS NULL THEN (notes #> '{missing,alive_48h_after_stop}') IS NULL OR (notes #> '{rejected,alive_48h_after_stop}') IS NULL ELSE \"alive_48h_after_stop\" IN (1, 0) AND (notes #> '{missing,alive_48h_after_stop}') IS NULL AND (notes #> '{rejected,alive_48h_after_stop}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="weaning_alive_48h_after_stop_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"ecls_restarted\" IS NULL THEN (notes #> '{missing,ecls_restarted}') IS NULL OR (notes #> '{rejected,ecls_restarted}') IS NULL ELSE \"ecls_restarted\" IN (1, 0) AND (notes #> '{missing,ecls_restarted}') IS NULL AND (notes #> '{rejected,ecls_restarted}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="weaning_ecls_restarted_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"restart_within_24h\" IS NULL THEN (notes #> '{missing,restart_within_24h}') IS NULL OR (notes #> '{rejected,restart_within_24h}') IS NULL ELSE \"restart_within_24h\" IN (1, 0) AND (notes #> '{missing,restart_within_24h}') IS NULL AND (notes #> '{rejected,restart_within_24h}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="weaning_restart_within_24h_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"vad_after\" IS NULL THEN (notes #> '{missing,vad_after}') IS NULL OR (notes #> '{rejected,vad_after}') IS NULL ELSE \"vad_after\" IN (0, 1, 2, 3, 4, 5, 6) AND (notes #> '{missing,vad_after}') IS NULL AND (notes #> '{rejected,vad_after}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="weaning_vad_after_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"vad_at\" IS NULL THEN (notes #> '{missing,vad_at}') IS NULL OR (notes #> '{rejected,vad_at}') IS NULL ELSE TRUE AND (notes #> '{missing,vad_at}') IS NULL AND (notes #> '{rejected,vad_at}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="weaning_vad_at_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"transplant_type\" IS NULL THEN (notes #> '{missing,transplant_type}') IS NULL OR (notes #> '{rejected,transplant_type}') IS NULL ELSE \"transplant_type\" IN (0, 1, 2, 3, 4, 8) AND (notes #> '{missing,transplant_type}') IS NULL AND (notes #> '{rejected,transplant_type}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="weaning_transplant_type_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"transplant_at\" IS NULL THEN (notes #> '{missing,transplant_at}') IS NULL OR (notes #> '{rejected,transplant_at}') IS NULL ELSE TRUE AND (notes #> '{missing,transplant_at}') IS NULL AND (notes #> '{rejected,transplant_at}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="weaning_transplant_at_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "notes - ARRAY['missing', 'entered', 'rejected', 'reason', 'precision', 'hidden'] = '{}'::jsonb",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="weaning_notes_valid",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Cannula",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("notes", models.JSONField(blank=True, default=dict)),
                ("version", models.IntegerField(default=0)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("position", models.PositiveIntegerField(default=0)),
                ("source_ref", models.CharField(blank=True, default="", max_length=100)),
                ("cannula_function", models.SmallIntegerField(blank=True, null=True)),
                ("cannula_vessel", models.CharField(blank=True, max_length=12, null=True)),
                ("cannula_side", models.CharField(blank=True, max_length=12, null=True)),
                ("cannula_tip", models.CharField(blank=True, max_length=12, null=True)),
                ("cannula_technique", models.SmallIntegerField(blank=True, null=True)),
                (
                    "cannula_guidance",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SmallIntegerField(), blank=True, null=True, size=None
                    ),
                ),
                ("cannula_size_fr", models.IntegerField(blank=True, null=True)),
                ("cannula_length_cm", models.IntegerField(blank=True, null=True)),
                ("cannula_insert_depth_cm", models.IntegerField(blank=True, null=True)),
                ("cannula_maker", models.CharField(blank=True, max_length=200, null=True)),
                ("cannula_udi", models.CharField(blank=True, max_length=200, null=True)),
                ("cannula_in_at", models.DateTimeField(blank=True, null=True)),
                ("cannula_out_at", models.DateTimeField(blank=True, null=True)),
                ("cannula_removal", models.SmallIntegerField(blank=True, null=True)),
                ("distal_perfusion", models.SmallIntegerField(blank=True, null=True)),
                ("distal_perfusion_timing", models.SmallIntegerField(blank=True, null=True)),
                (
                    "center",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="centers.center",
                        verbose_name="center",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="cannulas",
                        to="registry.run",
                    ),
                ),
            ],
            options={
                "db_table": "registry_cannula",
                "ordering": ("position", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"cannula_function\" IS NULL THEN (notes #> '{missing,cannula_function}') IS NULL OR (notes #> '{rejected,cannula_function}') IS NULL ELSE \"cannula_function\" IN (1, 2, 3, 4, 5, 6) AND (notes #> '{missing,cannula_function}') IS NULL AND (notes #> '{rejected,cannula_function}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="cannula_cannula_function_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"cannula_vessel\" IS NULL THEN (notes #> '{missing,cannula_vessel}') IS NULL OR (notes #> '{rejected,cannula_vessel}') IS NULL ELSE \"cannula_vessel\" IN ('RA', 'LA', 'LV', 'PA', 'AAO', 'ARCH', 'BCA', 'CA', 'SCA', 'AXA', 'CFA', 'SFA', 'PTA', 'IJV', 'SCV', 'FV', 'IVC', 'SVC', 'PV', 'UV', 'OTH') AND (notes #> '{missing,cannula_vessel}') IS NULL AND (notes #> '{rejected,cannula_vessel}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="cannula_cannula_vessel_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"cannula_side\" IS NULL THEN (notes #> '{missing,cannula_side}') IS NULL OR (notes #> '{rejected,cannula_side}') IS NULL ELSE \"cannula_side\" IN ('L', 'R', 'M', 'B') AND (notes #> '{missing,cannula_side}') IS NULL AND (notes #> '{rejected,cannula_side}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="cannula_cannula_side_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"cannula_tip\" IS NULL THEN (notes #> '{missing,cannula_tip}') IS NULL OR (notes #> '{rejected,cannula_tip}') IS NULL ELSE \"cannula_tip\" IN ('RA', 'LA', 'LV', 'PA', 'AAO', 'ARCH', 'BCA', 'CA', 'SCA', 'AXA', 'CFA', 'SFA', 'PTA', 'IJV', 'SCV', 'FV', 'IVC', 'SVC', 'PV', 'UV', 'OTH') AND (notes #> '{missing,cannula_tip}') IS NULL AND (notes #> '{rejected,cannula_tip}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="cannula_cannula_tip_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"cannula_technique\" IS NULL THEN (notes #> '{missing,cannula_technique}') IS NULL OR (notes #> '{rejected,cannula_technique}') IS NULL ELSE \"cannula_technique\" IN (1, 2, 3, 4, 5) AND (notes #> '{missing,cannula_technique}') IS NULL AND (notes #> '{rejected,cannula_technique}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="cannula_cannula_technique_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"cannula_guidance\" IS NULL THEN (notes #> '{missing,cannula_guidance}') IS NULL OR (notes #> '{rejected,cannula_guidance}') IS NULL ELSE \"cannula_guidance\" <@ ARRAY[1, 2, 3, 4, 5]::smallint[] AND (notes #> '{missing,cannula_guidance}') IS NULL AND (notes #> '{rejected,cannula_guidance}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="cannula_cannula_guidance_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"cannula_size_fr\" IS NULL THEN (notes #> '{missing,cannula_size_fr}') IS NULL OR (notes #> '{rejected,cannula_size_fr}') IS NULL ELSE \"cannula_size_fr\" BETWEEN 3 AND 51 AND (notes #> '{missing,cannula_size_fr}') IS NULL AND (notes #> '{rejected,cannula_size_fr}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="cannula_cannula_size_fr_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"cannula_length_cm\" IS NULL THEN (notes #> '{missing,cannula_length_cm}') IS NULL OR (notes #> '{rejected,cannula_length_cm}') IS NULL ELSE \"cannula_length_cm\" BETWEEN 3 AND 80 AND (notes #> '{missing,cannula_length_cm}') IS NULL AND (notes #> '{rejected,cannula_length_cm}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="cannula_cannula_length_cm_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"cannula_insert_depth_cm\" IS NULL THEN (notes #> '{missing,cannula_insert_depth_cm}') IS NULL OR (notes #> '{rejected,cannula_insert_depth_cm}') IS NULL ELSE \"cannula_insert_depth_cm\" BETWEEN 1 AND 70 AND (notes #> '{missing,cannula_insert_depth_cm}') IS NULL AND (notes #> '{rejected,cannula_insert_depth_cm}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="cannula_cannula_insert_depth_cm_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"cannula_maker\" IS NULL THEN (notes #> '{missing,cannula_maker}') IS NULL OR (notes #> '{rejected,cannula_maker}') IS NULL ELSE TRUE AND (notes #> '{missing,cannula_maker}') IS NULL AND (notes #> '{rejected,cannula_maker}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="cannula_cannula_maker_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"cannula_udi\" IS NULL THEN (notes #> '{missing,cannula_udi}') IS NULL OR (notes #> '{rejected,cannula_udi}') IS NULL ELSE TRUE AND (notes #> '{missing,cannula_udi}') IS NULL AND (notes #> '{rejected,cannula_udi}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="cannula_cannula_udi_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"cannula_in_at\" IS NULL THEN (notes #> '{missing,cannula_in_at}') IS NULL OR (notes #> '{rejected,cannula_in_at}') IS NULL ELSE TRUE AND (notes #> '{missing,cannula_in_at}') IS NULL AND (notes #> '{rejected,cannula_in_at}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="cannula_cannula_in_at_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"cannula_out_at\" IS NULL THEN (notes #> '{missing,cannula_out_at}') IS NULL OR (notes #> '{rejected,cannula_out_at}') IS NULL ELSE TRUE AND (notes #> '{missing,cannula_out_at}') IS NULL AND (notes #> '{rejected,cannula_out_at}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="cannula_cannula_out_at_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"cannula_removal\" IS NULL THEN (notes #> '{missing,cannula_removal}') IS NULL OR (notes #> '{rejected,cannula_removal}') IS NULL ELSE \"cannula_removal\" IN (1, 2, 3, 4, 5, 6) AND (notes #> '{missing,cannula_removal}') IS NULL AND (notes #> '{rejected,cannula_removal}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="cannula_cannula_removal_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"distal_perfusion\" IS NULL THEN (notes #> '{missing,distal_perfusion}') IS NULL OR (notes #> '{rejected,distal_perfusion}') IS NULL ELSE \"distal_perfusion\" IN (1, 0) AND (notes #> '{missing,distal_perfusion}') IS NULL AND (notes #> '{rejected,distal_perfusion}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="cannula_distal_perfusion_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"distal_perfusion_timing\" IS NULL THEN (notes #> '{missing,distal_perfusion_timing}') IS NULL OR (notes #> '{rejected,distal_perfusion_timing}') IS NULL ELSE \"distal_perfusion_timing\" IN (1, 2) AND (notes #> '{missing,distal_perfusion_timing}') IS NULL AND (notes #> '{rejected,distal_perfusion_timing}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="cannula_distal_perfusion_timing_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "notes - ARRAY['missing', 'entered', 'rejected', 'reason', 'precision', 'hidden'] = '{}'::jsonb",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="cannula_notes_valid",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CannulaEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("notes", models.JSONField(blank=True, default=dict)),
                ("version", models.IntegerField(default=0)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("position", models.PositiveIntegerField(default=0)),
                ("source_ref", models.CharField(blank=True, default="", max_length=100)),
                ("cannula_function", models.SmallIntegerField(blank=True, null=True)),
                ("cannula_vessel", models.CharField(blank=True, max_length=12, null=True)),
                ("cannula_side", models.CharField(blank=True, max_length=12, null=True)),
                ("cannula_tip", models.CharField(blank=True, max_length=12, null=True)),
                ("cannula_technique", models.SmallIntegerField(blank=True, null=True)),
                (
                    "cannula_guidance",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SmallIntegerField(), blank=True, null=True, size=None
                    ),
                ),
                ("cannula_size_fr", models.IntegerField(blank=True, null=True)),
                ("cannula_length_cm", models.IntegerField(blank=True, null=True)),
                ("cannula_insert_depth_cm", models.IntegerField(blank=True, null=True)),
                ("cannula_maker", models.CharField(blank=True, max_length=200, null=True)),
                ("cannula_udi", models.CharField(blank=True, max_length=200, null=True)),
                ("cannula_in_at", models.DateTimeField(blank=True, null=True)),
                ("cannula_out_at", models.DateTimeField(blank=True, null=True)),
                ("cannula_removal", models.SmallIntegerField(blank=True, null=True)),
                ("distal_perfusion", models.SmallIntegerField(blank=True, null=True)),
                ("distal_perfusion_timing", models.SmallIntegerField(blank=True, null=True)),
                (
                    "center",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="centers.center",
                        verbose_name="center",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="registry.cannula",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.run",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Diagnosis",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("notes", models.JSONField(blank=True, default=dict)),
                ("version", models.IntegerField(default=0)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("position", models.PositiveIntegerField(default=0)),
                ("source_ref", models.CharField(blank=True, default="", max_length=100)),
                ("diag_code", models.CharField(blank=True, max_length=12, null=True)),
                ("diag_icd10", models.CharField(blank=True, max_length=200, null=True)),
                ("diag_role", models.SmallIntegerField(blank=True, null=True)),
                (
                    "center",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="centers.center",
                        verbose_name="center",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="diagnoses",
                        to="registry.run",
                    ),
                ),
            ],
            options={
                "db_table": "registry_diagnosis",
                "ordering": ("position", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"diag_code\" IS NULL THEN (notes #> '{missing,diag_code}') IS NULL OR (notes #> '{rejected,diag_code}') IS NULL ELSE \"diag_code\" IN ('R01', 'R02', 'R03', 'R04', 'R05', 'R06', 'R07', 'R08', 'R09', 'R10', 'R11', 'R12', 'R13', 'R14', 'R15', 'R16', 'R17', 'R18', 'R19', 'R20', 'R21', 'R22', 'R23', 'R24', 'R25', 'R26', 'R27', 'R28', 'R88', 'N01', 'N02', 'N03', 'N04', 'N05', 'N06', 'N07', 'N08', 'N09', 'N10', 'N11', 'N88', 'C01', 'C02', 'C03', 'C04', 'C05', 'C06', 'C07', 'C08', 'C09', 'C10', 'C11', 'C12', 'C13', 'C14', 'C15', 'C16', 'C17', 'C18', 'C19', 'C20', 'C21', 'C22', 'C23', 'C24', 'C25', 'C26', 'C27', 'C28', 'C29', 'C30', 'C88', 'H01', 'H02', 'H03', 'H04', 'H05', 'H06', 'H07', 'H08', 'H09', 'H10', 'H11', 'H12', 'H88', 'A01', 'A02', 'A03') AND (notes #> '{missing,diag_code}') IS NULL AND (notes #> '{rejected,diag_code}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="diagnosis_diag_code_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"diag_icd10\" IS NULL THEN (notes #> '{missing,diag_icd10}') IS NULL OR (notes #> '{rejected,diag_icd10}') IS NULL ELSE TRUE AND (notes #> '{missing,diag_icd10}') IS NULL AND (notes #> '{rejected,diag_icd10}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="diagnosis_diag_icd10_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"diag_role\" IS NULL THEN (notes #> '{missing,diag_role}') IS NULL OR (notes #> '{rejected,diag_role}') IS NULL ELSE \"diag_role\" IN (1, 2, 3, 4) AND (notes #> '{missing,diag_role}') IS NULL AND (notes #> '{rejected,diag_role}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="diagnosis_diag_role_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "notes - ARRAY['missing', 'entered', 'rejected', 'reason', 'precision', 'hidden'] = '{}'::jsonb",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="diagnosis_notes_valid",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DiagnosisEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("notes", models.JSONField(blank=True, default=dict)),
                ("version", models.IntegerField(default=0)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("position", models.PositiveIntegerField(default=0)),
                ("source_ref", models.CharField(blank=True, default="", max_length=100)),
                ("diag_code", models.CharField(blank=True, max_length=12, null=True)),
                ("diag_icd10", models.CharField(blank=True, max_length=200, null=True)),
                ("diag_role", models.SmallIntegerField(blank=True, null=True)),
                (
                    "center",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="centers.center",
                        verbose_name="center",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="registry.diagnosis",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.run",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Identifier",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("name", "Name"),
                            ("document_no", "Document No"),
                            ("phone", "Phone"),
                            ("phone_2", "Phone 2"),
                            ("record_no", "Record No"),
                        ],
                        max_length=12,
                    ),
                ),
                ("sealed", models.BinaryField()),
                ("lookup", models.CharField(blank=True, default="", max_length=64)),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="identifiers",
                        to="registry.case",
                    ),
                ),
                (
                    "center",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="centers.center",
                        verbose_name="center",
                    ),
                ),
                (
                    "patient",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="identifiers",
                        to="registry.patient",
                    ),
                ),
            ],
            options={
                "db_table": "registry_identifier",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("case__isnull", False), ("kind", "record_no")),
                            models.Q(models.Q(("kind", "record_no"), _negated=True), ("case__isnull", True)),
                            _connector="OR",
                        ),
                        name="identifier_record_no_with_case",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ModeSegment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("notes", models.JSONField(blank=True, default=dict)),
                ("version", models.IntegerField(default=0)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("position", models.PositiveIntegerField(default=0)),
                ("source_ref", models.CharField(blank=True, default="", max_length=100)),
                ("segment_mode", models.CharField(blank=True, max_length=12, null=True)),
                ("segment_start_at", models.DateTimeField(blank=True, null=True)),
                ("segment_stop_at", models.DateTimeField(blank=True, null=True)),
                ("segment_reason", models.SmallIntegerField(blank=True, null=True)),
                (
                    "center",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="centers.center",
                        verbose_name="center",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="segments",
                        to="registry.run",
                    ),
                ),
            ],
            options={
                "db_table": "registry_modesegment",
                "ordering": ("position", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"segment_mode\" IS NULL THEN (notes #> '{missing,segment_mode}') IS NULL OR (notes #> '{rejected,segment_mode}') IS NULL ELSE \"segment_mode\" IN ('VV', 'VA', 'VVA', 'VAV', 'VP', 'VPA', 'VVECCO2R', 'AVECCO2R', 'PUMPLESS', 'OTHER') AND (notes #> '{missing,segment_mode}') IS NULL AND (notes #> '{rejected,segment_mode}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="modesegment_segment_mode_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"segment_start_at\" IS NULL THEN (notes #> '{missing,segment_start_at}') IS NULL OR (notes #> '{rejected,segment_start_at}') IS NULL ELSE TRUE AND (notes #> '{missing,segment_start_at}') IS NULL AND (notes #> '{rejected,segment_start_at}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="modesegment_segment_start_at_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"segment_stop_at\" IS NULL THEN (notes #> '{missing,segment_stop_at}') IS NULL OR (notes #> '{rejected,segment_stop_at}') IS NULL ELSE TRUE AND (notes #> '{missing,segment_stop_at}') IS NULL AND (notes #> '{rejected,segment_stop_at}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="modesegment_segment_stop_at_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"segment_reason\" IS NULL THEN (notes #> '{missing,segment_reason}') IS NULL OR (notes #> '{rejected,segment_reason}') IS NULL ELSE \"segment_reason\" IN (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 88) AND (notes #> '{missing,segment_reason}') IS NULL AND (notes #> '{rejected,segment_reason}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="modesegment_segment_reason_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "notes - ARRAY['missing', 'entered', 'rejected', 'reason', 'precision', 'hidden'] = '{}'::jsonb",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="modesegment_notes_valid",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ModeSegmentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("notes", models.JSONField(blank=True, default=dict)),
                ("version", models.IntegerField(default=0)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("position", models.PositiveIntegerField(default=0)),
                ("source_ref", models.CharField(blank=True, default="", max_length=100)),
                ("segment_mode", models.CharField(blank=True, max_length=12, null=True)),
                ("segment_start_at", models.DateTimeField(blank=True, null=True)),
                ("segment_stop_at", models.DateTimeField(blank=True, null=True)),
                ("segment_reason", models.SmallIntegerField(blank=True, null=True)),
                (
                    "center",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="centers.center",
                        verbose_name="center",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="registry.modesegment",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.run",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PatientKey",
            fields=[
                (
                    "patient",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="data_key",
                        serialize=False,
                        to="registry.patient",
                    ),
                ),
                ("wrapped", models.BinaryField()),
                ("key_id", models.CharField(max_length=40)),
            ],
            options={
                "db_table": "registry_patientkey",
            },
        ),
        migrations.CreateModel(
            name="Perinatal",
            fields=[
                ("notes", models.JSONField(blank=True, default=dict)),
                ("version", models.IntegerField(default=0)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "patient",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="perinatal",
                        serialize=False,
                        to="registry.patient",
                    ),
                ),
                ("gestational_age_weeks", models.IntegerField(blank=True, null=True)),
                ("gestational_age_days", models.IntegerField(blank=True, null=True)),
                ("birth_weight_g", models.IntegerField(blank=True, null=True)),
                ("apgar_1", models.IntegerField(blank=True, null=True)),
                ("apgar_5", models.IntegerField(blank=True, null=True)),
                ("apgar_10", models.IntegerField(blank=True, null=True)),
                ("delivery_mode", models.SmallIntegerField(blank=True, null=True)),
                ("multiple_birth", models.SmallIntegerField(blank=True, null=True)),
            ],
            options={
                "db_table": "registry_perinatal",
                "constraints": [
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"gestational_age_weeks\" IS NULL THEN (notes #> '{missing,gestational_age_weeks}') IS NULL OR (notes #> '{rejected,gestational_age_weeks}') IS NULL ELSE \"gestational_age_weeks\" BETWEEN 20 AND 45 AND (notes #> '{missing,gestational_age_weeks}') IS NULL AND (notes #> '{rejected,gestational_age_weeks}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="perinatal_gestational_age_weeks_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"gestational_age_days\" IS NULL THEN (notes #> '{missing,gestational_age_days}') IS NULL OR (notes #> '{rejected,gestational_age_days}') IS NULL ELSE \"gestational_age_days\" BETWEEN 0 AND 6 AND (notes #> '{missing,gestational_age_days}') IS NULL AND (notes #> '{rejected,gestational_age_days}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="perinatal_gestational_age_days_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"birth_weight_g\" IS NULL THEN (notes #> '{missing,birth_weight_g}') IS NULL OR (notes #> '{rejected,birth_weight_g}') IS NULL ELSE \"birth_weight_g\" BETWEEN 200 AND 10500 AND (notes #> '{missing,birth_weight_g}') IS NULL AND (notes #> '{rejected,birth_weight_g}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="perinatal_birth_weight_g_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"apgar_1\" IS NULL THEN (notes #> '{missing,apgar_1}') IS NULL OR (notes #> '{rejected,apgar_1}') IS NULL ELSE \"apgar_1\" BETWEEN 0 AND 10 AND (notes #> '{missing,apgar_1}') IS NULL AND (notes #> '{rejected,apgar_1}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="perinatal_apgar_1_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"apgar_5\" IS NULL THEN (notes #> '{missing,apgar_5}') IS NULL OR (notes #> '{rejected,apgar_5}') IS NULL ELSE \"apgar_5\" BETWEEN 0 AND 10 AND (notes #> '{missing,apgar_5}') IS NULL AND (notes #> '{rejected,apgar_5}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="perinatal_apgar_5_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"apgar_10\" IS NULL THEN (notes #> '{missing,apgar_10}') IS NULL OR (notes #> '{rejected,apgar_10}') IS NULL ELSE \"apgar_10\" BETWEEN 0 AND 10 AND (notes #> '{missing,apgar_10}') IS NULL AND (notes #> '{rejected,apgar_10}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="perinatal_apgar_10_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"delivery_mode\" IS NULL THEN (notes #> '{missing,delivery_mode}') IS NULL OR (notes #> '{rejected,delivery_mode}') IS NULL ELSE \"delivery_mode\" IN (1, 2, 3, 4, 9) AND (notes #> '{missing,delivery_mode}') IS NULL AND (notes #> '{rejected,delivery_mode}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="perinatal_delivery_mode_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"multiple_birth\" IS NULL THEN (notes #> '{missing,multiple_birth}') IS NULL OR (notes #> '{rejected,multiple_birth}') IS NULL ELSE \"multiple_birth\" IN (1, 0, 9) AND (notes #> '{missing,multiple_birth}') IS NULL AND (notes #> '{rejected,multiple_birth}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="perinatal_multiple_birth_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "notes - ARRAY['missing', 'entered', 'rejected', 'reason', 'precision', 'hidden'] = '{}'::jsonb",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="perinatal_notes_valid",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="IdentifierEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("name", "Name"),
                            ("document_no", "Document No"),
                            ("phone", "Phone"),
                            ("phone_2", "Phone 2"),
                            ("record_no", "Record No"),
                        ],
                        max_length=12,
                    ),
                ),
                ("sealed", models.BinaryField()),
                ("lookup", models.CharField(blank=True, default="", max_length=64)),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.case",
                    ),
                ),
                (
                    "center",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="centers.center",
                        verbose_name="center",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="registry.identifier",
                    ),
                ),
                (
                    "patient",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.patient",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CaseEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("number", models.CharField(max_length=24)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("submitted", "Submitted"),
                            ("returned", "Returned"),
                            ("accepted", "Accepted"),
                            ("locked", "Locked"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("dictionary_version", models.CharField(default="0.2", max_length=10)),
                ("source_ref", models.CharField(blank=True, default="", max_length=100)),
                ("submissions_count", models.PositiveSmallIntegerField(default=0)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("state_changed_at", models.DateTimeField(auto_now_add=True)),
                ("submitted_at", models.DateTimeField(blank=True, null=True)),
                ("accepted_at", models.DateTimeField(blank=True, null=True)),
                ("reviewer_since", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "accepted_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "center",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="centers.center",
                        verbose_name="center",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="registry.case",
                    ),
                ),
                (
                    "reviewer",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "patient",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.patient",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="case",
            name="patient",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="cases", to="registry.patient"
            ),
        ),
        migrations.CreateModel(
            name="PatientEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("notes", models.JSONField(blank=True, default=dict)),
                ("version", models.IntegerField(default=0)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("number", models.CharField(max_length=20)),
                ("person_key", models.CharField(max_length=64)),
                ("document_hash", models.CharField(blank=True, default="", max_length=64)),
                ("source_ref", models.CharField(blank=True, default="", max_length=100)),
                ("id_document_type", models.SmallIntegerField(blank=True, null=True)),
                ("sex", models.SmallIntegerField(blank=True, null=True)),
                ("birth_date", models.DateField(blank=True, null=True)),
                ("birth_time", models.TimeField(blank=True, null=True)),
                ("ethnicity", models.CharField(blank=True, max_length=12, null=True)),
                ("residence_province", models.CharField(blank=True, max_length=12, null=True)),
                ("contact_relation", models.SmallIntegerField(blank=True, null=True)),
                ("education_years", models.IntegerField(blank=True, null=True)),
                (
                    "center",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="centers.center",
                        verbose_name="center",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="registry.patient",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PerinatalEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("notes", models.JSONField(blank=True, default=dict)),
                ("version", models.IntegerField(default=0)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("gestational_age_weeks", models.IntegerField(blank=True, null=True)),
                ("gestational_age_days", models.IntegerField(blank=True, null=True)),
                ("birth_weight_g", models.IntegerField(blank=True, null=True)),
                ("apgar_1", models.IntegerField(blank=True, null=True)),
                ("apgar_5", models.IntegerField(blank=True, null=True)),
                ("apgar_10", models.IntegerField(blank=True, null=True)),
                ("delivery_mode", models.SmallIntegerField(blank=True, null=True)),
                ("multiple_birth", models.SmallIntegerField(blank=True, null=True)),
                (
                    "center",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="centers.center",
                        verbose_name="center",
                    ),
                ),
                (
                    "patient",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        serialize=False,
                        to="registry.patient",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReviewNote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("submitted", "Submitted"),
                            ("recalled", "Recalled"),
                            ("returned", "Returned"),
                            ("accepted", "Accepted"),
                            ("reopened", "Reopened"),
                            ("locked", "Locked"),
                        ],
                        max_length=10,
                    ),
                ),
                ("message", models.TextField(blank=True, default="", max_length=4000)),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="review_notes",
                        to="registry.case",
                    ),
                ),
                (
                    "center",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="centers.center",
                        verbose_name="center",
                    ),
                ),
            ],
            options={
                "db_table": "registry_reviewnote",
                "ordering": ("-at", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="RunEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("notes", models.JSONField(blank=True, default=dict)),
                ("version", models.IntegerField(default=0)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("run_number", models.IntegerField(blank=True, null=True)),
                ("support_type", models.SmallIntegerField(blank=True, null=True)),
                ("initial_mode", models.CharField(blank=True, max_length=12, null=True)),
                ("urgency", models.SmallIntegerField(blank=True, null=True)),
                ("intent", models.SmallIntegerField(blank=True, null=True)),
                ("decision_at", models.DateTimeField(blank=True, null=True)),
                ("cannulation_start_at", models.DateTimeField(blank=True, null=True)),
                ("run_start_at", models.DateTimeField(blank=True, null=True)),
                ("run_stop_at", models.DateTimeField(blank=True, null=True)),
                ("decannulated_at", models.DateTimeField(blank=True, null=True)),
                ("cannulation_place", models.SmallIntegerField(blank=True, null=True)),
                ("care_unit", models.SmallIntegerField(blank=True, null=True)),
                ("cannulator_specialty", models.SmallIntegerField(blank=True, null=True)),
                ("cannulated_by_mobile_team", models.SmallIntegerField(blank=True, null=True)),
                ("stop_reason", models.SmallIntegerField(blank=True, null=True)),
                ("stop_reason_other", models.CharField(blank=True, max_length=200, null=True)),
                ("treatment_limited", models.SmallIntegerField(blank=True, null=True)),
                ("awake_ecls", models.SmallIntegerField(blank=True, null=True)),
                ("primary_diagnosis", models.CharField(blank=True, max_length=12, null=True)),
                ("primary_icd10", models.CharField(blank=True, max_length=200, null=True)),
                ("procedure_icd9cm3", models.CharField(blank=True, max_length=200, null=True)),
                (
                    "lv_unloading",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SmallIntegerField(), blank=True, null=True, size=None
                    ),
                ),
                ("lv_unloading_at", models.DateTimeField(blank=True, null=True)),
                (
                    "concurrent_mcs",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SmallIntegerField(), blank=True, null=True, size=None
                    ),
                ),
                ("mode_changed", models.SmallIntegerField(blank=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.case",
                    ),
                ),
                (
                    "center",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="centers.center",
                        verbose_name="center",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="registry.run",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SavedRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.UUIDField(unique=True)),
                ("fingerprint", models.CharField(max_length=64)),
                ("answer", models.JSONField(null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "center",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="centers.center",
                        verbose_name="center",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "registry_savedrequest",
            },
        ),
        migrations.CreateModel(
            name="Serial",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=10)),
                ("year", models.PositiveSmallIntegerField()),
                ("last", models.PositiveIntegerField(default=0)),
                (
                    "center",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="centers.center",
                        verbose_name="center",
                    ),
                ),
            ],
            options={
                "db_table": "registry_serial",
            },
        ),
        migrations.CreateModel(
            name="Submission",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveSmallIntegerField()),
                ("content", models.JSONField()),
                ("warnings", models.JSONField(default=list)),
                ("sha256", models.CharField(max_length=64)),
                ("dictionary_version", models.CharField(max_length=10)),
                ("submitted_at", models.DateTimeField(auto_now_add=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="submissions",
                        to="registry.case",
                    ),
                ),
                (
                    "center",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="centers.center",
                        verbose_name="center",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "registry_submission",
                "ordering": ("-version",),
            },
        ),
        migrations.CreateModel(
            name="ReviewNoteEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("submitted", "Submitted"),
                            ("recalled", "Recalled"),
                            ("returned", "Returned"),
                            ("accepted", "Accepted"),
                            ("reopened", "Reopened"),
                            ("locked", "Locked"),
                        ],
                        max_length=10,
                    ),
                ),
                ("message", models.TextField(blank=True, default="", max_length=4000)),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.case",
                    ),
                ),
                (
                    "center",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="centers.center",
                        verbose_name="center",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="registry.reviewnote",
                    ),
                ),
                (
                    "submission",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.submission",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="reviewnote",
            name="submission",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="registry.submission",
            ),
        ),
        migrations.CreateModel(
            name="TouchedRun",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("case_id", models.BigIntegerField()),
                ("run_id", models.BigIntegerField(null=True)),
                ("touched_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "center",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="centers.center",
                        verbose_name="center",
                    ),
                ),
            ],
            options={
                "db_table": "registry_touchedrun",
            },
        ),
        migrations.CreateModel(
            name="AdmissionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("notes", models.JSONField(blank=True, default=dict)),
                ("version", models.IntegerField(default=0)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("data_consent", models.SmallIntegerField(blank=True, null=True)),
                ("admission_at", models.DateTimeField(blank=True, null=True)),
                ("icu_admission_at", models.DateTimeField(blank=True, null=True)),
                ("admission_source", models.SmallIntegerField(blank=True, null=True)),
                ("referring_hospital", models.CharField(blank=True, max_length=200, null=True)),
                ("transport_mode", models.SmallIntegerField(blank=True, null=True)),
                ("transport_distance_km", models.IntegerField(blank=True, null=True)),
                ("transferred_in_ecls_start_at", models.DateTimeField(blank=True, null=True)),
                ("payer", models.SmallIntegerField(blank=True, null=True)),
                ("blood_group", models.SmallIntegerField(blank=True, null=True)),
                (
                    "comorbidities",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=12), blank=True, null=True, size=None
                    ),
                ),
                ("ckd_stage", models.IntegerField(blank=True, null=True)),
                ("previous_cardiac_surgery", models.SmallIntegerField(blank=True, null=True)),
                ("smoking", models.SmallIntegerField(blank=True, null=True)),
                ("baseline_frailty", models.IntegerField(blank=True, null=True)),
                ("baseline_cpc", models.SmallIntegerField(blank=True, null=True)),
                ("baseline_pcpc", models.SmallIntegerField(blank=True, null=True)),
                ("baseline_popc", models.SmallIntegerField(blank=True, null=True)),
                ("baseline_independent", models.SmallIntegerField(blank=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        serialize=False,
                        to="registry.case",
                    ),
                ),
                (
                    "center",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="centers.center",
                        verbose_name="center",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="registry.admission",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="HospitalOutcomeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("notes", models.JSONField(blank=True, default=dict)),
                ("version", models.IntegerField(default=0)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "total_cost_cny",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True),
                ),
                ("extubation_status", models.SmallIntegerField(blank=True, null=True)),
                ("extubated_at", models.DateTimeField(blank=True, null=True)),
                (
                    "ventilation_days",
                    models.DecimalField(blank=True, decimal_places=1, max_digits=13, null=True),
                ),
                ("rrt_at_discharge", models.SmallIntegerField(blank=True, null=True)),
                ("icu_discharge_at", models.DateTimeField(blank=True, null=True)),
                ("discharge_status", models.SmallIntegerField(blank=True, null=True)),
                ("discharge_at", models.DateTimeField(blank=True, null=True)),
                ("discharge_hospital", models.CharField(blank=True, max_length=200, null=True)),
                ("alive_30d_known", models.SmallIntegerField(blank=True, null=True)),
                ("died", models.SmallIntegerField(blank=True, null=True)),
                ("death_at", models.DateTimeField(blank=True, null=True)),
                ("death_place", models.SmallIntegerField(blank=True, null=True)),
                ("death_cause", models.SmallIntegerField(blank=True, null=True)),
                ("death_cause_icd10", models.CharField(blank=True, max_length=200, null=True)),
                ("withdrawal_of_support", models.SmallIntegerField(blank=True, null=True)),
                ("withdrawal_reason_financial", models.SmallIntegerField(blank=True, null=True)),
                ("autopsy", models.SmallIntegerField(blank=True, null=True)),
                ("brain_death_declared", models.SmallIntegerField(blank=True, null=True)),
                ("organ_donor", models.SmallIntegerField(blank=True, null=True)),
                ("cpc_discharge", models.SmallIntegerField(blank=True, null=True)),
                ("pcpc_discharge", models.SmallIntegerField(blank=True, null=True)),
                ("popc_discharge", models.SmallIntegerField(blank=True, null=True)),
                ("mrs_discharge", models.SmallIntegerField(blank=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        serialize=False,
                        to="registry.case",
                    ),
                ),
                (
                    "center",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="centers.center",
                        verbose_name="center",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="registry.hospitaloutcome",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Progress",
            fields=[
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="progress",
                        serialize=False,
                        to="registry.case",
                    ),
                ),
                ("answered", models.PositiveSmallIntegerField(default=0)),
                ("applicable", models.PositiveSmallIntegerField(default=0)),
                ("errors", models.PositiveSmallIntegerField(default=0)),
                ("warnings", models.PositiveSmallIntegerField(default=0)),
                ("sections", models.JSONField(default=list)),
                ("edited_at", models.DateTimeField(auto_now=True)),
                (
                    "center",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="centers.center",
                        verbose_name="center",
                    ),
                ),
                (
                    "edited_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "registry_progress",
            },
        ),
        migrations.CreateModel(
            name="BaselineEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("notes", models.JSONField(blank=True, default=dict)),
                ("version", models.IntegerField(default=0)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("cdh_side", models.CharField(blank=True, max_length=12, null=True)),
                ("cdh_repair_timing", models.SmallIntegerField(blank=True, null=True)),
                ("weight_kg", models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                ("weight_estimated", models.SmallIntegerField(blank=True, null=True)),
                ("height_cm", models.DecimalField(blank=True, decimal_places=1, max_digits=13, null=True)),
                ("immunocompromised", models.SmallIntegerField(blank=True, null=True)),
                ("cns_dysfunction_history", models.SmallIntegerField(blank=True, null=True)),
                ("pregnancy_status", models.SmallIntegerField(blank=True, null=True)),
                ("pregnancy_weeks", models.IntegerField(blank=True, null=True)),
                ("covid_status", models.SmallIntegerField(blank=True, null=True)),
                ("trauma_related", models.SmallIntegerField(blank=True, null=True)),
                ("trauma_mechanism", models.SmallIntegerField(blank=True, null=True)),
                ("injury_severity_score", models.IntegerField(blank=True, null=True)),
                (
                    "center",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="centers.center",
                        verbose_name="center",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        serialize=False,
                        to="registry.run",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="registry.baseline",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CourseEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("notes", models.JSONField(blank=True, default=dict)),
                ("version", models.IntegerField(default=0)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("coronary_angiography", models.SmallIntegerField(blank=True, null=True)),
                ("pci_performed", models.SmallIntegerField(blank=True, null=True)),
                ("surgery_on_ecls", models.SmallIntegerField(blank=True, null=True)),
                ("tracheostomy_on_ecls", models.SmallIntegerField(blank=True, null=True)),
                ("prone_on_ecls", models.SmallIntegerField(blank=True, null=True)),
                ("rbc_units", models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                (
                    "platelet_doses",
                    models.DecimalField(blank=True, decimal_places=1, max_digits=13, null=True),
                ),
                ("plasma_ml", models.IntegerField(blank=True, null=True)),
                ("cryo_units", models.DecimalField(blank=True, decimal_places=1, max_digits=13, null=True)),
                ("fibrinogen_g", models.DecimalField(blank=True, decimal_places=1, max_digits=13, null=True)),
                ("antithrombin_used", models.SmallIntegerField(blank=True, null=True)),
                (
                    "center",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="centers.center",
                        verbose_name="center",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        serialize=False,
                        to="registry.run",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="registry.course",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="WeaningEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("notes", models.JSONField(blank=True, default=dict)),
                ("version", models.IntegerField(default=0)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("wean_trials", models.IntegerField(blank=True, null=True)),
                ("first_wean_trial_at", models.DateTimeField(blank=True, null=True)),
                ("last_wean_result", models.SmallIntegerField(blank=True, null=True)),
                ("wean_lvef", models.IntegerField(blank=True, null=True)),
                (
                    "wean_lvot_vti",
                    models.DecimalField(blank=True, decimal_places=1, max_digits=13, null=True),
                ),
                ("wean_tapse", models.DecimalField(blank=True, decimal_places=1, max_digits=13, null=True)),
                ("alive_24h_after_stop", models.SmallIntegerField(blank=True, null=True)),
                ("alive_48h_after_stop", models.SmallIntegerField(blank=True, null=True)),
                ("ecls_restarted", models.SmallIntegerField(blank=True, null=True)),
                ("restart_within_24h", models.SmallIntegerField(blank=True, null=True)),
                ("vad_after", models.SmallIntegerField(blank=True, null=True)),
                ("vad_at", models.DateTimeField(blank=True, null=True)),
                ("transplant_type", models.SmallIntegerField(blank=True, null=True)),
                ("transplant_at", models.DateTimeField(blank=True, null=True)),
                (
                    "center",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="centers.center",
                        verbose_name="center",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        serialize=False,
                        to="registry.run",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="registry.weaning",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="run",
            constraint=models.UniqueConstraint(
                fields=("case", "run_number"), name="run_number_once_per_case"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="run",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_runevent" ("awake_ecls", "cannulated_by_mobile_team", "cannulation_place", "cannulation_start_at", "cannulator_specialty", "care_unit", "case_id", "center_id", "concurrent_mcs", "decannulated_at", "decision_at", "id", "initial_mode", "intent", "lv_unloading", "lv_unloading_at", "mode_changed", "notes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary_diagnosis", "primary_icd10", "procedure_icd9cm3", "run_number", "run_start_at", "run_stop_at", "stop_reason", "stop_reason_other", "support_type", "treatment_limited", "updated_at", "urgency", "version") VALUES (NEW."awake_ecls", NEW."cannulated_by_mobile_team", NEW."cannulation_place", NEW."cannulation_start_at", NEW."cannulator_specialty", NEW."care_unit", NEW."case_id", NEW."center_id", NEW."concurrent_mcs", NEW."decannulated_at", NEW."decision_at", NEW."id", NEW."initial_mode", NEW."intent", NEW."lv_unloading", NEW."lv_unloading_at", NEW."mode_changed", NEW."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."primary_diagnosis", NEW."primary_icd10", NEW."procedure_icd9cm3", NEW."run_number", NEW."run_start_at", NEW."run_stop_at", NEW."stop_reason", NEW."stop_reason_other", NEW."support_type", NEW."treatment_limited", NEW."updated_at", NEW."urgency", NEW."version"); RETURN NULL;',
                    hash="4d113454ebed057b4396a57e0fd57e28d1d8dc53",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b4291",
                    table="registry_run",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="run",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "registry_runevent" ("awake_ecls", "cannulated_by_mobile_team", "cannulation_place", "cannulation_start_at", "cannulator_specialty", "care_unit", "case_id", "center_id", "concurrent_mcs", "decannulated_at", "decision_at", "id", "initial_mode", "intent", "lv_unloading", "lv_unloading_at", "mode_changed", "notes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary_diagnosis", "primary_icd10", "procedure_icd9cm3", "run_number", "run_start_at", "run_stop_at", "stop_reason", "stop_reason_other", "support_type", "treatment_limited", "updated_at", "urgency", "version") VALUES (NEW."awake_ecls", NEW."cannulated_by_mobile_team", NEW."cannulation_place", NEW."cannulation_start_at", NEW."cannulator_specialty", NEW."care_unit", NEW."case_id", NEW."center_id", NEW."concurrent_mcs", NEW."decannulated_at", NEW."decision_at", NEW."id", NEW."initial_mode", NEW."intent", NEW."lv_unloading", NEW."lv_unloading_at", NEW."mode_changed", NEW."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."primary_diagnosis", NEW."primary_icd10", NEW."procedure_icd9cm3", NEW."run_number", NEW."run_start_at", NEW."run_stop_at", NEW."stop_reason", NEW."stop_reason_other", NEW."support_type", NEW."treatment_limited", NEW."updated_at", NEW."urgency", NEW."version"); RETURN NULL;',
                    hash="829dd6f25c82ed6fecf6a0c986962b116e7a5fae",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_af711",
                    table="registry_run",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="run",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_runevent" ("awake_ecls", "cannulated_by_mobile_team", "cannulation_place", "cannulation_start_at", "cannulator_specialty", "care_unit", "case_id", "center_id", "concurrent_mcs", "decannulated_at", "decision_at", "id", "initial_mode", "intent", "lv_unloading", "lv_unloading_at", "mode_changed", "notes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary_diagnosis", "primary_icd10", "procedure_icd9cm3", "run_number", "run_start_at", "run_stop_at", "stop_reason", "stop_reason_other", "support_type", "treatment_limited", "updated_at", "urgency", "version") VALUES (OLD."awake_ecls", OLD."cannulated_by_mobile_team", OLD."cannulation_place", OLD."cannulation_start_at", OLD."cannulator_specialty", OLD."care_unit", OLD."case_id", OLD."center_id", OLD."concurrent_mcs", OLD."decannulated_at", OLD."decision_at", OLD."id", OLD."initial_mode", OLD."intent", OLD."lv_unloading", OLD."lv_unloading_at", OLD."mode_changed", OLD."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."primary_diagnosis", OLD."primary_icd10", OLD."procedure_icd9cm3", OLD."run_number", OLD."run_start_at", OLD."run_stop_at", OLD."stop_reason", OLD."stop_reason_other", OLD."support_type", OLD."treatment_limited", OLD."updated_at", OLD."urgency", OLD."version"); RETURN NULL;',
                    hash="ed5c1f51b16eb7f47467bd3663c4e9946ce79580",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_6f811",
                    table="registry_run",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="cannula",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_cannulaevent" ("cannula_function", "cannula_guidance", "cannula_in_at", "cannula_insert_depth_cm", "cannula_length_cm", "cannula_maker", "cannula_out_at", "cannula_removal", "cannula_side", "cannula_size_fr", "cannula_technique", "cannula_tip", "cannula_udi", "cannula_vessel", "center_id", "distal_perfusion", "distal_perfusion_timing", "id", "notes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "run_id", "source_ref", "updated_at", "version") VALUES (NEW."cannula_function", NEW."cannula_guidance", NEW."cannula_in_at", NEW."cannula_insert_depth_cm", NEW."cannula_length_cm", NEW."cannula_maker", NEW."cannula_out_at", NEW."cannula_removal", NEW."cannula_side", NEW."cannula_size_fr", NEW."cannula_technique", NEW."cannula_tip", NEW."cannula_udi", NEW."cannula_vessel", NEW."center_id", NEW."distal_perfusion", NEW."distal_perfusion_timing", NEW."id", NEW."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."run_id", NEW."source_ref", NEW."updated_at", NEW."version"); RETURN NULL;',
                    hash="26505d98c2dd55c83c3cf78ebf6c927b64bd3ac1",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c5e46",
                    table="registry_cannula",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="cannula",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "registry_cannulaevent" ("cannula_function", "cannula_guidance", "cannula_in_at", "cannula_insert_depth_cm", "cannula_length_cm", "cannula_maker", "cannula_out_at", "cannula_removal", "cannula_side", "cannula_size_fr", "cannula_technique", "cannula_tip", "cannula_udi", "cannula_vessel", "center_id", "distal_perfusion", "distal_perfusion_timing", "id", "notes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "run_id", "source_ref", "updated_at", "version") VALUES (NEW."cannula_function", NEW."cannula_guidance", NEW."cannula_in_at", NEW."cannula_insert_depth_cm", NEW."cannula_length_cm", NEW."cannula_maker", NEW."cannula_out_at", NEW."cannula_removal", NEW."cannula_side", NEW."cannula_size_fr", NEW."cannula_technique", NEW."cannula_tip", NEW."cannula_udi", NEW."cannula_vessel", NEW."center_id", NEW."distal_perfusion", NEW."distal_perfusion_timing", NEW."id", NEW."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."run_id", NEW."source_ref", NEW."updated_at", NEW."version"); RETURN NULL;',
                    hash="4ffec92f89621843438d632ade460fada2d853ec",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ce978",
                    table="registry_cannula",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="cannula",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_cannulaevent" ("cannula_function", "cannula_guidance", "cannula_in_at", "cannula_insert_depth_cm", "cannula_length_cm", "cannula_maker", "cannula_out_at", "cannula_removal", "cannula_side", "cannula_size_fr", "cannula_technique", "cannula_tip", "cannula_udi", "cannula_vessel", "center_id", "distal_perfusion", "distal_perfusion_timing", "id", "notes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "run_id", "source_ref", "updated_at", "version") VALUES (OLD."cannula_function", OLD."cannula_guidance", OLD."cannula_in_at", OLD."cannula_insert_depth_cm", OLD."cannula_length_cm", OLD."cannula_maker", OLD."cannula_out_at", OLD."cannula_removal", OLD."cannula_side", OLD."cannula_size_fr", OLD."cannula_technique", OLD."cannula_tip", OLD."cannula_udi", OLD."cannula_vessel", OLD."center_id", OLD."distal_perfusion", OLD."distal_perfusion_timing", OLD."id", OLD."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."run_id", OLD."source_ref", OLD."updated_at", OLD."version"); RETURN NULL;',
                    hash="fd184cefd56a820f22952ef8571f4c56d301e74b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_65d72",
                    table="registry_cannula",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="diagnosis",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_diagnosisevent" ("center_id", "diag_code", "diag_icd10", "diag_role", "id", "notes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "run_id", "source_ref", "updated_at", "version") VALUES (NEW."center_id", NEW."diag_code", NEW."diag_icd10", NEW."diag_role", NEW."id", NEW."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."run_id", NEW."source_ref", NEW."updated_at", NEW."version"); RETURN NULL;',
                    hash="2db4b8e2a89b0c5f81f6678ac4aa19010746acad",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0df5c",
                    table="registry_diagnosis",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="diagnosis",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "registry_diagnosisevent" ("center_id", "diag_code", "diag_icd10", "diag_role", "id", "notes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "run_id", "source_ref", "updated_at", "version") VALUES (NEW."center_id", NEW."diag_code", NEW."diag_icd10", NEW."diag_role", NEW."id", NEW."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."run_id", NEW."source_ref", NEW."updated_at", NEW."version"); RETURN NULL;',
                    hash="46a2522391038fca131885bd73b172ae18e844d6",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1f7f6",
                    table="registry_diagnosis",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="diagnosis",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_diagnosisevent" ("center_id", "diag_code", "diag_icd10", "diag_role", "id", "notes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "run_id", "source_ref", "updated_at", "version") VALUES (OLD."center_id", OLD."diag_code", OLD."diag_icd10", OLD."diag_role", OLD."id", OLD."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."run_id", OLD."source_ref", OLD."updated_at", OLD."version"); RETURN NULL;',
                    hash="3d45ef2eaccb9c878ad8fa4fcbe4453cf3280430",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_df44a",
                    table="registry_diagnosis",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="modesegment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_modesegmentevent" ("center_id", "id", "notes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "run_id", "segment_mode", "segment_reason", "segment_start_at", "segment_stop_at", "source_ref", "updated_at", "version") VALUES (NEW."center_id", NEW."id", NEW."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."run_id", NEW."segment_mode", NEW."segment_reason", NEW."segment_start_at", NEW."segment_stop_at", NEW."source_ref", NEW."updated_at", NEW."version"); RETURN NULL;',
                    hash="413dea5cb7282e7ad8696d6bc6ebac613dff4cca",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b84eb",
                    table="registry_modesegment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="modesegment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "registry_modesegmentevent" ("center_id", "id", "notes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "run_id", "segment_mode", "segment_reason", "segment_start_at", "segment_stop_at", "source_ref", "updated_at", "version") VALUES (NEW."center_id", NEW."id", NEW."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."run_id", NEW."segment_mode", NEW."segment_reason", NEW."segment_start_at", NEW."segment_stop_at", NEW."source_ref", NEW."updated_at", NEW."version"); RETURN NULL;',
                    hash="66b4969e1a73b0c559d400eff5760dbfc8ae3fe2",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9c768",
                    table="registry_modesegment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="modesegment",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_modesegmentevent" ("center_id", "id", "notes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "run_id", "segment_mode", "segment_reason", "segment_start_at", "segment_stop_at", "source_ref", "updated_at", "version") VALUES (OLD."center_id", OLD."id", OLD."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."run_id", OLD."segment_mode", OLD."segment_reason", OLD."segment_start_at", OLD."segment_stop_at", OLD."source_ref", OLD."updated_at", OLD."version"); RETURN NULL;',
                    hash="e9f26f5c9e24d4f706c5710306d6406db1f11086",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_73493",
                    table="registry_modesegment",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="patientkey",
            name="center",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="centers.center",
                verbose_name="center",
            ),
        ),
        migrations.AddField(
            model_name="perinatalevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="registry.perinatal",
            ),
        ),
        migrations.AddField(
            model_name="perinatal",
            name="center",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="centers.center",
                verbose_name="center",
            ),
        ),
        migrations.AddConstraint(
            model_name="patient",
            constraint=models.UniqueConstraint(
                condition=models.Q(("document_hash", ""), _negated=True),
                fields=("center", "document_hash"),
                name="patient_once_per_center_and_document",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="patient",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_patientevent" ("birth_date", "birth_time", "center_id", "contact_relation", "document_hash", "education_years", "ethnicity", "id", "id_document_type", "notes", "number", "person_key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "residence_province", "sex", "source_ref", "updated_at", "version") VALUES (NEW."birth_date", NEW."birth_time", NEW."center_id", NEW."contact_relation", NEW."document_hash", NEW."education_years", NEW."ethnicity", NEW."id", NEW."id_document_type", NEW."notes", NEW."number", NEW."person_key", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."residence_province", NEW."sex", NEW."source_ref", NEW."updated_at", NEW."version"); RETURN NULL;',
                    hash="3b439603fa0dc2d90be3b61a2382caf670bcfaaf",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_2136b",
                    table="registry_patient",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="patient",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "registry_patientevent" ("birth_date", "birth_time", "center_id", "contact_relation", "document_hash", "education_years", "ethnicity", "id", "id_document_type", "notes", "number", "person_key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "residence_province", "sex", "source_ref", "updated_at", "version") VALUES (NEW."birth_date", NEW."birth_time", NEW."center_id", NEW."contact_relation", NEW."document_hash", NEW."education_years", NEW."ethnicity", NEW."id", NEW."id_document_type", NEW."notes", NEW."number", NEW."person_key", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."residence_province", NEW."sex", NEW."source_ref", NEW."updated_at", NEW."version"); RETURN NULL;',
                    hash="b383d74b75a4e5b3e78ae73cba3a706eb5c4894e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7fa5d",
                    table="registry_patient",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="patient",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_patientevent" ("birth_date", "birth_time", "center_id", "contact_relation", "document_hash", "education_years", "ethnicity", "id", "id_document_type", "notes", "number", "person_key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "residence_province", "sex", "source_ref", "updated_at", "version") VALUES (OLD."birth_date", OLD."birth_time", OLD."center_id", OLD."contact_relation", OLD."document_hash", OLD."education_years", OLD."ethnicity", OLD."id", OLD."id_document_type", OLD."notes", OLD."number", OLD."person_key", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."residence_province", OLD."sex", OLD."source_ref", OLD."updated_at", OLD."version"); RETURN NULL;',
                    hash="3f8e5f4f2bc13faaebd17ef63c3cf03dd4309278",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_02d42",
                    table="registry_patient",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="identifier",
            index=models.Index(fields=["center", "kind", "lookup"], name="identifier_lookup"),
        ),
        migrations.AddConstraint(
            model_name="identifier",
            constraint=models.UniqueConstraint(
                fields=("patient", "case", "kind"), name="identifier_once", nulls_distinct=False
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="identifier",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_identifierevent" ("case_id", "center_id", "id", "kind", "lookup", "patient_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sealed") VALUES (NEW."case_id", NEW."center_id", NEW."id", NEW."kind", NEW."lookup", NEW."patient_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."sealed"); RETURN NULL;',
                    hash="35981f2964bf328cb8bf604657f0de752533b53b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_62d9d",
                    table="registry_identifier",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="identifier",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "registry_identifierevent" ("case_id", "center_id", "id", "kind", "lookup", "patient_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sealed") VALUES (NEW."case_id", NEW."center_id", NEW."id", NEW."kind", NEW."lookup", NEW."patient_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."sealed"); RETURN NULL;',
                    hash="64ae4458f8841e8d6e15fd05e02946a17c6e60b4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0b9e7",
                    table="registry_identifier",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="identifier",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_identifierevent" ("case_id", "center_id", "id", "kind", "lookup", "patient_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sealed") VALUES (OLD."case_id", OLD."center_id", OLD."id", OLD."kind", OLD."lookup", OLD."patient_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."sealed"); RETURN NULL;',
                    hash="dd3cb3416285e85def610a72f686539e5b1dfc5d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_bed94",
                    table="registry_identifier",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["center", "state", "-created_at"], name="case_center_state"),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["state", "submitted_at"], name="case_review_queue"),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.UniqueConstraint(
                condition=models.Q(("source_ref", ""), _negated=True),
                fields=("center", "source_ref"),
                name="case_once_per_source_ref",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_caseevent" ("accepted_at", "accepted_by_id", "center_id", "created_at", "created_by_id", "dictionary_version", "id", "number", "patient_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewer_id", "reviewer_since", "source_ref", "state", "state_changed_at", "submissions_count", "submitted_at", "submitted_by_id", "withdrawn_at") VALUES (NEW."accepted_at", NEW."accepted_by_id", NEW."center_id", NEW."created_at", NEW."created_by_id", NEW."dictionary_version", NEW."id", NEW."number", NEW."patient_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reviewer_id", NEW."reviewer_since", NEW."source_ref", NEW."state", NEW."state_changed_at", NEW."submissions_count", NEW."submitted_at", NEW."submitted_by_id", NEW."withdrawn_at"); RETURN NULL;',
                    hash="1d6ff776e75250087d6bb4a4a797e31aa463dcd1",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_09bb1",
                    table="registry_case",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "registry_caseevent" ("accepted_at", "accepted_by_id", "center_id", "created_at", "created_by_id", "dictionary_version", "id", "number", "patient_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewer_id", "reviewer_since", "source_ref", "state", "state_changed_at", "submissions_count", "submitted_at", "submitted_by_id", "withdrawn_at") VALUES (NEW."accepted_at", NEW."accepted_by_id", NEW."center_id", NEW."created_at", NEW."created_by_id", NEW."dictionary_version", NEW."id", NEW."number", NEW."patient_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reviewer_id", NEW."reviewer_since", NEW."source_ref", NEW."state", NEW."state_changed_at", NEW."submissions_count", NEW."submitted_at", NEW."submitted_by_id", NEW."withdrawn_at"); RETURN NULL;',
                    hash="3f05beb314a66bbe7cf87f1b0a7b1d71ae6c0f55",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6296b",
                    table="registry_case",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_caseevent" ("accepted_at", "accepted_by_id", "center_id", "created_at", "created_by_id", "dictionary_version", "id", "number", "patient_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewer_id", "reviewer_since", "source_ref", "state", "state_changed_at", "submissions_count", "submitted_at", "submitted_by_id", "withdrawn_at") VALUES (OLD."accepted_at", OLD."accepted_by_id", OLD."center_id", OLD."created_at", OLD."created_by_id", OLD."dictionary_version", OLD."id", OLD."number", OLD."patient_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reviewer_id", OLD."reviewer_since", OLD."source_ref", OLD."state", OLD."state_changed_at", OLD."submissions_count", OLD."submitted_at", OLD."submitted_by_id", OLD."withdrawn_at"); RETURN NULL;',
                    hash="3e684da3bf3991bd04e3e82274dcfdc80ff1f64d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0b012",
                    table="registry_case",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="serial",
            constraint=models.UniqueConstraint(fields=("center", "kind", "year"), name="serial_once"),
        ),
        migrations.AddConstraint(
            model_name="submission",
            constraint=models.UniqueConstraint(fields=("case", "version"), name="submission_version_once"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewnote",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_reviewnoteevent" ("at", "by_id", "case_id", "center_id", "id", "kind", "message", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "submission_id") VALUES (NEW."at", NEW."by_id", NEW."case_id", NEW."center_id", NEW."id", NEW."kind", NEW."message", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."submission_id"); RETURN NULL;',
                    hash="00a20805e2f34563d24e37d1cc26c83d62cafe71",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7af28",
                    table="registry_reviewnote",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewnote",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "registry_reviewnoteevent" ("at", "by_id", "case_id", "center_id", "id", "kind", "message", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "submission_id") VALUES (NEW."at", NEW."by_id", NEW."case_id", NEW."center_id", NEW."id", NEW."kind", NEW."message", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."submission_id"); RETURN NULL;',
                    hash="16722fbc97b4b3904afb39b1e9f16dbec276082e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_05dfa",
                    table="registry_reviewnote",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewnote",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_reviewnoteevent" ("at", "by_id", "case_id", "center_id", "id", "kind", "message", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "submission_id") VALUES (OLD."at", OLD."by_id", OLD."case_id", OLD."center_id", OLD."id", OLD."kind", OLD."message", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."submission_id"); RETURN NULL;',
                    hash="a4a5b9595ef10ce8bb653d7b845826da096c6bbf",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e02ac",
                    table="registry_reviewnote",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="admission",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_admissionevent" ("admission_at", "admission_source", "baseline_cpc", "baseline_frailty", "baseline_independent", "baseline_pcpc", "baseline_popc", "blood_group", "case_id", "center_id", "ckd_stage", "comorbidities", "data_consent", "icu_admission_at", "notes", "payer", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_cardiac_surgery", "referring_hospital", "smoking", "transferred_in_ecls_start_at", "transport_distance_km", "transport_mode", "updated_at", "version") VALUES (NEW."admission_at", NEW."admission_source", NEW."baseline_cpc", NEW."baseline_frailty", NEW."baseline_independent", NEW."baseline_pcpc", NEW."baseline_popc", NEW."blood_group", NEW."case_id", NEW."center_id", NEW."ckd_stage", NEW."comorbidities", NEW."data_consent", NEW."icu_admission_at", NEW."notes", NEW."payer", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."case_id", NEW."previous_cardiac_surgery", NEW."referring_hospital", NEW."smoking", NEW."transferred_in_ecls_start_at", NEW."transport_distance_km", NEW."transport_mode", NEW."updated_at", NEW."version"); RETURN NULL;',
                    hash="4502e2c427428b9180d7d98039bc664a63b448dd",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ce25a",
                    table="registry_admission",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="admission",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "registry_admissionevent" ("admission_at", "admission_source", "baseline_cpc", "baseline_frailty", "baseline_independent", "baseline_pcpc", "baseline_popc", "blood_group", "case_id", "center_id", "ckd_stage", "comorbidities", "data_consent", "icu_admission_at", "notes", "payer", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_cardiac_surgery", "referring_hospital", "smoking", "transferred_in_ecls_start_at", "transport_distance_km", "transport_mode", "updated_at", "version") VALUES (NEW."admission_at", NEW."admission_source", NEW."baseline_cpc", NEW."baseline_frailty", NEW."baseline_independent", NEW."baseline_pcpc", NEW."baseline_popc", NEW."blood_group", NEW."case_id", NEW."center_id", NEW."ckd_stage", NEW."comorbidities", NEW."data_consent", NEW."icu_admission_at", NEW."notes", NEW."payer", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."case_id", NEW."previous_cardiac_surgery", NEW."referring_hospital", NEW."smoking", NEW."transferred_in_ecls_start_at", NEW."transport_distance_km", NEW."transport_mode", NEW."updated_at", NEW."version"); RETURN NULL;',
                    hash="658ce2319e695682821393473385c3a626e90afa",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9a864",
                    table="registry_admission",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="admission",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_admissionevent" ("admission_at", "admission_source", "baseline_cpc", "baseline_frailty", "baseline_independent", "baseline_pcpc", "baseline_popc", "blood_group", "case_id", "center_id", "ckd_stage", "comorbidities", "data_consent", "icu_admission_at", "notes", "payer", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_cardiac_surgery", "referring_hospital", "smoking", "transferred_in_ecls_start_at", "transport_distance_km", "transport_mode", "updated_at", "version") VALUES (OLD."admission_at", OLD."admission_source", OLD."baseline_cpc", OLD."baseline_frailty", OLD."baseline_independent", OLD."baseline_pcpc", OLD."baseline_popc", OLD."blood_group", OLD."case_id", OLD."center_id", OLD."ckd_stage", OLD."comorbidities", OLD."data_consent", OLD."icu_admission_at", OLD."notes", OLD."payer", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."case_id", OLD."previous_cardiac_surgery", OLD."referring_hospital", OLD."smoking", OLD."transferred_in_ecls_start_at", OLD."transport_distance_km", OLD."transport_mode", OLD."updated_at", OLD."version"); RETURN NULL;',
                    hash="92547fd39e5089bbd78f6c4e794feca42c887b39",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c5b3c",
                    table="registry_admission",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="hospitaloutcome",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_hospitaloutcomeevent" ("alive_30d_known", "autopsy", "brain_death_declared", "case_id", "center_id", "cpc_discharge", "death_at", "death_cause", "death_cause_icd10", "death_place", "died", "discharge_at", "discharge_hospital", "discharge_status", "extubated_at", "extubation_status", "icu_discharge_at", "mrs_discharge", "notes", "organ_donor", "pcpc_discharge", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "popc_discharge", "rrt_at_discharge", "total_cost_cny", "updated_at", "ventilation_days", "version", "withdrawal_of_support", "withdrawal_reason_financial") VALUES (NEW."alive_30d_known", NEW."autopsy", NEW."brain_death_declared", NEW."case_id", NEW."center_id", NEW."cpc_discharge", NEW."death_at", NEW."death_cause", NEW."death_cause_icd10", NEW."death_place", NEW."died", NEW."discharge_at", NEW."discharge_hospital", NEW."discharge_status", NEW."extubated_at", NEW."extubation_status", NEW."icu_discharge_at", NEW."mrs_discharge", NEW."notes", NEW."organ_donor", NEW."pcpc_discharge", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."case_id", NEW."popc_discharge", NEW."rrt_at_discharge", NEW."total_cost_cny", NEW."updated_at", NEW."ventilation_days", NEW."version", NEW."withdrawal_of_support", NEW."withdrawal_reason_financial"); RETURN NULL;',
                    hash="2229e8c0f7f9cda48ae28d306c33015580d6f521",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_be644",
                    table="registry_hospitaloutcome",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="hospitaloutcome",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "registry_hospitaloutcomeevent" ("alive_30d_known", "autopsy", "brain_death_declared", "case_id", "center_id", "cpc_discharge", "death_at", "death_cause", "death_cause_icd10", "death_place", "died", "discharge_at", "discharge_hospital", "discharge_status", "extubated_at", "extubation_status", "icu_discharge_at", "mrs_discharge", "notes", "organ_donor", "pcpc_discharge", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "popc_discharge", "rrt_at_discharge", "total_cost_cny", "updated_at", "ventilation_days", "version", "withdrawal_of_support", "withdrawal_reason_financial") VALUES (NEW."alive_30d_known", NEW."autopsy", NEW."brain_death_declared", NEW."case_id", NEW."center_id", NEW."cpc_discharge", NEW."death_at", NEW."death_cause", NEW."death_cause_icd10", NEW."death_place", NEW."died", NEW."discharge_at", NEW."discharge_hospital", NEW."discharge_status", NEW."extubated_at", NEW."extubation_status", NEW."icu_discharge_at", NEW."mrs_discharge", NEW."notes", NEW."organ_donor", NEW."pcpc_discharge", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."case_id", NEW."popc_discharge", NEW."rrt_at_discharge", NEW."total_cost_cny", NEW."updated_at", NEW."ventilation_days", NEW."version", NEW."withdrawal_of_support", NEW."withdrawal_reason_financial"); RETURN NULL;',
                    hash="e83cbd777160f18e28a05ef063ce54eba7372d72",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9243b",
                    table="registry_hospitaloutcome",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="hospitaloutcome",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_hospitaloutcomeevent" ("alive_30d_known", "autopsy", "brain_death_declared", "case_id", "center_id", "cpc_discharge", "death_at", "death_cause", "death_cause_icd10", "death_place", "died", "discharge_at", "discharge_hospital", "discharge_status", "extubated_at", "extubation_status", "icu_discharge_at", "mrs_discharge", "notes", "organ_donor", "pcpc_discharge", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "popc_discharge", "rrt_at_discharge", "total_cost_cny", "updated_at", "ventilation_days", "version", "withdrawal_of_support", "withdrawal_reason_financial") VALUES (OLD."alive_30d_known", OLD."autopsy", OLD."brain_death_declared", OLD."case_id", OLD."center_id", OLD."cpc_discharge", OLD."death_at", OLD."death_cause", OLD."death_cause_icd10", OLD."death_place", OLD."died", OLD."discharge_at", OLD."discharge_hospital", OLD."discharge_status", OLD."extubated_at", OLD."extubation_status", OLD."icu_discharge_at", OLD."mrs_discharge", OLD."notes", OLD."organ_donor", OLD."pcpc_discharge", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."case_id", OLD."popc_discharge", OLD."rrt_at_discharge", OLD."total_cost_cny", OLD."updated_at", OLD."ventilation_days", OLD."version", OLD."withdrawal_of_support", OLD."withdrawal_reason_financial"); RETURN NULL;',
                    hash="60733980971d5e0a8a881652d6398fac7c9c3e93",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_44dc9",
                    table="registry_hospitaloutcome",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="baseline",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_baselineevent" ("cdh_repair_timing", "cdh_side", "center_id", "cns_dysfunction_history", "covid_status", "height_cm", "immunocompromised", "injury_severity_score", "notes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pregnancy_status", "pregnancy_weeks", "run_id", "trauma_mechanism", "trauma_related", "updated_at", "version", "weight_estimated", "weight_kg") VALUES (NEW."cdh_repair_timing", NEW."cdh_side", NEW."center_id", NEW."cns_dysfunction_history", NEW."covid_status", NEW."height_cm", NEW."immunocompromised", NEW."injury_severity_score", NEW."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."run_id", NEW."pregnancy_status", NEW."pregnancy_weeks", NEW."run_id", NEW."trauma_mechanism", NEW."trauma_related", NEW."updated_at", NEW."version", NEW."weight_estimated", NEW."weight_kg"); RETURN NULL;',
                    hash="f5dd4f9eaf90c3d717388daf31bed22aa7bba697",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_dbbc6",
                    table="registry_baseline",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="baseline",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "registry_baselineevent" ("cdh_repair_timing", "cdh_side", "center_id", "cns_dysfunction_history", "covid_status", "height_cm", "immunocompromised", "injury_severity_score", "notes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pregnancy_status", "pregnancy_weeks", "run_id", "trauma_mechanism", "trauma_related", "updated_at", "version", "weight_estimated", "weight_kg") VALUES (NEW."cdh_repair_timing", NEW."cdh_side", NEW."center_id", NEW."cns_dysfunction_history", NEW."covid_status", NEW."height_cm", NEW."immunocompromised", NEW."injury_severity_score", NEW."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."run_id", NEW."pregnancy_status", NEW."pregnancy_weeks", NEW."run_id", NEW."trauma_mechanism", NEW."trauma_related", NEW."updated_at", NEW."version", NEW."weight_estimated", NEW."weight_kg"); RETURN NULL;',
                    hash="1e0a67f319c080f6c7ba680569d41b8a1d7d3ef9",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_89f18",
                    table="registry_baseline",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="baseline",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_baselineevent" ("cdh_repair_timing", "cdh_side", "center_id", "cns_dysfunction_history", "covid_status", "height_cm", "immunocompromised", "injury_severity_score", "notes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pregnancy_status", "pregnancy_weeks", "run_id", "trauma_mechanism", "trauma_related", "updated_at", "version", "weight_estimated", "weight_kg") VALUES (OLD."cdh_repair_timing", OLD."cdh_side", OLD."center_id", OLD."cns_dysfunction_history", OLD."covid_status", OLD."height_cm", OLD."immunocompromised", OLD."injury_severity_score", OLD."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."run_id", OLD."pregnancy_status", OLD."pregnancy_weeks", OLD."run_id", OLD."trauma_mechanism", OLD."trauma_related", OLD."updated_at", OLD."version", OLD."weight_estimated", OLD."weight_kg"); RETURN NULL;',
                    hash="9cd365e8621f2ef0e211b71629785baa455c62d2",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d8f07",
                    table="registry_baseline",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="course",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_courseevent" ("antithrombin_used", "center_id", "coronary_angiography", "cryo_units", "fibrinogen_g", "notes", "pci_performed", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plasma_ml", "platelet_doses", "prone_on_ecls", "rbc_units", "run_id", "surgery_on_ecls", "tracheostomy_on_ecls", "updated_at", "version") VALUES (NEW."antithrombin_used", NEW."center_id", NEW."coronary_angiography", NEW."cryo_units", NEW."fibrinogen_g", NEW."notes", NEW."pci_performed", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."run_id", NEW."plasma_ml", NEW."platelet_doses", NEW."prone_on_ecls", NEW."rbc_units", NEW."run_id", NEW."surgery_on_ecls", NEW."tracheostomy_on_ecls", NEW."updated_at", NEW."version"); RETURN NULL;',
                    hash="d71a7a0bfc21201b57634b280938b3208517cc39",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a846f",
                    table="registry_course",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="course",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "registry_courseevent" ("antithrombin_used", "center_id", "coronary_angiography", "cryo_units", "fibrinogen_g", "notes", "pci_performed", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plasma_ml", "platelet_doses", "prone_on_ecls", "rbc_units", "run_id", "surgery_on_ecls", "tracheostomy_on_ecls", "updated_at", "version") VALUES (NEW."antithrombin_used", NEW."center_id", NEW."coronary_angiography", NEW."cryo_units", NEW."fibrinogen_g", NEW."notes", NEW."pci_performed", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."run_id", NEW."plasma_ml", NEW."platelet_doses", NEW."prone_on_ecls", NEW."rbc_units", NEW."run_id", NEW."surgery_on_ecls", NEW."tracheostomy_on_ecls", NEW."updated_at", NEW."version"); RETURN NULL;',
                    hash="b12e7fd24855969033cf4d8196f4d42dea8094e7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9ffb1",
                    table="registry_course",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="course",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_courseevent" ("antithrombin_used", "center_id", "coronary_angiography", "cryo_units", "fibrinogen_g", "notes", "pci_performed", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plasma_ml", "platelet_doses", "prone_on_ecls", "rbc_units", "run_id", "surgery_on_ecls", "tracheostomy_on_ecls", "updated_at", "version") VALUES (OLD."antithrombin_used", OLD."center_id", OLD."coronary_angiography", OLD."cryo_units", OLD."fibrinogen_g", OLD."notes", OLD."pci_performed", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."run_id", OLD."plasma_ml", OLD."platelet_doses", OLD."prone_on_ecls", OLD."rbc_units", OLD."run_id", OLD."surgery_on_ecls", OLD."tracheostomy_on_ecls", OLD."updated_at", OLD."version"); RETURN NULL;',
                    hash="d033db8d00f594c65fec0a7dcc7ea87b89f04c81",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_5b611",
                    table="registry_course",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="weaning",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_weaningevent" ("alive_24h_after_stop", "alive_48h_after_stop", "center_id", "ecls_restarted", "first_wean_trial_at", "last_wean_result", "notes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "restart_within_24h", "run_id", "transplant_at", "transplant_type", "updated_at", "vad_after", "vad_at", "version", "wean_lvef", "wean_lvot_vti", "wean_tapse", "wean_trials") VALUES (NEW."alive_24h_after_stop", NEW."alive_48h_after_stop", NEW."center_id", NEW."ecls_restarted", NEW."first_wean_trial_at", NEW."last_wean_result", NEW."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."run_id", NEW."restart_within_24h", NEW."run_id", NEW."transplant_at", NEW."transplant_type", NEW."updated_at", NEW."vad_after", NEW."vad_at", NEW."version", NEW."wean_lvef", NEW."wean_lvot_vti", NEW."wean_tapse", NEW."wean_trials"); RETURN NULL;',
                    hash="802be2255f02b728dfe757acf894a041cd9e719a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_be78e",
                    table="registry_weaning",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="weaning",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "registry_weaningevent" ("alive_24h_after_stop", "alive_48h_after_stop", "center_id", "ecls_restarted", "first_wean_trial_at", "last_wean_result", "notes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "restart_within_24h", "run_id", "transplant_at", "transplant_type", "updated_at", "vad_after", "vad_at", "version", "wean_lvef", "wean_lvot_vti", "wean_tapse", "wean_trials") VALUES (NEW."alive_24h_after_stop", NEW."alive_48h_after_stop", NEW."center_id", NEW."ecls_restarted", NEW."first_wean_trial_at", NEW."last_wean_result", NEW."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."run_id", NEW."restart_within_24h", NEW."run_id", NEW."transplant_at", NEW."transplant_type", NEW."updated_at", NEW."vad_after", NEW."vad_at", NEW."version", NEW."wean_lvef", NEW."wean_lvot_vti", NEW."wean_tapse", NEW."wean_trials"); RETURN NULL;',
                    hash="fec374806ec017bf02e7a6676b61a9e1482ff216",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b67fd",
                    table="registry_weaning",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="weaning",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_weaningevent" ("alive_24h_after_stop", "alive_48h_after_stop", "center_id", "ecls_restarted", "first_wean_trial_at", "last_wean_result", "notes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "restart_within_24h", "run_id", "transplant_at", "transplant_type", "updated_at", "vad_after", "vad_at", "version", "wean_lvef", "wean_lvot_vti", "wean_tapse", "wean_trials") VALUES (OLD."alive_24h_after_stop", OLD."alive_48h_after_stop", OLD."center_id", OLD."ecls_restarted", OLD."first_wean_trial_at", OLD."last_wean_result", OLD."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."run_id", OLD."restart_within_24h", OLD."run_id", OLD."transplant_at", OLD."transplant_type", OLD."updated_at", OLD."vad_after", OLD."vad_at", OLD."version", OLD."wean_lvef", OLD."wean_lvot_vti", OLD."wean_tapse", OLD."wean_trials"); RETURN NULL;',
                    hash="45c2acd90307503762075e2f35f180b4447a8116",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f79e5",
                    table="registry_weaning",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="perinatal",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_perinatalevent" ("apgar_1", "apgar_10", "apgar_5", "birth_weight_g", "center_id", "delivery_mode", "gestational_age_days", "gestational_age_weeks", "multiple_birth", "notes", "patient_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at", "version") VALUES (NEW."apgar_1", NEW."apgar_10", NEW."apgar_5", NEW."birth_weight_g", NEW."center_id", NEW."delivery_mode", NEW."gestational_age_days", NEW."gestational_age_weeks", NEW."multiple_birth", NEW."notes", NEW."patient_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."patient_id", NEW."updated_at", NEW."version"); RETURN NULL;',
                    hash="02ede45487b89dd2a6bfe7c2d5dc02e39a7431d0",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_39fcc",
                    table="registry_perinatal",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="perinatal",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "registry_perinatalevent" ("apgar_1", "apgar_10", "apgar_5", "birth_weight_g", "center_id", "delivery_mode", "gestational_age_days", "gestational_age_weeks", "multiple_birth", "notes", "patient_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at", "version") VALUES (NEW."apgar_1", NEW."apgar_10", NEW."apgar_5", NEW."birth_weight_g", NEW."center_id", NEW."delivery_mode", NEW."gestational_age_days", NEW."gestational_age_weeks", NEW."multiple_birth", NEW."notes", NEW."patient_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."patient_id", NEW."updated_at", NEW."version"); RETURN NULL;',
                    hash="43c2b8c468f158df3abc1b620fbf870e2e04e8f9",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2ca6c",
                    table="registry_perinatal",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="perinatal",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_perinatalevent" ("apgar_1", "apgar_10", "apgar_5", "birth_weight_g", "center_id", "delivery_mode", "gestational_age_days", "gestational_age_weeks", "multiple_birth", "notes", "patient_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at", "version") VALUES (OLD."apgar_1", OLD."apgar_10", OLD."apgar_5", OLD."birth_weight_g", OLD."center_id", OLD."delivery_mode", OLD."gestational_age_days", OLD."gestational_age_weeks", OLD."multiple_birth", OLD."notes", OLD."patient_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."patient_id", OLD."updated_at", OLD."version"); RETURN NULL;',
                    hash="9a86590652cf2d2bb5b8a966b5d3ec36c63de8e5",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_651a7",
                    table="registry_perinatal",
                    when="AFTER",
                ),
            ),
        ),
    ]
