"""Walking many cases from draft to their states, one UPDATE for each kind of move."""

from collections.abc import Sequence

from psycopg2 import sql

from centers.copying import Loader, copy_text, listed

# The state, the states on whose way it lies, and the columns that come with it.
MOVES = (
    (
        "submitted",
        ["submitted", "returned", "accepted", "locked"],
        ", submitted_at = m.submitted_at, submitted_by_id = m.submitted_by, submissions_count = m.submissions",
    ),
    ("returned", ["returned"], ""),
    ("accepted", ["accepted", "locked"], ", accepted_at = m.accepted_at, accepted_by_id = m.accepted_by"),
    ("locked", ["locked"], ""),
)
MOVE_COLUMNS = {
    "case_id": "bigint",
    "state": "text",
    "changed_at": "timestamptz",
    "submissions": "smallint",
    "submitted_at": "timestamptz",
    "submitted_by": "bigint",
    "accepted_at": "timestamptz",
    "accepted_by": "bigint",
}


def move_cases(loader: Loader, lines: Sequence[str]) -> None:
    """``lines`` are the text of ``MOVE_COLUMNS`` for COPY. The guards judge every move."""
    if not lines:
        return
    types = ", ".join(f"{name} {kind}" for name, kind in MOVE_COLUMNS.items())
    with loader.raw.cursor() as cursor:
        cursor.execute(f"CREATE TEMP TABLE IF NOT EXISTS stage_moves ({types}) ON COMMIT DROP")
        copy_text(cursor, sql.Identifier("stage_moves"), listed(MOVE_COLUMNS), lines)
        for state, on_the_way_to, more in MOVES:
            update = (
                f"UPDATE registry_case c SET state = %s, state_changed_at = m.changed_at{more} "  # noqa: S608
                "FROM stage_moves m WHERE m.case_id = c.id AND m.state = ANY (%s)"
            )
            cursor.execute(update, [state, on_the_way_to])
        cursor.execute("TRUNCATE stage_moves")
