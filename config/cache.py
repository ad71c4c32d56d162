"""A cache that forgets rather than fails: without Redis every look-up is a miss and every write is dropped."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import structlog
from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

log = structlog.get_logger(__name__)


def _forgiving(name: str, otherwise: Callable[..., Any]) -> Callable[..., Any]:
    original = getattr(RedisCache, name)

    @wraps(original)
    def method(self: RedisCache, *args: Any, **kwargs: Any) -> Any:
        try:
            return original(self, *args, **kwargs)
        except (RedisError, OSError) as reason:
            log.warning("cache_unavailable", operation=name, reason=type(reason).__name__)
            return otherwise(*args, **kwargs)

    return method


def _default(key: str, default: Any = None, version: int | None = None) -> Any:
    return default


def _first_count(key: str, delta: int = 1, version: int | None = None) -> int:
    return delta


def _was_added(key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
    return True


class ForgivingRedisCache(RedisCache):
    """Django's Redis cache, answering as an empty cache while Redis is away."""

    get = _forgiving("get", _default)
    add = _forgiving("add", _was_added)
    set = _forgiving("set", lambda *args, **kwargs: None)
    touch = _forgiving("touch", lambda *args, **kwargs: False)
    delete = _forgiving("delete", lambda *args, **kwargs: False)
    get_many = _forgiving("get_many", lambda *args, **kwargs: {})
    has_key = _forgiving("has_key", lambda *args, **kwargs: False)
    incr = _forgiving("incr", _first_count)
    set_many = _forgiving("set_many", lambda data, *args, **kwargs: list(data))
    delete_many = _forgiving("delete_many", lambda *args, **kwargs: None)
    clear = _forgiving("clear", lambda *args, **kwargs: False)
