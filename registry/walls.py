"""What the database itself refuses and records about a case, as migration operations.

* A part of a case can be changed only while the case is a draft or returned. The check locks the case
  ``FOR SHARE``: an acceptance waits for an edit in flight instead of passing it.
* Moves between states follow ``MOVES`` and need the scope of the side that makes them.
* Each change of a clinical row marks its run as touched, for the statistics.
"""

from typing import Any

from django.db.migrations.operations.base import Operation

FROZEN = "RG001"  # SQLSTATE: the case is not open for changes
ILLEGAL_MOVE = "RG002"  # SQLSTATE: no such move between states, or not this side's

CENTER_MOVES = (("draft", "submitted"), ("returned", "submitted"), ("submitted", "draft"))
REVIEW_MOVES = (
    ("submitted", "accepted"),
    ("submitted", "returned"),
    ("accepted", "submitted"),  # undo by the person who accepted
    ("accepted", "returned"),
    ("accepted", "locked"),
    ("locked", "accepted"),
)


def _within(setting: str) -> str:
    current = f"current_setting('{setting}', true)"
    return f"({current} = '*' OR NEW.center_id::text = ANY (string_to_array({current}, ',')))"


def _pairs(moves: tuple[tuple[str, str], ...]) -> str:
    return ", ".join(f"('{old}', '{new}')" for old, new in moves)


def _refuse_frozen(shape: str, find_case: str) -> str:
    """A row trigger; ``find_case`` is the SQL that gives the case of ``changed``, a row of the table."""
    return f"""
    CREATE FUNCTION registry_refuse_frozen_{shape}() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE held record; changed record;
    BEGIN
        IF TG_OP = 'DELETE' THEN changed := OLD; ELSE changed := NEW; END IF;
        SELECT c.state, c.center_id INTO held FROM registry_case c WHERE c.id = {find_case} FOR SHARE;
        IF NOT FOUND AND TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        IF held.state IS NULL OR held.state NOT IN ('draft', 'returned') THEN
            RAISE EXCEPTION 'the case is not open for changes' USING ERRCODE = '{FROZEN}';
        END IF;
        IF changed.center_id <> held.center_id THEN
            RAISE EXCEPTION 'a row belongs to the center of its case' USING ERRCODE = 'check_violation';
        END IF;
        RETURN changed;
    END $$
    """


REFUSE_FROZEN_PATIENT = f"""
CREATE FUNCTION registry_refuse_frozen_patient() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE free text[] := ARRAY['person_key', 'document_hash', 'id_document_type', 'contact_relation',
                             'source_ref', 'updated_at', 'version'];
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - free = to_jsonb(OLD) - free THEN RETURN NEW; END IF;
    PERFORM 1 FROM registry_case c WHERE c.patient_id = OLD.id FOR SHARE;
    IF EXISTS (SELECT 1 FROM registry_case c WHERE c.patient_id = OLD.id AND c.state NOT IN ('draft', 'returned')) THEN
        RAISE EXCEPTION 'the patient has a case that is not open for changes' USING ERRCODE = '{FROZEN}';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END $$
"""

REFUSE_FROZEN_PERINATAL = f"""
CREATE FUNCTION registry_refuse_frozen_perinatal() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE whose bigint := coalesce(NEW.patient_id, OLD.patient_id);
BEGIN
    PERFORM 1 FROM registry_case c WHERE c.patient_id = whose FOR SHARE;
    IF EXISTS (SELECT 1 FROM registry_case c WHERE c.patient_id = whose AND c.state NOT IN ('draft', 'returned')) THEN
        RAISE EXCEPTION 'the patient has a case that is not open for changes' USING ERRCODE = '{FROZEN}';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END $$
"""

CHECK_MOVE = f"""
CREATE FUNCTION registry_check_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.number <> OLD.number OR NEW.center_id <> OLD.center_id THEN
        RAISE EXCEPTION 'number and center of a case never change' USING ERRCODE = '{ILLEGAL_MOVE}';
    END IF;
    IF NEW.state = OLD.state THEN RETURN NEW; END IF;
    IF NOT (((OLD.state, NEW.state) IN ({_pairs(CENTER_MOVES)}) AND {_within("app.write_centers")})
         OR ((OLD.state, NEW.state) IN ({_pairs(REVIEW_MOVES)}) AND {_within("app.review_centers")})) THEN
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
CREATE FUNCTION registry_start_as_draft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' AND NEW.state <> 'draft' THEN
        RAISE EXCEPTION 'a case starts as a draft' USING ERRCODE = '{ILLEGAL_MOVE}';
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
CREATE FUNCTION registry_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was submitted stays as it was' USING ERRCODE = '{FROZEN}';
END $$
"""


def _mark(shape: str, select: str) -> str:
    """A statement trigger: one mark for each run (or whole case) among the changed rows."""
    return f"""
    CREATE FUNCTION registry_mark_touched_{shape}() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        INSERT INTO registry_touchedrun (center_id, case_id, run_id) SELECT DISTINCT {select};
        RETURN NULL;
    END $$
    """


SHAPES = {
    "case": ("changed.case_id", "t.center_id, t.case_id, NULL::bigint FROM changed_rows t"),
    "run": (
        "(SELECT r.case_id FROM registry_run r WHERE r.id = changed.run_id)",
        "t.center_id, r.case_id, r.id FROM changed_rows t JOIN registry_run r ON r.id = t.run_id",
    ),
}
MARK_ONLY = {
    "self": "t.center_id, t.id, NULL::bigint FROM changed_rows t",
    "run_itself": "t.center_id, t.case_id, t.id FROM changed_rows t",
    "patient": "c.center_id, c.id, NULL::bigint FROM changed_rows t JOIN registry_case c ON c.patient_id = t.id",
}
FUNCTIONS = [
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
    return f"DROP FUNCTION {function.split('CREATE FUNCTION ')[1].split('(')[0]}() CASCADE"


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
