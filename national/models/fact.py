"""The analysis table: all that statistics know about a run, in one row that needs no other table."""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class RunFact(models.Model):
    """One accepted or locked ECLS run, ready to be counted.

    Rows are written by SQL only (``national.facts``), never saved one by one, and hold nothing that changes
    with the clock. A run that continues in another center is one episode: its first row is the ``head`` and
    carries the episode's end and outcome; the others are ``continuation`` rows, counted for their own center
    but not for the nation. The key starts with the center so that the table can be distributed by it.
    """

    pk = models.CompositePrimaryKey("center_id", "year", "run_id")
    center_id = models.BigIntegerField()
    year = models.SmallIntegerField()  # of the start of flow, in Asia/Shanghai
    run_id = models.BigIntegerField()
    case_id = models.BigIntegerField()
    person_key = models.CharField(max_length=64)
    state = models.CharField(max_length=10)
    province = models.CharField(max_length=2)  # of the center

    head = models.BooleanField()  # counts for the nation: not the continuation of another center's run
    first_run = models.BooleanField()  # head, and the first run of its admission
    episode_rows = models.SmallIntegerField()  # rows of the episode this head stands for; 1 without transfer

    started_on = models.DateField()
    stopped_on = models.DateField(null=True)
    minutes = models.IntegerField(null=True)  # from start to stop of flow in this center's row
    episode_minutes = models.IntegerField(null=True)  # from the first start to the last stop

    age_days = models.IntegerField(null=True)
    age_years = models.SmallIntegerField(null=True)
    age_group = models.CharField(max_length=1)  # N, P, A; U when the birth date is unknown
    age_band = models.CharField(max_length=8)
    sex = models.SmallIntegerField(null=True)
    support_type = models.SmallIntegerField()  # 1 pulmonary, 2 cardiac, 3 ECPR; 0 not given
    initial_mode = models.CharField(max_length=12)
    diagnosis = models.CharField(max_length=12)
    diagnosis_group = models.CharField(max_length=20)
    residence_province = models.CharField(max_length=2)

    stop_reason = models.SmallIntegerField(null=True)
    survived_ecls = models.BooleanField(null=True)  # 24 h after the last stop of the episode; null: not known
    survived_48h = models.BooleanField(null=True)
    weaned = models.BooleanField(null=True)
    discharge_status = models.SmallIntegerField(null=True)  # at the end of the episode
    survived_to_discharge = models.BooleanField(null=True)  # of the admission; null: not known
    survived_if_terminal_alive = models.BooleanField(null=True)  # sensitivity: terminal discharge is alive
    survived_if_transfer_unknown = models.BooleanField(null=True)  # sensitivity: transfers are not known

    time_days = models.IntegerField()  # calendar days from the start of flow to death or last known alive
    event = models.BooleanField()  # died at time_days
    cause = models.SmallIntegerField(null=True)
    censor_reason = models.CharField(max_length=12)  # empty for a death
    last_known_alive_on = models.DateField(null=True)
    quality_flags = ArrayField(models.CharField(max_length=24), default=list)

    class Meta:
        db_table = "national_runfact"
        indexes = [
            models.Index(fields=["year"], name="runfact_year"),
            models.Index(fields=["case_id"], name="runfact_case"),
            models.Index(fields=["person_key"], name="runfact_person"),
        ]

    def __str__(self) -> str:
        return f"run {self.run_id} of {self.year}"
