"""The query that turns accepted cases into analysis rows.

Definitions: a day is a calendar day in Asia/Shanghai; a case in its center's figures is accepted or locked and
not withdrawn; an episode is a run that another center continued. Each step below is one named part of a single
statement, so all rows of a refresh see the same moment of the database.
"""

from crf.codelists.diagnoses import DIAGNOSIS

LINK_HOURS = 24  # a run handed over and a run received belong together when this close
ZONE = "Asia/Shanghai"


def day(moment: str) -> str:
    """SQL: the calendar day of a moment."""
    return f"(({moment}) AT TIME ZONE '{ZONE}')::date"


# Admissions whose figures are published, with how they began and ended.
CASES = f"""
    SELECT c.id AS case_id, c.center_id, c.state, center.center_province AS province,
           p.person_key, p.birth_date, p.sex, coalesce(p.residence_province, '') AS residence_province,
           coalesce(p.notes -> 'precision' ? 'birth_date', false) AS age_estimated,
           a.admission_at, a.admission_source, o.discharge_status AS status,
           {day("o.discharge_at")} AS discharged_on, o.alive_30d_known, o.died,
           CASE WHEN o.died = 1 THEN {day("o.death_at")} END AS death_on, o.death_cause,
           o.discharge_status = 5 AND NOT (
               coalesce(o.alive_30d_known = 1 AND o.died = 0, false)
               OR coalesce(o.death_at - o.discharge_at >= interval '30 days', false)) AS terminal_death
    FROM registry_case c
    JOIN registry_patient p ON p.id = c.patient_id
    JOIN centers_center center ON center.id = c.center_id
    LEFT JOIN registry_admission a ON a.case_id = c.id
    LEFT JOIN registry_hospitaloutcome o ON o.case_id = c.id
    WHERE c.state IN ('accepted', 'locked') AND c.withdrawn_at IS NULL {{people}}
"""

# Their runs in order, with what is known 24 and 48 hours after the end of flow.
RUNS = """
    SELECT r.id AS run_id, r.run_start_at, r.run_stop_at, r.stop_reason, r.support_type, r.initial_mode,
           r.primary_diagnosis, w.alive_24h_after_stop, w.alive_48h_after_stop, w.vad_after, w.transplant_type,
           w.ecls_restarted, cases.*,
           row_number() OVER (PARTITION BY r.case_id ORDER BY r.run_start_at, r.run_number, r.id) AS place,
           row_number() OVER (PARTITION BY r.case_id
                              ORDER BY r.run_start_at DESC, r.run_number DESC, r.id DESC) AS from_end
    FROM registry_run r
    JOIN cases ON cases.case_id = r.case_id
    LEFT JOIN registry_weaning w ON w.run_id = r.id
    WHERE r.run_start_at IS NOT NULL
"""

# A run that went on elsewhere and the run that received it: same person, other center, handed over and received
# within 24 hours. Each has at most one partner, the nearest; a chain only leads to later ends, so it cannot circle.
LINKS = f"""
    SELECT DISTINCT ON (to_run) from_run, from_case, from_last, to_run, to_case
    FROM (
        SELECT DISTINCT ON (a.run_id) a.run_id AS from_run, a.case_id AS from_case, a.from_end = 1 AS from_last,
               b.run_id AS to_run, b.case_id AS to_case,
               abs(extract(epoch FROM b.admission_at - a.run_stop_at)) AS gap
        FROM runs a
        JOIN runs b ON b.person_key = a.person_key AND b.center_id <> a.center_id
        WHERE a.stop_reason = 12 AND b.admission_source = 4 AND b.place = 1
          AND abs(extract(epoch FROM b.admission_at - a.run_stop_at)) <= {LINK_HOURS * 3600}
          AND (coalesce(b.run_stop_at, 'infinity'), b.run_id) > (a.run_stop_at, a.run_id)
        ORDER BY a.run_id, gap, b.run_id
    ) nearest
    ORDER BY to_run, gap, from_run
"""

# Each head with the runs of its episode; ENDS gives the last of them. A continuation ends with itself.
CHAINS = """
    SELECT runs.run_id AS head, runs.run_id, 1 AS length, before.to_run IS NULL AS goes_on
    FROM runs LEFT JOIN links before ON before.to_run = runs.run_id
    UNION ALL
    SELECT chains.head, links.to_run, chains.length + 1, true
    FROM chains JOIN links ON links.from_run = chains.run_id
    WHERE chains.goes_on
"""
ENDS = "SELECT DISTINCT ON (head) head, run_id AS last_run, length FROM chains ORDER BY head, length DESC"

# The admission in which the fate of an admission was decided: its own, or the one its last run went on in.
FATES = """
    SELECT case_id AS origin, case_id, 1 AS length FROM cases
    UNION ALL
    SELECT fates.origin, links.to_case, fates.length + 1
    FROM fates JOIN links ON links.from_case = fates.case_id AND links.from_last
    WHERE fates.length < 50
"""
FINALS = "SELECT DISTINCT ON (origin) origin, case_id FROM fates ORDER BY origin, length DESC"

# What proves a person dead or alive on a day, from any of their admissions and follow-ups.
DEATHS = f"""
    SELECT person_key, coalesce(death_on, discharged_on, admission_on) AS on_day, death_cause AS cause,
           death_on IS NULL AS inexact
    FROM (SELECT cases.*, {day("admission_at")} AS admission_on FROM cases) known
    WHERE status = 6 OR terminal_death OR death_on IS NOT NULL
    UNION ALL
    SELECT person_key, {day("run_stop_at")}, NULL, false FROM runs
    WHERE stop_reason = 2 AND death_on IS NULL AND run_stop_at IS NOT NULL
    UNION ALL
    SELECT person_key, coalesce(fu_death_date, fu_last_known_alive, fu_date), fu_death_cause, fu_death_date IS NULL
    FROM follow_ups WHERE fu_vital_status = 2
"""
DEAD = "SELECT DISTINCT ON (person_key) * FROM deaths ORDER BY person_key, on_day, inexact, cause"
SIGNS = f"""
    SELECT person_key, {day("run_start_at")} AS on_day FROM runs
    UNION ALL SELECT person_key, {day("run_stop_at")} FROM runs WHERE stop_reason <> 2
    UNION ALL SELECT person_key, {day("run_stop_at + interval '24 hours'")} FROM runs WHERE alive_24h_after_stop = 1
    UNION ALL SELECT person_key, {day("run_stop_at + interval '48 hours'")} FROM runs WHERE alive_48h_after_stop = 1
    UNION ALL SELECT person_key, {day("admission_at")} FROM cases
    UNION ALL SELECT person_key, discharged_on FROM cases WHERE status IN (1, 2, 3, 5, 8)
    UNION ALL SELECT person_key, discharged_on + 30 FROM cases
              WHERE status = 5 AND alive_30d_known = 1 AND died = 0
    UNION ALL SELECT person_key, {day("run_start_at")} + 30 FROM runs
              WHERE place = 1 AND status <> 5 AND alive_30d_known = 1 AND died = 0
    UNION ALL SELECT person_key, fu_date FROM follow_ups WHERE fu_vital_status = 1
    UNION ALL SELECT person_key, fu_last_known_alive FROM follow_ups
"""
ALIVE = "SELECT person_key, max(on_day) AS on_day FROM signs GROUP BY person_key"
LAST_CONTACT = """
    SELECT DISTINCT ON (person_key) person_key, fu_vital_status AS vital FROM follow_ups
    ORDER BY person_key, fu_date DESC, fu_vital_status
"""

FOLLOW_UPS = """
    SELECT cases.person_key, f.fu_date, f.fu_vital_status, f.fu_death_date, f.fu_last_known_alive, f.fu_death_cause
    FROM outcomes_followup f JOIN cases ON cases.case_id = f.case_id
"""
# Per run: the end of its episode, the fate of its admission, and what is known of the person.
KNOWN = f"""
    SELECT runs.*, ends.length, ends.last_run,
           {day("runs.run_start_at")} AS started_on, {day("runs.run_stop_at")} AS stopped_on,
           last.run_stop_at AS episode_stop_at, last.stop_reason AS last_stop_reason,
           last.alive_24h_after_stop AS last_alive_24h, last.alive_48h_after_stop AS last_alive_48h,
           last.vad_after AS last_vad, last.transplant_type AS last_transplant, last.ecls_restarted AS last_restarted,
           fate.status AS final_status, fate.terminal_death AS final_terminal_death,
           before.to_run IS NULL AS head,
           dead.on_day AS died_on, dead.cause, coalesce(dead.inexact, false) AS death_inexact,
           alive.on_day AS alive_on, contact.vital
    FROM runs
    LEFT JOIN links before ON before.to_run = runs.run_id
    JOIN ends ON ends.head = runs.run_id
    JOIN runs last ON last.run_id = ends.last_run
    JOIN finals ON finals.origin = runs.case_id
    JOIN cases fate ON fate.case_id = finals.case_id
    LEFT JOIN dead ON dead.person_key = runs.person_key
    LEFT JOIN alive ON alive.person_key = runs.person_key
    LEFT JOIN contact ON contact.person_key = runs.person_key
"""

SURVIVED = """CASE WHEN last_stop_reason = 2 THEN false WHEN last_stop_reason = 12 THEN NULL
              WHEN {alive} IN (0, 1) THEN {alive} = 1 END"""
JUDGED = f"""
    SELECT known.*, extract(year FROM age(started_on, birth_date))::int AS age_years,
           started_on - birth_date AS age_days,
           {SURVIVED.format(alive="last_alive_24h")} AS survived_ecls,
           {SURVIVED.format(alive="last_alive_48h")} AS survived_48h,
           CASE WHEN final_status IN (1, 2, 3, 4, 8) THEN true WHEN final_status = 6 THEN false
                WHEN final_status = 5 THEN NOT final_terminal_death END AS survived_to_discharge
    FROM known
"""

COLUMNS = {
    "center_id": "center_id",
    "year": "extract(year FROM started_on)::smallint",
    "run_id": "run_id",
    "case_id": "case_id",
    "person_key": "person_key",
    "state": "state",
    "province": "province",
    "head": "head",
    "first_run": "head AND place = 1",
    "episode_rows": "CASE WHEN head THEN length ELSE 1 END",
    "started_on": "started_on",
    "stopped_on": "stopped_on",
    "minutes": "floor(extract(epoch FROM run_stop_at - run_start_at) / 60)::int",
    "episode_minutes": "floor(extract(epoch FROM episode_stop_at - run_start_at) / 60)::int",
    "age_days": "age_days",
    "age_years": "age_years",
    "age_group": "CASE WHEN age_days IS NULL THEN 'U' WHEN age_days <= 28 THEN 'N' "
    "WHEN age_years < 18 THEN 'P' ELSE 'A' END",
    "age_band": "CASE WHEN age_days IS NULL THEN '' WHEN age_days <= 28 THEN '0-28d' WHEN age_years < 1 THEN '29d-11m' "
    "WHEN age_years < 5 THEN '1-4' WHEN age_years < 18 THEN '5-17' WHEN age_years < 40 THEN '18-39' "
    "WHEN age_years < 50 THEN '40-49' WHEN age_years < 60 THEN '50-59' WHEN age_years < 70 THEN '60-69' "
    "WHEN age_years < 80 THEN '70-79' ELSE '80+' END",
    "sex": "sex",
    "support_type": "coalesce(support_type, 0)",
    "initial_mode": "coalesce(initial_mode, '')",
    "diagnosis": "coalesce(primary_diagnosis, '')",
    "diagnosis_group": "coalesce(%(groups)s::jsonb ->> primary_diagnosis, '')",
    "residence_province": "residence_province",
    "stop_reason": "stop_reason",
    "survived_ecls": "survived_ecls",
    "survived_48h": "survived_48h",
    "weaned": "survived_ecls AND last_vad = 0 AND last_transplant NOT IN (1, 2, 3) AND last_restarted = 0",
    "discharge_status": "final_status",
    "survived_to_discharge": "survived_to_discharge",
    "survived_if_terminal_alive": "final_status = 5 OR survived_to_discharge",
    "survived_if_transfer_unknown": "CASE WHEN final_status NOT IN (3, 4) THEN survived_to_discharge END",
    "time_days": "greatest(coalesce(died_on, alive_on, started_on) - started_on, 0)",
    "event": "died_on IS NOT NULL",
    "cause": "cause",
    "censor_reason": "CASE WHEN died_on IS NOT NULL THEN '' WHEN vital = 3 THEN 'lost' WHEN vital = 4 THEN 'declined' "
    "WHEN vital = 1 THEN 'follow_up' WHEN final_status = 4 THEN 'transferred' ELSE 'discharged' END",
    "last_known_alive_on": "alive_on",
    "quality_flags": "array_remove(ARRAY["
    "CASE WHEN age_estimated THEN 'age_estimated' END, "
    "CASE WHEN final_status = 4 THEN 'transfer_unlinked' END, "
    "CASE WHEN death_inexact THEN 'death_date_inexact' END, "
    "CASE WHEN alive_on > died_on THEN 'alive_after_death' END, "
    "CASE WHEN died_on < started_on THEN 'dead_before_start' END]::varchar[], NULL)",
}


def extraction(*, everyone: bool) -> str:
    """The SELECT of all fact columns, for everyone or for the persons of parameter ``people``.

    The other parameter, ``groups``, is the JSON of :func:`diagnosis_groups`.
    """
    people = "" if everyone else "AND p.person_key = ANY (%(people)s)"
    parts = {
        "cases": CASES.format(people=people),
        "runs": RUNS,
        "links": LINKS,
        "chains": CHAINS,
        "ends": ENDS,
        "fates": FATES,
        "finals": FINALS,
        "follow_ups": FOLLOW_UPS,
        "deaths": DEATHS,
        "dead": DEAD,
        "signs": SIGNS,
        "alive": ALIVE,
        "contact": LAST_CONTACT,
        "known": KNOWN,
        "judged": JUDGED,
    }
    named = ",\n".join(f"{name} AS MATERIALIZED ({text})" for name, text in parts.items())
    columns = ",\n".join(f"{expression} AS {name}" for name, expression in COLUMNS.items())
    return f"WITH RECURSIVE {named}\nSELECT {columns}\nFROM judged"


def diagnosis_groups() -> dict[str, str]:
    """The group of each diagnosis code."""
    return {str(option.code): option.facts.get("group", "") for option in DIAGNOSIS}
