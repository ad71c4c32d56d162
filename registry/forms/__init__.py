"""Forms that are not derived from the tables of answers."""
