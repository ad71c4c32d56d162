"""Where a request came from, believing only the proxies we run ourselves."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str | None:
    """The caller's IP address, or None when nothing readable was sent.

    ``TRUSTED_PROXIES`` counts the proxies in front of us. Each appends the address it saw to
    X-Forwarded-For, so ours is that many entries from the right; everything further left was typed by the
    caller and is worth nothing.
    """
    address = request.META.get("REMOTE_ADDR", "")
    if settings.TRUSTED_PROXIES:
        seen = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
        if len(seen) >= settings.TRUSTED_PROXIES:
            address = seen[-settings.TRUSTED_PROXIES]
    return _readable(address)


def _readable(address: str) -> str | None:
    try:
        return str(ipaddress.ip_address(address))
    except ValueError:
        return None
