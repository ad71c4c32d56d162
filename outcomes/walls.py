"""What the database itself refuses about a follow-up."""

# A key check looks past row-level security, so a row of one center could point at another center's case.
SAME_CENTER = """
CREATE FUNCTION outcomes_same_center() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM registry_case c WHERE c.id = NEW.case_id AND c.center_id = NEW.center_id) THEN
        RAISE EXCEPTION 'a follow-up belongs to the center of its case' USING ERRCODE = 'check_violation';
    END IF;
    IF TG_OP = 'UPDATE' AND (OLD.case_id, OLD.fu_window, OLD.fu_year) IS DISTINCT FROM
                            (NEW.case_id, NEW.fu_window, NEW.fu_year) THEN
        RAISE EXCEPTION 'case and window of a follow-up never change' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$
"""
GUARD = (
    "CREATE TRIGGER guard_same_center BEFORE INSERT OR UPDATE ON outcomes_followup "
    "FOR EACH ROW EXECUTE FUNCTION outcomes_same_center()"
)
DROP = "DROP FUNCTION outcomes_same_center() CASCADE"
