import django.db.models.deletion
import django.db.models.expressions
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("centers", "0004_center_year_scope"),
        ("registry", "0002_walls"),
    ]

    operations = [
        migrations.CreateModel(
            name="FollowUp",
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
                ("source_ref", models.CharField(blank=True, default="", max_length=100)),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                ("fu_window", models.CharField(max_length=12)),
                ("fu_year", models.IntegerField(blank=True, null=True)),
                ("fu_date", models.DateField(blank=True, null=True)),
                ("fu_method", models.SmallIntegerField(blank=True, null=True)),
                ("fu_respondent", models.SmallIntegerField(blank=True, null=True)),
                ("fu_vital_status", models.SmallIntegerField(blank=True, null=True)),
                ("fu_death_date", models.DateField(blank=True, null=True)),
                ("fu_death_cause", models.SmallIntegerField(blank=True, null=True)),
                ("fu_last_known_alive", models.DateField(blank=True, null=True)),
                ("fu_residence", models.SmallIntegerField(blank=True, null=True)),
                ("fu_work_status", models.SmallIntegerField(blank=True, null=True)),
                ("fu_return_work_date", models.DateField(blank=True, null=True)),
                ("fu_readmissions", models.IntegerField(blank=True, null=True)),
                ("fu_dialysis", models.SmallIntegerField(blank=True, null=True)),
                ("fu_home_oxygen", models.SmallIntegerField(blank=True, null=True)),
                ("fu_home_ventilation", models.SmallIntegerField(blank=True, null=True)),
                ("fu_transplant", models.SmallIntegerField(blank=True, null=True)),
                ("fu_vad", models.SmallIntegerField(blank=True, null=True)),
                ("fu_limb_amputation", models.SmallIntegerField(blank=True, null=True)),
                ("fu_mrs", models.SmallIntegerField(blank=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="follow_ups",
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
                    "recorded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "outcomes_followup",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("fu_window", "YN"), ("fu_year__isnull", False)),
                            models.Q(models.Q(("fu_window", "YN"), _negated=True), ("fu_year__isnull", True)),
                            _connector="OR",
                        ),
                        name="follow_up_year_of_later_contact",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"fu_window\" IS NULL THEN (notes #> '{missing,fu_window}') IS NULL OR (notes #> '{rejected,fu_window}') IS NULL ELSE \"fu_window\" IN ('DIS', 'D30', 'D90', 'D180', 'Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'YN') AND (notes #> '{missing,fu_window}') IS NULL AND (notes #> '{rejected,fu_window}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="followup_fu_window_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"fu_year\" IS NULL THEN (notes #> '{missing,fu_year}') IS NULL OR (notes #> '{rejected,fu_year}') IS NULL ELSE \"fu_year\" BETWEEN 6 AND 99 AND (notes #> '{missing,fu_year}') IS NULL AND (notes #> '{rejected,fu_year}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="followup_fu_year_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"fu_date\" IS NULL THEN (notes #> '{missing,fu_date}') IS NULL OR (notes #> '{rejected,fu_date}') IS NULL ELSE TRUE AND (notes #> '{missing,fu_date}') IS NULL AND (notes #> '{rejected,fu_date}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="followup_fu_date_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"fu_method\" IS NULL THEN (notes #> '{missing,fu_method}') IS NULL OR (notes #> '{rejected,fu_method}') IS NULL ELSE \"fu_method\" IN (1, 2, 3, 4, 5, 6) AND (notes #> '{missing,fu_method}') IS NULL AND (notes #> '{rejected,fu_method}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="followup_fu_method_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"fu_respondent\" IS NULL THEN (notes #> '{missing,fu_respondent}') IS NULL OR (notes #> '{rejected,fu_respondent}') IS NULL ELSE \"fu_respondent\" IN (1, 2, 3) AND (notes #> '{missing,fu_respondent}') IS NULL AND (notes #> '{rejected,fu_respondent}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="followup_fu_respondent_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"fu_vital_status\" IS NULL THEN (notes #> '{missing,fu_vital_status}') IS NULL OR (notes #> '{rejected,fu_vital_status}') IS NULL ELSE \"fu_vital_status\" IN (1, 2, 3, 4) AND (notes #> '{missing,fu_vital_status}') IS NULL AND (notes #> '{rejected,fu_vital_status}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="followup_fu_vital_status_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"fu_death_date\" IS NULL THEN (notes #> '{missing,fu_death_date}') IS NULL OR (notes #> '{rejected,fu_death_date}') IS NULL ELSE TRUE AND (notes #> '{missing,fu_death_date}') IS NULL AND (notes #> '{rejected,fu_death_date}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="followup_fu_death_date_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"fu_death_cause\" IS NULL THEN (notes #> '{missing,fu_death_cause}') IS NULL OR (notes #> '{rejected,fu_death_cause}') IS NULL ELSE \"fu_death_cause\" IN (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 88, 99) AND (notes #> '{missing,fu_death_cause}') IS NULL AND (notes #> '{rejected,fu_death_cause}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="followup_fu_death_cause_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"fu_last_known_alive\" IS NULL THEN (notes #> '{missing,fu_last_known_alive}') IS NULL OR (notes #> '{rejected,fu_last_known_alive}') IS NULL ELSE TRUE AND (notes #> '{missing,fu_last_known_alive}') IS NULL AND (notes #> '{rejected,fu_last_known_alive}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="followup_fu_last_known_alive_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"fu_residence\" IS NULL THEN (notes #> '{missing,fu_residence}') IS NULL OR (notes #> '{rejected,fu_residence}') IS NULL ELSE \"fu_residence\" IN (1, 2, 3, 4, 5, 8) AND (notes #> '{missing,fu_residence}') IS NULL AND (notes #> '{rejected,fu_residence}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="followup_fu_residence_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"fu_work_status\" IS NULL THEN (notes #> '{missing,fu_work_status}') IS NULL OR (notes #> '{rejected,fu_work_status}') IS NULL ELSE \"fu_work_status\" IN (1, 2, 3, 4, 5, 6, 7) AND (notes #> '{missing,fu_work_status}') IS NULL AND (notes #> '{rejected,fu_work_status}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="followup_fu_work_status_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"fu_return_work_date\" IS NULL THEN (notes #> '{missing,fu_return_work_date}') IS NULL OR (notes #> '{rejected,fu_return_work_date}') IS NULL ELSE TRUE AND (notes #> '{missing,fu_return_work_date}') IS NULL AND (notes #> '{rejected,fu_return_work_date}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="followup_fu_return_work_date_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"fu_readmissions\" IS NULL THEN (notes #> '{missing,fu_readmissions}') IS NULL OR (notes #> '{rejected,fu_readmissions}') IS NULL ELSE \"fu_readmissions\" BETWEEN 0 AND 50 AND (notes #> '{missing,fu_readmissions}') IS NULL AND (notes #> '{rejected,fu_readmissions}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="followup_fu_readmissions_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"fu_dialysis\" IS NULL THEN (notes #> '{missing,fu_dialysis}') IS NULL OR (notes #> '{rejected,fu_dialysis}') IS NULL ELSE \"fu_dialysis\" IN (1, 0) AND (notes #> '{missing,fu_dialysis}') IS NULL AND (notes #> '{rejected,fu_dialysis}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="followup_fu_dialysis_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"fu_home_oxygen\" IS NULL THEN (notes #> '{missing,fu_home_oxygen}') IS NULL OR (notes #> '{rejected,fu_home_oxygen}') IS NULL ELSE \"fu_home_oxygen\" IN (1, 0) AND (notes #> '{missing,fu_home_oxygen}') IS NULL AND (notes #> '{rejected,fu_home_oxygen}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="followup_fu_home_oxygen_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"fu_home_ventilation\" IS NULL THEN (notes #> '{missing,fu_home_ventilation}') IS NULL OR (notes #> '{rejected,fu_home_ventilation}') IS NULL ELSE \"fu_home_ventilation\" IN (1, 0) AND (notes #> '{missing,fu_home_ventilation}') IS NULL AND (notes #> '{rejected,fu_home_ventilation}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="followup_fu_home_ventilation_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"fu_transplant\" IS NULL THEN (notes #> '{missing,fu_transplant}') IS NULL OR (notes #> '{rejected,fu_transplant}') IS NULL ELSE \"fu_transplant\" IN (0, 1, 2, 3, 4, 8) AND (notes #> '{missing,fu_transplant}') IS NULL AND (notes #> '{rejected,fu_transplant}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="followup_fu_transplant_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"fu_vad\" IS NULL THEN (notes #> '{missing,fu_vad}') IS NULL OR (notes #> '{rejected,fu_vad}') IS NULL ELSE \"fu_vad\" IN (0, 1, 2, 3, 4, 5, 6) AND (notes #> '{missing,fu_vad}') IS NULL AND (notes #> '{rejected,fu_vad}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="followup_fu_vad_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"fu_limb_amputation\" IS NULL THEN (notes #> '{missing,fu_limb_amputation}') IS NULL OR (notes #> '{rejected,fu_limb_amputation}') IS NULL ELSE \"fu_limb_amputation\" IN (1, 0) AND (notes #> '{missing,fu_limb_amputation}') IS NULL AND (notes #> '{rejected,fu_limb_amputation}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="followup_fu_limb_amputation_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "CASE WHEN \"fu_mrs\" IS NULL THEN (notes #> '{missing,fu_mrs}') IS NULL OR (notes #> '{rejected,fu_mrs}') IS NULL ELSE \"fu_mrs\" IN (0, 1, 2, 3, 4, 5, 6) AND (notes #> '{missing,fu_mrs}') IS NULL AND (notes #> '{rejected,fu_mrs}') IS NULL END",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="followup_fu_mrs_valid",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.expressions.RawSQL(
                            "notes - ARRAY['missing', 'entered', 'rejected', 'reason', 'precision', 'hidden'] = '{}'::jsonb",
                            (),
                            output_field=models.BooleanField(),
                        ),
                        name="followup_notes_valid",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FollowUpEvent",
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
                ("source_ref", models.CharField(blank=True, default="", max_length=100)),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                ("fu_window", models.CharField(max_length=12)),
                ("fu_year", models.IntegerField(blank=True, null=True)),
                ("fu_date", models.DateField(blank=True, null=True)),
                ("fu_method", models.SmallIntegerField(blank=True, null=True)),
                ("fu_respondent", models.SmallIntegerField(blank=True, null=True)),
                ("fu_vital_status", models.SmallIntegerField(blank=True, null=True)),
                ("fu_death_date", models.DateField(blank=True, null=True)),
                ("fu_death_cause", models.SmallIntegerField(blank=True, null=True)),
                ("fu_last_known_alive", models.DateField(blank=True, null=True)),
                ("fu_residence", models.SmallIntegerField(blank=True, null=True)),
                ("fu_work_status", models.SmallIntegerField(blank=True, null=True)),
                ("fu_return_work_date", models.DateField(blank=True, null=True)),
                ("fu_readmissions", models.IntegerField(blank=True, null=True)),
                ("fu_dialysis", models.SmallIntegerField(blank=True, null=True)),
                ("fu_home_oxygen", models.SmallIntegerField(blank=True, null=True)),
                ("fu_home_ventilation", models.SmallIntegerField(blank=True, null=True)),
                ("fu_transplant", models.SmallIntegerField(blank=True, null=True)),
                ("fu_vad", models.SmallIntegerField(blank=True, null=True)),
                ("fu_limb_amputation", models.SmallIntegerField(blank=True, null=True)),
                ("fu_mrs", models.SmallIntegerField(blank=True, null=True)),
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
                        to="outcomes.followup",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="followup",
            constraint=models.UniqueConstraint(
                fields=("case", "fu_window", "fu_year"),
                name="follow_up_once_per_window",
                nulls_distinct=False,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followup",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "outcomes_followupevent" ("case_id", "center_id", "fu_date", "fu_death_cause", "fu_death_date", "fu_dialysis", "fu_home_oxygen", "fu_home_ventilation", "fu_last_known_alive", "fu_limb_amputation", "fu_method", "fu_mrs", "fu_readmissions", "fu_residence", "fu_respondent", "fu_return_work_date", "fu_transplant", "fu_vad", "fu_vital_status", "fu_window", "fu_work_status", "fu_year", "id", "notes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "source_ref", "updated_at", "version") VALUES (NEW."case_id", NEW."center_id", NEW."fu_date", NEW."fu_death_cause", NEW."fu_death_date", NEW."fu_dialysis", NEW."fu_home_oxygen", NEW."fu_home_ventilation", NEW."fu_last_known_alive", NEW."fu_limb_amputation", NEW."fu_method", NEW."fu_mrs", NEW."fu_readmissions", NEW."fu_residence", NEW."fu_respondent", NEW."fu_return_work_date", NEW."fu_transplant", NEW."fu_vad", NEW."fu_vital_status", NEW."fu_window", NEW."fu_work_status", NEW."fu_year", NEW."id", NEW."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."source_ref", NEW."updated_at", NEW."version"); RETURN NULL;',
                    hash="682aeac78392507c552205c4c1725de8ddf8db7a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_cea4e",
                    table="outcomes_followup",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followup",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "outcomes_followupevent" ("case_id", "center_id", "fu_date", "fu_death_cause", "fu_death_date", "fu_dialysis", "fu_home_oxygen", "fu_home_ventilation", "fu_last_known_alive", "fu_limb_amputation", "fu_method", "fu_mrs", "fu_readmissions", "fu_residence", "fu_respondent", "fu_return_work_date", "fu_transplant", "fu_vad", "fu_vital_status", "fu_window", "fu_work_status", "fu_year", "id", "notes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "source_ref", "updated_at", "version") VALUES (NEW."case_id", NEW."center_id", NEW."fu_date", NEW."fu_death_cause", NEW."fu_death_date", NEW."fu_dialysis", NEW."fu_home_oxygen", NEW."fu_home_ventilation", NEW."fu_last_known_alive", NEW."fu_limb_amputation", NEW."fu_method", NEW."fu_mrs", NEW."fu_readmissions", NEW."fu_residence", NEW."fu_respondent", NEW."fu_return_work_date", NEW."fu_transplant", NEW."fu_vad", NEW."fu_vital_status", NEW."fu_window", NEW."fu_work_status", NEW."fu_year", NEW."id", NEW."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."source_ref", NEW."updated_at", NEW."version"); RETURN NULL;',
                    hash="17e13b739f23bd2bc7e40a46fbd752dfc35bb1d0",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e8196",
                    table="outcomes_followup",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followup",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "outcomes_followupevent" ("case_id", "center_id", "fu_date", "fu_death_cause", "fu_death_date", "fu_dialysis", "fu_home_oxygen", "fu_home_ventilation", "fu_last_known_alive", "fu_limb_amputation", "fu_method", "fu_mrs", "fu_readmissions", "fu_residence", "fu_respondent", "fu_return_work_date", "fu_transplant", "fu_vad", "fu_vital_status", "fu_window", "fu_work_status", "fu_year", "id", "notes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "source_ref", "updated_at", "version") VALUES (OLD."case_id", OLD."center_id", OLD."fu_date", OLD."fu_death_cause", OLD."fu_death_date", OLD."fu_dialysis", OLD."fu_home_oxygen", OLD."fu_home_ventilation", OLD."fu_last_known_alive", OLD."fu_limb_amputation", OLD."fu_method", OLD."fu_mrs", OLD."fu_readmissions", OLD."fu_residence", OLD."fu_respondent", OLD."fu_return_work_date", OLD."fu_transplant", OLD."fu_vad", OLD."fu_vital_status", OLD."fu_window", OLD."fu_work_status", OLD."fu_year", OLD."id", OLD."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."source_ref", OLD."updated_at", OLD."version"); RETURN NULL;',
                    hash="b5bb29b2c5567548d66a8efe2197607143f8b13f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d8287",
                    table="outcomes_followup",
                    when="AFTER",
                ),
            ),
        ),
    ]
