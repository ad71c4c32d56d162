"""What a page asks about the session it lives in: who is signed in, how long still, and a fresh token."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, JsonResponse
from django.middleware.csrf import get_token
from django.views.decorators.http import require_http_methods

from centers.sessions import seconds_left


@login_not_required  # a page whose session has ended asks too, and gets the token to sign in with
@require_http_methods(["GET", "POST"])
def session(request: HttpRequest) -> JsonResponse:
    """GET only looks, sent with ``X-Background``; POST is a person who wants to stay, and counts as activity."""
    user = request.user if request.user.is_authenticated else None
    answer = {
        "user": user.pk if user else None,
        "name": user.name if user else "",
        "seconds_left": seconds_left(request) if user else 0,
        "token": get_token(request),
    }
    return JsonResponse(answer, headers={"Cache-Control": "no-store"})
