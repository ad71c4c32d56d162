"""Scores of a run: the fields of the dictionary, read as the inputs of ``registry.scores``.

One ``Adapter`` for each score. A field without an answer, or answered "unknown", is a missing input; an
input the dictionary does not hold is always missing. Nothing is guessed.
"""
