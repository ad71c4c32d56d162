"""What the case page shows and takes: built from a loaded record, saved field by field."""
