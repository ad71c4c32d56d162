"""How often one person may ask for something by script: a limit against a page that has run wild."""

from typing import Any

from django.core.cache import cache


def is_too_fast(what: str, user: Any, *, limit: int, seconds: int = 60) -> bool:
    """More than ``limit`` calls in ``seconds``. Counted in the cache: without it nobody is stopped."""
    key = f"pace:{what}:{user.pk}"
    cache.add(key, 0, seconds)
    try:
        return cache.incr(key) > limit
    except ValueError:  # it expired between the two
        return False
