"""Writes that span rows: each is atomic, names who acts, and is refused by the database if the state forbids it."""
