from django.db import migrations

from centers.rls import REFRESHING, EnableScope

ALL_CENTERS = "(select current_setting('app.read_centers', true)) = '*'"
OWN_CENTERS = (
    "center_id::text = ANY ((select string_to_array(current_setting('app.read_centers', true), ','))::text[])"
)

# The analysis table is written by the refresh alone, not by people who may write their center's cases.
FACTS_BY_REFRESH_ONLY = "".join(
    f"DROP POLICY scope_{act} ON national_runfact;" for act in ("insert", "update", "delete")
)
FACTS_AS_ANY_TABLE = """
    CREATE POLICY scope_insert ON national_runfact FOR INSERT WITH CHECK (false);
    CREATE POLICY scope_update ON national_runfact FOR UPDATE USING (false);
    CREATE POLICY scope_delete ON national_runfact FOR DELETE USING (false);
"""

# Released figures are for everybody, exact ones for who reads all centers, a center's own for that center.
RESULTS = f"""
    ALTER TABLE national_result ENABLE ROW LEVEL SECURITY;
    ALTER TABLE national_result FORCE ROW LEVEL SECURITY;
    CREATE POLICY audience_select ON national_result FOR SELECT USING (
        audience = 'public' OR {ALL_CENTERS} OR (audience = 'center' AND {OWN_CENTERS}));
    CREATE POLICY refresh_all ON national_result FOR ALL USING ({REFRESHING}) WITH CHECK ({REFRESHING});
"""
RESULTS_BACK = """
    DROP POLICY audience_select ON national_result;
    DROP POLICY refresh_all ON national_result;
    ALTER TABLE national_result NO FORCE ROW LEVEL SECURITY;
    ALTER TABLE national_result DISABLE ROW LEVEL SECURITY;
"""

FROZEN = """
    CREATE FUNCTION national_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'an edition stays as it was published' USING ERRCODE = 'insufficient_privilege';
    END $$;
    CREATE TRIGGER frozen BEFORE UPDATE OR DELETE ON national_snapshot
        FOR EACH ROW EXECUTE FUNCTION national_refuse_change();
"""
FROZEN_BACK = "DROP TRIGGER frozen ON national_snapshot; DROP FUNCTION national_refuse_change();"


class Migration(migrations.Migration):
    """Who may read and write figures, told to the database; editions cannot be changed by anybody."""

    dependencies = [("national", "0001_initial"), ("registry", "0002_walls"), ("outcomes", "0002_walls")]

    operations = [
        EnableScope("national_runfact", refresh=True),
        migrations.RunSQL(FACTS_BY_REFRESH_ONLY, FACTS_AS_ANY_TABLE),
        migrations.RunSQL(RESULTS, RESULTS_BACK),
        migrations.RunSQL(FROZEN, FROZEN_BACK),
    ]
