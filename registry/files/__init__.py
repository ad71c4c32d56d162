"""Cases as files: a folder with one CSV per kind of row, in and out.

What is in a file follows from the fields of the forms: a table of answers brings its columns along. Files
are judged by the same parsing, conditions and rules as the pages, and stored through the same walls.
"""
