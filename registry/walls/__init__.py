"""What the database itself refuses and records, as migration operations."""
