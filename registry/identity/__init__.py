"""Names, numbers and telephones of patients: sealed, found by keyed hash, shown on request.

``keys`` reads the secrets, ``sealing`` encrypts, ``lookup`` hashes, ``documents`` knows identity
documents and names. They touch no database.
"""
