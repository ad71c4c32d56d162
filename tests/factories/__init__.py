"""Unsurprising rows for tests."""
