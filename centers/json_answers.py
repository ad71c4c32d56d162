"""Answers to scripts that ask for data instead of a page."""

from typing import Any

from django.http import HttpRequest, JsonResponse


def wants_json(request: HttpRequest) -> bool:
    """A script asked, and will show what it gets by itself."""
    return request.headers.get("Accept", "").startswith("application/json")


def signed_out() -> JsonResponse:
    """401: nobody is signed in. Nothing was written; the same request may be sent again later."""
    return JsonResponse({"signed_out": True}, status=401, headers={"Cache-Control": "no-store"})


def refused(message: Any, status: int, **facts: Any) -> JsonResponse:
    """The sentence that says why not."""
    return JsonResponse({"message": str(message), **facts}, status=status)
