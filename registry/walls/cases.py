"""What the database itself refuses and records about a case, as migration operations.

* A part of a case can be changed only while the case is a draft or returned. The check locks the case
  ``FOR SHARE``: an acceptance waits for an edit in flight instead of passing it.
* Moves between states follow ``MOVES`` and need the scope of the side that makes them.
* Each change of a clinical row marks its run as touched, for the statistics.
"""

from typing import Any

from django.db.migrations.operations.base import Operation

from centers.refusals import FROZEN, ILLEGAL_MOVE

# What of a case changes in any state, and what changes only together with the state.
CASE_FREE = ("withdrawn_at", "reviewer_id", "reviewer_since")
CASE_MOVING = (
    "state",
    "state_changed_at",
    "submissions_count",
    "submitted_at",
    "submitted_by_id",
    "accepted_at",
    "accepted_by_id",
)
# What society staff write of a case.
REVIEW_COLUMNS = (
    "state",
    "state_changed_at",
    "accepted_at",
    "accepted_by_id",
    "reviewer_id",
    "reviewer_since",
)
# Identity and contact of a patient stay open after acceptance, and so do the notes on these answers.
PATIENT_ANSWERS_FREE = ("id_document_type", "contact_relation")
PATIENT_FREE = (
    *PATIENT_ANSWERS_FREE,
    "person_key",
    "document_hash",
    "source_ref",
    "updated_at",
    "version",
    "notes",  # compared on their own
)

CENTER_MOVES = (("draft", "submitted"), ("returned", "submitted"), ("submitted", "draft"))
REVIEW_MOVES = (
    ("submitted", "accepted"),
    ("submitted", "returned"),
    ("accepted", "submitted"),  # undo by the person who accepted
    ("accepted", "returned"),
    ("accepted", "locked"),
    ("locked", "accepted"),
)


def within(setting: str, center: str = "NEW.center_id") -> str:
    """SQL: the setting is ``*`` or lists the center; false, never null, where it was not set."""
    current = f"coalesce(current_setting('{setting}', true), '')"
    return f"({current} = '*' OR {center}::text = ANY (string_to_array({current}, ',')))"


def _pairs(moves: tuple[tuple[str, str], ...]) -> str:
    return ", ".join(f"('{old}', '{new}')" for old, new in moves)


def array(names: tuple[str, ...]) -> str:
    return "ARRAY[" + ", ".join(f"'{name}'" for name in names) + "]"


def _refuse_frozen(shape: str, find_case: str) -> str:
    """A row trigger; ``find_case`` is the SQL that gives the case of ``held_row``, a row of the table.

    A case that the scope does not show counts as closed: nobody changes what they may not see.
    """
    return f"""
    CREATE OR REPLACE FUNCTION registry_refuse_frozen_{shape}() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE held record; held_row record;
    BEGIN
        IF TG_OP = 'INSERT' THEN held_row := NEW; ELSE held_row := OLD; END IF;
        SELECT c.state, c.center_id INTO held FROM registry_case c WHERE c.id = {find_case} FOR SHARE;
        IF held.state IS NULL OR held.state NOT IN ('draft', 'returned') THEN
            RAISE EXCEPTION 'the case is not open for changes' USING ERRCODE = '{FROZEN}';
        END IF;
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        IF NEW.center_id <> held.center_id THEN
            RAISE EXCEPTION 'a row belongs to the center of its case' USING ERRCODE = 'check_violation';
        END IF;
        IF NEW.{shape}_id <> held_row.{shape}_id THEN
            RAISE EXCEPTION 'a row stays with its {shape}' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END $$
    """


CLINICAL_NOTES = """
CREATE OR REPLACE FUNCTION registry_clinical_notes(notes jsonb, free text[]) RETURNS jsonb
LANGUAGE sql IMMUTABLE AS $$
    SELECT jsonb_object_agg(section, kept) FROM (
        SELECT n.key AS section, CASE WHEN jsonb_typeof(n.value) = 'object' THEN n.value - free ELSE n.value END AS kept
        FROM jsonb_each(notes) n) sections
    WHERE kept <> '{}'
$$
"""


def _refuse_patient_of_closed(patient: str, center: str) -> str:
    """SQL: stop unless every case of the patient is seen and open."""
    return f"""
    IF NOT {within("app.read_centers", center)} THEN
        RAISE EXCEPTION 'the cases of the patient are out of sight' USING ERRCODE = '{FROZEN}';
    END IF;
    PERFORM 1 FROM registry_case c WHERE c.patient_id = {patient} FOR SHARE;
    IF EXISTS (SELECT 1 FROM registry_case c WHERE c.patient_id = {patient} AND c.state NOT IN ('draft', 'returned')) THEN
        RAISE EXCEPTION 'the patient has a case that is not open for changes' USING ERRCODE = '{FROZEN}';
    END IF;
    """


_PATIENT_OF_CENTER = (
    "EXISTS (SELECT 1 FROM registry_patient p WHERE p.id = NEW.patient_id AND p.center_id = NEW.center_id)"
)

REFUSE_FROZEN_PATIENT = f"""
CREATE OR REPLACE FUNCTION registry_refuse_frozen_patient() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    free text[] := {array(PATIENT_FREE)};
    answers text[] := {array(PATIENT_ANSWERS_FREE)};
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - free = to_jsonb(OLD) - free AND
       registry_clinical_notes(NEW.notes, answers) IS NOT DISTINCT FROM registry_clinical_notes(OLD.notes, answers) THEN
        RETURN NEW;
    END IF;
    {_refuse_patient_of_closed("OLD.id", "OLD.center_id")}
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    IF (NEW.id, NEW.center_id) <> (OLD.id, OLD.center_id) THEN
        RAISE EXCEPTION 'a patient stays with the center' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$
"""

REFUSE_FROZEN_PERINATAL = f"""
CREATE OR REPLACE FUNCTION registry_refuse_frozen_perinatal() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE held_row record;
BEGIN
    IF TG_OP = 'INSERT' THEN held_row := NEW; ELSE held_row := OLD; END IF;
    {_refuse_patient_of_closed("held_row.patient_id", "held_row.center_id")}
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    IF (NEW.patient_id, NEW.center_id) <> (held_row.patient_id, held_row.center_id) THEN
        RAISE EXCEPTION 'a row stays with its patient' USING ERRCODE = 'check_violation';
    END IF;
    IF NOT {_PATIENT_OF_CENTER} THEN
        RAISE EXCEPTION 'a row belongs to the center of its patient' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$
"""

CHECK_MOVE = f"""
CREATE OR REPLACE FUNCTION registry_check_move() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE free text[] := {array(CASE_FREE)};
BEGIN
    IF NEW.number <> OLD.number OR NEW.center_id <> OLD.center_id THEN
        RAISE EXCEPTION 'number and center of a case never change' USING ERRCODE = '{ILLEGAL_MOVE}';
    END IF;
    IF NEW.patient_id <> OLD.patient_id AND NOT {_PATIENT_OF_CENTER} THEN
        RAISE EXCEPTION 'a case belongs to the center of its patient' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.state <> OLD.state THEN free := free || {array(CASE_MOVING)}; END IF;
    IF OLD.state NOT IN ('draft', 'returned') AND to_jsonb(NEW) - free <> to_jsonb(OLD) - free THEN
        RAISE EXCEPTION 'the case is not open for changes' USING ERRCODE = '{FROZEN}';
    END IF;
    IF NEW.state = OLD.state THEN RETURN NEW; END IF;
    IF NOT (((OLD.state, NEW.state) IN ({_pairs(CENTER_MOVES)}) AND {within("app.write_centers")})
         OR ((OLD.state, NEW.state) IN ({_pairs(REVIEW_MOVES)}) AND {within("app.review_centers")})) THEN
        RAISE EXCEPTION 'a case cannot go from % to % here', OLD.state, NEW.state USING ERRCODE = '{ILLEGAL_MOVE}';
    END IF;
    IF NEW.state = 'accepted' AND EXISTS (
        SELECT 1 FROM registry_hospitaloutcome o WHERE o.case_id = NEW.id AND o.discharge_status = 7) THEN
        RAISE EXCEPTION 'a patient still in hospital cannot be accepted' USING ERRCODE = '{ILLEGAL_MOVE}';
    END IF;
    RETURN NEW;
END $$
"""

REFUSE_OTHER_START = f"""
CREATE OR REPLACE FUNCTION registry_start_as_draft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' AND NEW.state <> 'draft' THEN
        RAISE EXCEPTION 'a case starts as a draft' USING ERRCODE = '{ILLEGAL_MOVE}';
    END IF;
    IF TG_OP = 'INSERT' AND NOT {_PATIENT_OF_CENTER} THEN
        RAISE EXCEPTION 'a case belongs to the center of its patient' USING ERRCODE = 'check_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN
        IF OLD.state <> 'draft' THEN
            RAISE EXCEPTION 'only a draft can be deleted' USING ERRCODE = '{FROZEN}';
        END IF;
        RETURN OLD;
    END IF;
    RETURN NEW;
END $$
"""

REFUSE_ANY_CHANGE = f"""
CREATE OR REPLACE FUNCTION registry_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was submitted stays as it was' USING ERRCODE = '{FROZEN}';
END $$
"""


def _mark(shape: str, select: str) -> str:
    """A statement trigger: one mark for each run (or whole case) among the changed rows."""
    return f"""
    CREATE OR REPLACE FUNCTION registry_mark_touched_{shape}() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        INSERT INTO registry_touchedrun (center_id, case_id, run_id) SELECT DISTINCT {select};
        RETURN NULL;
    END $$
    """


SHAPES = {
    "case": ("held_row.case_id", "t.center_id, t.case_id, NULL::bigint FROM changed_rows t"),
    "run": (
        "(SELECT r.case_id FROM registry_run r WHERE r.id = held_row.run_id)",
        "t.center_id, r.case_id, r.id FROM changed_rows t JOIN registry_run r ON r.id = t.run_id",
    ),
}
MARK_ONLY = {
    "self": "t.center_id, t.id, NULL::bigint FROM changed_rows t",
    "run_itself": "t.center_id, t.case_id, t.id FROM changed_rows t",
    "patient": "c.center_id, c.id, NULL::bigint FROM changed_rows t JOIN registry_case c ON c.patient_id = t.id",
    "perinatal": "c.center_id, c.id, NULL::bigint FROM changed_rows t "
    "JOIN registry_case c ON c.patient_id = t.patient_id",
}
FUNCTIONS = [
    CLINICAL_NOTES,
    *(_refuse_frozen(shape, find) for shape, (find, _) in SHAPES.items()),
    *(_mark(shape, select) for shape, (_, select) in SHAPES.items()),
    *(_mark(shape, select) for shape, select in MARK_ONLY.items()),
    REFUSE_FROZEN_PATIENT,
    REFUSE_FROZEN_PERINATAL,
    CHECK_MOVE,
    REFUSE_OTHER_START,
    REFUSE_ANY_CHANGE,
]


def drop(function: str) -> str:
    """The SQL that takes back one of ``FUNCTIONS``."""
    return f"DROP FUNCTION {function.split('FUNCTION ')[1].split('(')[0]} CASCADE"


class Protect(Operation):
    """Put triggers on one table: ``refuse`` names the row guard, ``mark`` the change mark."""

    reversible = True
    reduces_to_sql = True

    def __init__(
        self, table: str, *, refuse: str = "", mark: str = "", on: str = "INSERT OR UPDATE OR DELETE"
    ):
        self.table, self.refuse, self.mark, self.on = table, refuse, mark, on

    def state_forwards(self, app_label: str, state: Any) -> None:
        """The database changes, the models do not."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        if self.refuse:
            schema_editor.execute(
                f"CREATE TRIGGER guard_{self.refuse} BEFORE {self.on} ON {self.table} "
                f"FOR EACH ROW EXECUTE FUNCTION registry_{self.refuse}()",
                params=None,
            )
        for event, rows in self._marks():
            schema_editor.execute(
                f"CREATE TRIGGER mark_{event.lower()} AFTER {event} ON {self.table} "
                f"REFERENCING {rows} TABLE AS changed_rows "
                f"FOR EACH STATEMENT EXECUTE FUNCTION registry_mark_touched_{self.mark}()",
                params=None,
            )

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        if self.refuse:
            schema_editor.execute(f"DROP TRIGGER guard_{self.refuse} ON {self.table}", params=None)
        for event, _ in self._marks():
            schema_editor.execute(f"DROP TRIGGER mark_{event.lower()} ON {self.table}", params=None)

    def _marks(self) -> tuple[tuple[str, str], ...]:
        return (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")) if self.mark else ()

    def describe(self) -> str:
        return f"Guard and mark changes of {self.table}"
