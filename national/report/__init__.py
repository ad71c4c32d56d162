"""The annual report: one frozen snapshot in, a set of files out, the same bytes every time.

Everything below ``build.py`` is a pure function of the snapshot document; the task, the command and the pages
only start it and keep what it made. Words of the printed report are (English, Chinese) pairs in code, not
messages of the interface: both languages must be complete at every revision and must not depend on a compiled
catalog, or equal snapshots would not give equal bytes.
"""
