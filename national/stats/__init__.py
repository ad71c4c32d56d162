"""Pure statistics: values in, frozen results out. No Django, no clock, no files, no database.

Undefined is None, never 0 or NaN. Proportions and percentages are fractions of one. Every function
gives the same answer for the same input on every machine, so results can be compared to the last digit.
"""
