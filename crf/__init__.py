"""The machinery of the case report forms: typed fields that carry their dictionary entry.

A form is explicit Django models whose columns are the classes of ``crf.fields``. Labels, units,
ranges, requirements, conditions and sources stand on the field, once; checks in the database, form
widgets, help, rules, the import template and the published dictionary are derived from there.
"""
