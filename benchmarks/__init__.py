"""Measurements: run by hand, each prints a table. They use servers of their own and leave nothing behind."""
