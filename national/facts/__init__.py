"""From cases to the analysis table: extraction in SQL, and refreshes of just what was touched."""
