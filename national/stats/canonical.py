"""One text for one result, so that equal results have equal digests."""

import hashlib
import json


def canonical_json(document: object) -> str:
    """JSON with sorted keys, no blanks and floats in their shortest exact form; NaN and infinity refused."""
    return json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def sha256(document: object) -> str:
    """SHA-256 of the canonical JSON of ``document``, in hexadecimal."""
    return hashlib.sha256(canonical_json(document).encode()).hexdigest()
