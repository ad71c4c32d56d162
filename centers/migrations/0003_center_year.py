import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.expressions
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("centers", "0002_row_security"),
    ]

    operations = [
        migrations.CreateModel(
            name="CenterYear",
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
                ("hospital_level", models.CharField(blank=True, max_length=12, null=True)),
                ("hospital_type", models.SmallIntegerField(blank=True, null=True)),
                ("ownership", models.SmallIntegerField(blank=True, null=True)),
                ("bed_count", models.IntegerField(blank=True, null=True)),
                ("icu_bed_count", models.IntegerField(blank=True, null=True)),
                (
                    "programs",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=12), blank=True, null=True, size=None
                    ),
                ),
                ("elso_member", models.SmallIntegerField(blank=True, null=True)),
                ("elso_center_id", models.CharField(blank=True, max_length=200, null=True)),
                ("csecls_member", models.SmallIntegerField(blank=True, null=True)),
                ("console_count", models.IntegerField(blank=True, null=True)),
                ("team_model", models.SmallIntegerField(blank=True, null=True)),
                ("trained_staff_count", models.IntegerField(blank=True, null=True)),
                ("trained_physician_count", models.IntegerField(blank=True, null=True)),
                ("perfusionist_count", models.IntegerField(blank=True, null=True)),
                ("specialist_nurse_count", models.IntegerField(blank=True, null=True)),
                (
                    "nurse_patient_ratio",
                    models.DecimalField(blank=True, decimal_places=1, max_digits=13, null=True),
                ),
                (
                    "bedside_care",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SmallIntegerField(), blank=True, null=True, size=None
                    ),
                ),
                ("mobile_team", models.SmallIntegerField(blank=True, null=True)),
                ("ecpr_24h", models.SmallIntegerField(blank=True, null=True)),
                ("heart_transplant_center", models.SmallIntegerField(blank=True, null=True)),
                ("lung_transplant_center", models.SmallIntegerField(blank=True, null=True)),
                ("vad_program", models.SmallIntegerField(blank=True, null=True)),
                ("annual_runs", models.IntegerField(blank=True, null=True)),
                ("followup_clinic", models.SmallIntegerField(blank=True, null=True)),
                ("coordinator_name", models.CharField(blank=True, max_length=200, null=True)),
                ("coordinator_phone", models.CharField(blank=True, max_length=200, null=True)),
                ("ethics_approval_no", models.CharField(blank=True, max_length=200, null=True)),
                ("profile_year", models.IntegerField(blank=True, null=True)),
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
                "db_table": "centers_centeryear",
                "ordering": ("-profile_year",),
                "constraints": [
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"hospital_level\" IS NULL THEN (notes #> '{missing,hospital_level}') IS NULL OR (notes #> '{rejected,hospital_level}') IS NULL ELSE \"hospital_level\" IN ('3A', '3B', '3C', '2A', '2B', '9') AND (notes #> '{missing,hospital_level}') IS NULL AND (notes #> '{rejected,hospital_level}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="centeryear_hospital_level_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"hospital_type\" IS NULL THEN (notes #> '{missing,hospital_type}') IS NULL OR (notes #> '{rejected,hospital_type}') IS NULL ELSE \"hospital_type\" IN (1, 2, 3, 4, 5, 6, 7, 8, 9) AND (notes #> '{missing,hospital_type}') IS NULL AND (notes #> '{rejected,hospital_type}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="centeryear_hospital_type_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"ownership\" IS NULL THEN (notes #> '{missing,ownership}') IS NULL OR (notes #> '{rejected,ownership}') IS NULL ELSE \"ownership\" IN (1, 2, 3) AND (notes #> '{missing,ownership}') IS NULL AND (notes #> '{rejected,ownership}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="centeryear_ownership_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"bed_count\" IS NULL THEN (notes #> '{missing,bed_count}') IS NULL OR (notes #> '{rejected,bed_count}') IS NULL ELSE \"bed_count\" BETWEEN 10 AND 15000 AND (notes #> '{missing,bed_count}') IS NULL AND (notes #> '{rejected,bed_count}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="centeryear_bed_count_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"icu_bed_count\" IS NULL THEN (notes #> '{missing,icu_bed_count}') IS NULL OR (notes #> '{rejected,icu_bed_count}') IS NULL ELSE \"icu_bed_count\" BETWEEN 1 AND 1500 AND (notes #> '{missing,icu_bed_count}') IS NULL AND (notes #> '{rejected,icu_bed_count}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="centeryear_icu_bed_count_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"programs\" IS NULL THEN (notes #> '{missing,programs}') IS NULL OR (notes #> '{rejected,programs}') IS NULL ELSE \"programs\" <@ ARRAY['AR', 'AC', 'AE', 'PR', 'PC', 'NR', 'NC', 'TR', 'TX']::varchar[] AND (notes #> '{missing,programs}') IS NULL AND (notes #> '{rejected,programs}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="centeryear_programs_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"elso_member\" IS NULL THEN (notes #> '{missing,elso_member}') IS NULL OR (notes #> '{rejected,elso_member}') IS NULL ELSE \"elso_member\" IN (0, 1, 2) AND (notes #> '{missing,elso_member}') IS NULL AND (notes #> '{rejected,elso_member}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="centeryear_elso_member_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"elso_center_id\" IS NULL THEN (notes #> '{missing,elso_center_id}') IS NULL OR (notes #> '{rejected,elso_center_id}') IS NULL ELSE TRUE AND (notes #> '{missing,elso_center_id}') IS NULL AND (notes #> '{rejected,elso_center_id}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="centeryear_elso_center_id_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"csecls_member\" IS NULL THEN (notes #> '{missing,csecls_member}') IS NULL OR (notes #> '{rejected,csecls_member}') IS NULL ELSE \"csecls_member\" IN (1, 0) AND (notes #> '{missing,csecls_member}') IS NULL AND (notes #> '{rejected,csecls_member}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="centeryear_csecls_member_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"console_count\" IS NULL THEN (notes #> '{missing,console_count}') IS NULL OR (notes #> '{rejected,console_count}') IS NULL ELSE \"console_count\" BETWEEN 0 AND 200 AND (notes #> '{missing,console_count}') IS NULL AND (notes #> '{rejected,console_count}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="centeryear_console_count_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"team_model\" IS NULL THEN (notes #> '{missing,team_model}') IS NULL OR (notes #> '{rejected,team_model}') IS NULL ELSE \"team_model\" IN (1, 2, 3, 4, 5, 8) AND (notes #> '{missing,team_model}') IS NULL AND (notes #> '{rejected,team_model}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="centeryear_team_model_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"trained_staff_count\" IS NULL THEN (notes #> '{missing,trained_staff_count}') IS NULL OR (notes #> '{rejected,trained_staff_count}') IS NULL ELSE \"trained_staff_count\" BETWEEN 0 AND 1000 AND (notes #> '{missing,trained_staff_count}') IS NULL AND (notes #> '{rejected,trained_staff_count}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="centeryear_trained_staff_count_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"trained_physician_count\" IS NULL THEN (notes #> '{missing,trained_physician_count}') IS NULL OR (notes #> '{rejected,trained_physician_count}') IS NULL ELSE \"trained_physician_count\" BETWEEN 0 AND 500 AND (notes #> '{missing,trained_physician_count}') IS NULL AND (notes #> '{rejected,trained_physician_count}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="centeryear_trained_physician_count_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"perfusionist_count\" IS NULL THEN (notes #> '{missing,perfusionist_count}') IS NULL OR (notes #> '{rejected,perfusionist_count}') IS NULL ELSE \"perfusionist_count\" BETWEEN 0 AND 200 AND (notes #> '{missing,perfusionist_count}') IS NULL AND (notes #> '{rejected,perfusionist_count}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="centeryear_perfusionist_count_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"specialist_nurse_count\" IS NULL THEN (notes #> '{missing,specialist_nurse_count}') IS NULL OR (notes #> '{rejected,specialist_nurse_count}') IS NULL ELSE \"specialist_nurse_count\" BETWEEN 0 AND 500 AND (notes #> '{missing,specialist_nurse_count}') IS NULL AND (notes #> '{rejected,specialist_nurse_count}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="centeryear_specialist_nurse_count_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"nurse_patient_ratio\" IS NULL THEN (notes #> '{missing,nurse_patient_ratio}') IS NULL OR (notes #> '{rejected,nurse_patient_ratio}') IS NULL ELSE \"nurse_patient_ratio\" BETWEEN 0.2 AND 4 AND (notes #> '{missing,nurse_patient_ratio}') IS NULL AND (notes #> '{rejected,nurse_patient_ratio}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="centeryear_nurse_patient_ratio_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"bedside_care\" IS NULL THEN (notes #> '{missing,bedside_care}') IS NULL OR (notes #> '{rejected,bedside_care}') IS NULL ELSE \"bedside_care\" <@ ARRAY[1, 2, 3, 4, 5]::smallint[] AND (notes #> '{missing,bedside_care}') IS NULL AND (notes #> '{rejected,bedside_care}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="centeryear_bedside_care_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"mobile_team\" IS NULL THEN (notes #> '{missing,mobile_team}') IS NULL OR (notes #> '{rejected,mobile_team}') IS NULL ELSE \"mobile_team\" IN (1, 0) AND (notes #> '{missing,mobile_team}') IS NULL AND (notes #> '{rejected,mobile_team}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="centeryear_mobile_team_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"ecpr_24h\" IS NULL THEN (notes #> '{missing,ecpr_24h}') IS NULL OR (notes #> '{rejected,ecpr_24h}') IS NULL ELSE \"ecpr_24h\" IN (1, 0) AND (notes #> '{missing,ecpr_24h}') IS NULL AND (notes #> '{rejected,ecpr_24h}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="centeryear_ecpr_24h_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"heart_transplant_center\" IS NULL THEN (notes #> '{missing,heart_transplant_center}') IS NULL OR (notes #> '{rejected,heart_transplant_center}') IS NULL ELSE \"heart_transplant_center\" IN (1, 0) AND (notes #> '{missing,heart_transplant_center}') IS NULL AND (notes #> '{rejected,heart_transplant_center}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="centeryear_heart_transplant_center_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"lung_transplant_center\" IS NULL THEN (notes #> '{missing,lung_transplant_center}') IS NULL OR (notes #> '{rejected,lung_transplant_center}') IS NULL ELSE \"lung_transplant_center\" IN (1, 0) AND (notes #> '{missing,lung_transplant_center}') IS NULL AND (notes #> '{rejected,lung_transplant_center}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="centeryear_lung_transplant_center_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"vad_program\" IS NULL THEN (notes #> '{missing,vad_program}') IS NULL OR (notes #> '{rejected,vad_program}') IS NULL ELSE \"vad_program\" IN (1, 0) AND (notes #> '{missing,vad_program}') IS NULL AND (notes #> '{rejected,vad_program}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="centeryear_vad_program_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"annual_runs\" IS NULL THEN (notes #> '{missing,annual_runs}') IS NULL OR (notes #> '{rejected,annual_runs}') IS NULL ELSE \"annual_runs\" BETWEEN 0 AND 2000 AND (notes #> '{missing,annual_runs}') IS NULL AND (notes #> '{rejected,annual_runs}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="centeryear_annual_runs_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"followup_clinic\" IS NULL THEN (notes #> '{missing,followup_clinic}') IS NULL OR (notes #> '{rejected,followup_clinic}') IS NULL ELSE \"followup_clinic\" IN (1, 0) AND (notes #> '{missing,followup_clinic}') IS NULL AND (notes #> '{rejected,followup_clinic}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="centeryear_followup_clinic_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"coordinator_name\" IS NULL THEN (notes #> '{missing,coordinator_name}') IS NULL OR (notes #> '{rejected,coordinator_name}') IS NULL ELSE TRUE AND (notes #> '{missing,coordinator_name}') IS NULL AND (notes #> '{rejected,coordinator_name}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="centeryear_coordinator_name_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"coordinator_phone\" IS NULL THEN (notes #> '{missing,coordinator_phone}') IS NULL OR (notes #> '{rejected,coordinator_phone}') IS NULL ELSE TRUE AND (notes #> '{missing,coordinator_phone}') IS NULL AND (notes #> '{rejected,coordinator_phone}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="centeryear_coordinator_phone_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"ethics_approval_no\" IS NULL THEN (notes #> '{missing,ethics_approval_no}') IS NULL OR (notes #> '{rejected,ethics_approval_no}') IS NULL ELSE TRUE AND (notes #> '{missing,ethics_approval_no}') IS NULL AND (notes #> '{rejected,ethics_approval_no}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="centeryear_ethics_approval_no_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"profile_year\" IS NULL THEN (notes #> '{missing,profile_year}') IS NULL OR (notes #> '{rejected,profile_year}') IS NULL ELSE \"profile_year\" BETWEEN 2000 AND 2100 AND (notes #> '{missing,profile_year}') IS NULL AND (notes #> '{rejected,profile_year}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="centeryear_profile_year_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "notes - ARRAY['missing', 'entered', 'rejected', 'reason', 'precision', 'hidden'] = '{}'::jsonb",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="centeryear_notes_valid",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CenterYearEvent",
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
                ("hospital_level", models.CharField(blank=True, max_length=12, null=True)),
                ("hospital_type", models.SmallIntegerField(blank=True, null=True)),
                ("ownership", models.SmallIntegerField(blank=True, null=True)),
                ("bed_count", models.IntegerField(blank=True, null=True)),
                ("icu_bed_count", models.IntegerField(blank=True, null=True)),
                (
                    "programs",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=12), blank=True, null=True, size=None
                    ),
                ),
                ("elso_member", models.SmallIntegerField(blank=True, null=True)),
                ("elso_center_id", models.CharField(blank=True, max_length=200, null=True)),
                ("csecls_member", models.SmallIntegerField(blank=True, null=True)),
                ("console_count", models.IntegerField(blank=True, null=True)),
                ("team_model", models.SmallIntegerField(blank=True, null=True)),
                ("trained_staff_count", models.IntegerField(blank=True, null=True)),
                ("trained_physician_count", models.IntegerField(blank=True, null=True)),
                ("perfusionist_count", models.IntegerField(blank=True, null=True)),
                ("specialist_nurse_count", models.IntegerField(blank=True, null=True)),
                (
                    "nurse_patient_ratio",
                    models.DecimalField(blank=True, decimal_places=1, max_digits=13, null=True),
                ),
                (
                    "bedside_care",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SmallIntegerField(), blank=True, null=True, size=None
                    ),
                ),
                ("mobile_team", models.SmallIntegerField(blank=True, null=True)),
                ("ecpr_24h", models.SmallIntegerField(blank=True, null=True)),
                ("heart_transplant_center", models.SmallIntegerField(blank=True, null=True)),
                ("lung_transplant_center", models.SmallIntegerField(blank=True, null=True)),
                ("vad_program", models.SmallIntegerField(blank=True, null=True)),
                ("annual_runs", models.IntegerField(blank=True, null=True)),
                ("followup_clinic", models.SmallIntegerField(blank=True, null=True)),
                ("coordinator_name", models.CharField(blank=True, max_length=200, null=True)),
                ("coordinator_phone", models.CharField(blank=True, max_length=200, null=True)),
                ("ethics_approval_no", models.CharField(blank=True, max_length=200, null=True)),
                ("profile_year", models.IntegerField(blank=True, null=True)),
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
                        to="centers.centeryear",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="centeryear",
            constraint=models.UniqueConstraint(
                fields=("center", "profile_year"), name="profile_once_per_year"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="centeryear",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "centers_centeryearevent" ("annual_runs", "bed_count", "bedside_care", "center_id", "console_count", "coordinator_name", "coordinator_phone", "csecls_member", "ecpr_24h", "elso_center_id", "elso_member", "ethics_approval_no", "followup_clinic", "heart_transplant_center", "hospital_level", "hospital_type", "icu_bed_count", "id", "lung_transplant_center", "mobile_team", "notes", "nurse_patient_ratio", "ownership", "perfusionist_count", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "profile_year", "programs", "specialist_nurse_count", "team_model", "trained_physician_count", "trained_staff_count", "updated_at", "vad_program", "version") VALUES (NEW."annual_runs", NEW."bed_count", NEW."bedside_care", NEW."center_id", NEW."console_count", NEW."coordinator_name", NEW."coordinator_phone", NEW."csecls_member", NEW."ecpr_24h", NEW."elso_center_id", NEW."elso_member", NEW."ethics_approval_no", NEW."followup_clinic", NEW."heart_transplant_center", NEW."hospital_level", NEW."hospital_type", NEW."icu_bed_count", NEW."id", NEW."lung_transplant_center", NEW."mobile_team", NEW."notes", NEW."nurse_patient_ratio", NEW."ownership", NEW."perfusionist_count", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."profile_year", NEW."programs", NEW."specialist_nurse_count", NEW."team_model", NEW."trained_physician_count", NEW."trained_staff_count", NEW."updated_at", NEW."vad_program", NEW."version"); RETURN NULL;',
                    hash="9afe7ee948a423f9fdaf28327c1cfa1cdb2bca2e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_29058",
                    table="centers_centeryear",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="centeryear",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "centers_centeryearevent" ("annual_runs", "bed_count", "bedside_care", "center_id", "console_count", "coordinator_name", "coordinator_phone", "csecls_member", "ecpr_24h", "elso_center_id", "elso_member", "ethics_approval_no", "followup_clinic", "heart_transplant_center", "hospital_level", "hospital_type", "icu_bed_count", "id", "lung_transplant_center", "mobile_team", "notes", "nurse_patient_ratio", "ownership", "perfusionist_count", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "profile_year", "programs", "specialist_nurse_count", "team_model", "trained_physician_count", "trained_staff_count", "updated_at", "vad_program", "version") VALUES (NEW."annual_runs", NEW."bed_count", NEW."bedside_care", NEW."center_id", NEW."console_count", NEW."coordinator_name", NEW."coordinator_phone", NEW."csecls_member", NEW."ecpr_24h", NEW."elso_center_id", NEW."elso_member", NEW."ethics_approval_no", NEW."followup_clinic", NEW."heart_transplant_center", NEW."hospital_level", NEW."hospital_type", NEW."icu_bed_count", NEW."id", NEW."lung_transplant_center", NEW."mobile_team", NEW."notes", NEW."nurse_patient_ratio", NEW."ownership", NEW."perfusionist_count", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."profile_year", NEW."programs", NEW."specialist_nurse_count", NEW."team_model", NEW."trained_physician_count", NEW."trained_staff_count", NEW."updated_at", NEW."vad_program", NEW."version"); RETURN NULL;',
                    hash="4c3b8275cbdf55988979360c95384e7fab83985e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_63e3a",
                    table="centers_centeryear",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="centeryear",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "centers_centeryearevent" ("annual_runs", "bed_count", "bedside_care", "center_id", "console_count", "coordinator_name", "coordinator_phone", "csecls_member", "ecpr_24h", "elso_center_id", "elso_member", "ethics_approval_no", "followup_clinic", "heart_transplant_center", "hospital_level", "hospital_type", "icu_bed_count", "id", "lung_transplant_center", "mobile_team", "notes", "nurse_patient_ratio", "ownership", "perfusionist_count", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "profile_year", "programs", "specialist_nurse_count", "team_model", "trained_physician_count", "trained_staff_count", "updated_at", "vad_program", "version") VALUES (OLD."annual_runs", OLD."bed_count", OLD."bedside_care", OLD."center_id", OLD."console_count", OLD."coordinator_name", OLD."coordinator_phone", OLD."csecls_member", OLD."ecpr_24h", OLD."elso_center_id", OLD."elso_member", OLD."ethics_approval_no", OLD."followup_clinic", OLD."heart_transplant_center", OLD."hospital_level", OLD."hospital_type", OLD."icu_bed_count", OLD."id", OLD."lung_transplant_center", OLD."mobile_team", OLD."notes", OLD."nurse_patient_ratio", OLD."ownership", OLD."perfusionist_count", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."profile_year", OLD."programs", OLD."specialist_nurse_count", OLD."team_model", OLD."trained_physician_count", OLD."trained_staff_count", OLD."updated_at", OLD."vad_program", OLD."version"); RETURN NULL;',
                    hash="a7b0343828ea7c5c27076bbcfaa990a117698929",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d04f1",
                    table="centers_centeryear",
                    when="AFTER",
                ),
            ),
        ),
    ]
