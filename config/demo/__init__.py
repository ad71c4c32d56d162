"""Demonstration data: an invented nation of ECLS centers, made from a seed and loaded in bulk.

Modules named for a thing (``people``, ``runs`` …) draw plain rows and know no database: the same recipe
gives the same rows. ``load`` is the only place that speaks to the driver.
"""
