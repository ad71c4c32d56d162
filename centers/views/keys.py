"""Keys that come back from forms."""

from django.http import Http404


def key_from(text: str) -> int:
    """The number of a row; anything else is no such row (404)."""
    if not text.isascii() or not text.isdigit() or len(text) > 18:
        raise Http404
    return int(text)
