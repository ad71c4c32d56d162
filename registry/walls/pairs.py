"""What the database itself holds about pairs of cases that may be of one person.

What was found stays as it was; only an answer and a ruling come to it. A ruling needs the scope of the
society, an answer ends where a ruling begins, and neither is replaced before it was taken back.
"""

from centers.refusals import ILLEGAL_MOVE
from registry.models.duplicates import ANSWER_COLUMNS, RULING_COLUMNS
from registry.walls.cases import array, within

KEEP_PAIR = f"""
CREATE OR REPLACE FUNCTION registry_keep_pair() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    answers text[] := {array(ANSWER_COLUMNS)};
    rulings text[] := {array(RULING_COLUMNS)};
    was jsonb; now_is jsonb;
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NOT EXISTS (SELECT 1 FROM registry_case c WHERE c.id = NEW.case_id AND c.center_id = NEW.center_id) THEN
            RAISE EXCEPTION 'a row belongs to the center of its case' USING ERRCODE = 'check_violation';
        END IF;
        IF NEW.ruling <> '' AND NOT {within("app.review_centers")} THEN
            RAISE EXCEPTION 'only the society rules' USING ERRCODE = '{ILLEGAL_MOVE}';
        END IF;
        RETURN NEW;
    END IF;
    was := to_jsonb(OLD);
    now_is := to_jsonb(NEW);
    IF was - answers - rulings <> now_is - answers - rulings THEN
        RAISE EXCEPTION 'what was found stays as it was' USING ERRCODE = '{ILLEGAL_MOVE}';
    END IF;
    IF was - answers <> now_is - answers AND NOT {within("app.review_centers")} THEN
        RAISE EXCEPTION 'only the society rules' USING ERRCODE = '{ILLEGAL_MOVE}';
    END IF;
    IF was - rulings <> now_is - rulings AND OLD.ruling <> '' THEN
        RAISE EXCEPTION 'the society has ruled' USING ERRCODE = '{ILLEGAL_MOVE}';
    END IF;
    IF (OLD.answer <> '' AND NEW.answer NOT IN ('', OLD.answer))
       OR (OLD.ruling <> '' AND NEW.ruling NOT IN ('', OLD.ruling)) THEN
        RAISE EXCEPTION 'the other answer was given before' USING ERRCODE = '{ILLEGAL_MOVE}';
    END IF;
    RETURN NEW;
END $$
"""
