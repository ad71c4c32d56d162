"""Pairs of cases that may be of one person, behind the walls of every table of a center."""

import django.db.models.deletion
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from centers.rls import EnableScope
from registry.models.duplicates import RULING_COLUMNS
from registry.walls.cases import Protect, drop
from registry.walls.pairs import KEEP_PAIR


class Migration(migrations.Migration):

    dependencies = [
        ('centers', '0006_link_events'),
        ('registry', '0010_firmer_review'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='PossibleDuplicate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('pair', models.UUIDField()),
                ('side', models.CharField(choices=[('new', 'New'), ('known', 'Known')], max_length=5)),
                ('reason', models.CharField(choices=[('handover', 'Handover'), ('person', 'Person'), ('number', 'Number')], max_length=8)),
                ('hours', models.IntegerField(null=True)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('answer', models.CharField(blank=True, choices=[('confirmed', 'Confirmed'), ('denied', 'Denied')], default='', max_length=9)),
                ('answered_at', models.DateTimeField(null=True)),
                ('answer_note', models.CharField(blank=True, default='', max_length=500)),
                ('ruling', models.CharField(blank=True, choices=[('same', 'Same'), ('different', 'Different')], default='', max_length=9)),
                ('ruled_at', models.DateTimeField(null=True)),
                ('ruling_note', models.CharField(blank=True, default='', max_length=500)),
                ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='possible_duplicates', to='registry.case')),
                ('center', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='centers.center', verbose_name='center')),
                ('created_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('ruled_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'db_table': 'registry_possibleduplicate',
            },
        ),
        migrations.CreateModel(
            name='PossibleDuplicateEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('pair', models.UUIDField()),
                ('side', models.CharField(choices=[('new', 'New'), ('known', 'Known')], max_length=5)),
                ('reason', models.CharField(choices=[('handover', 'Handover'), ('person', 'Person'), ('number', 'Number')], max_length=8)),
                ('hours', models.IntegerField(null=True)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('answer', models.CharField(blank=True, choices=[('confirmed', 'Confirmed'), ('denied', 'Denied')], default='', max_length=9)),
                ('answered_at', models.DateTimeField(null=True)),
                ('answer_note', models.CharField(blank=True, default='', max_length=500)),
                ('ruling', models.CharField(blank=True, choices=[('same', 'Same'), ('different', 'Different')], default='', max_length=9)),
                ('ruled_at', models.DateTimeField(null=True)),
                ('ruling_note', models.CharField(blank=True, default='', max_length=500)),
                ('answered_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('case', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.case')),
                ('center', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='centers.center', verbose_name='center')),
                ('created_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.possibleduplicate')),
                ('ruled_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddIndex(
            model_name='possibleduplicate',
            index=models.Index(condition=models.Q(('ruling', '')), fields=['center', 'created_at'], name='possible_duplicate_open'),
        ),
        migrations.AddConstraint(
            model_name='possibleduplicate',
            constraint=models.UniqueConstraint(fields=('pair', 'side'), name='possible_duplicate_side_once'),
        ),
        migrations.AddConstraint(
            model_name='possibleduplicate',
            constraint=models.CheckConstraint(condition=models.Q(('side__in', ['new', 'known'])), name='possible_duplicate_side_known'),
        ),
        migrations.AddConstraint(
            model_name='possibleduplicate',
            constraint=models.CheckConstraint(condition=models.Q(('reason__in', ['handover', 'person', 'number'])), name='possible_duplicate_reason_known'),
        ),
        migrations.AddConstraint(
            model_name='possibleduplicate',
            constraint=models.CheckConstraint(condition=models.Q(('answer__in', ['confirmed', 'denied', ''])), name='possible_duplicate_answer_known'),
        ),
        migrations.AddConstraint(
            model_name='possibleduplicate',
            constraint=models.CheckConstraint(condition=models.Q(('ruling__in', ['same', 'different', ''])), name='possible_duplicate_ruling_known'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='possibleduplicate',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_possibleduplicateevent" ("answer", "answer_note", "answered_at", "answered_by_id", "case_id", "center_id", "created_at", "created_by_id", "hours", "id", "pair", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "ruled_at", "ruled_by_id", "ruling", "ruling_note", "side") VALUES (NEW."answer", NEW."answer_note", NEW."answered_at", NEW."answered_by_id", NEW."case_id", NEW."center_id", NEW."created_at", NEW."created_by_id", NEW."hours", NEW."id", NEW."pair", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reason", NEW."ruled_at", NEW."ruled_by_id", NEW."ruling", NEW."ruling_note", NEW."side"); RETURN NULL;', hash='6cf12282d8f9362cdaf2d8f9ff6a6f51679032c9', operation='INSERT', pgid='pgtrigger_insert_insert_2867a', table='registry_possibleduplicate', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='possibleduplicate',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registry_possibleduplicateevent" ("answer", "answer_note", "answered_at", "answered_by_id", "case_id", "center_id", "created_at", "created_by_id", "hours", "id", "pair", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "ruled_at", "ruled_by_id", "ruling", "ruling_note", "side") VALUES (NEW."answer", NEW."answer_note", NEW."answered_at", NEW."answered_by_id", NEW."case_id", NEW."center_id", NEW."created_at", NEW."created_by_id", NEW."hours", NEW."id", NEW."pair", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reason", NEW."ruled_at", NEW."ruled_by_id", NEW."ruling", NEW."ruling_note", NEW."side"); RETURN NULL;', hash='d6b6bce9aedc9b35292da17d0e68d07e8098fb46', operation='UPDATE', pgid='pgtrigger_update_update_47e33', table='registry_possibleduplicate', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='possibleduplicate',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_possibleduplicateevent" ("answer", "answer_note", "answered_at", "answered_by_id", "case_id", "center_id", "created_at", "created_by_id", "hours", "id", "pair", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "ruled_at", "ruled_by_id", "ruling", "ruling_note", "side") VALUES (OLD."answer", OLD."answer_note", OLD."answered_at", OLD."answered_by_id", OLD."case_id", OLD."center_id", OLD."created_at", OLD."created_by_id", OLD."hours", OLD."id", OLD."pair", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reason", OLD."ruled_at", OLD."ruled_by_id", OLD."ruling", OLD."ruling_note", OLD."side"); RETURN NULL;', hash='6b1f3f2d6742ea91a603842b93c8e73a3a90056b', operation='DELETE', pgid='pgtrigger_delete_delete_9cffd', table='registry_possibleduplicate', when='AFTER')),
        ),
        EnableScope("registry_possibleduplicate", review_columns=RULING_COLUMNS),
        EnableScope("registry_possibleduplicateevent", history=True),
        migrations.RunSQL(KEEP_PAIR, drop(KEEP_PAIR)),
        Protect("registry_possibleduplicate", refuse="keep_pair", on="INSERT OR UPDATE"),
    ]
