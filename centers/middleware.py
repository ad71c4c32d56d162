"""What surrounds every request: its language, one transaction with its person's scope, and its log."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import get_resolver, get_urlconf
from django.utils import translation

from centers import security_log
from centers.access import scope_for
from centers.converters import LANGUAGE_CODES
from centers.history import acting
from centers.json_answers import signed_out, wants_json
from centers.models import SecurityEventKind
from centers.refusals import refused_by_database
from centers.rls import scope
from centers.sessions import end_or_continue


class SignInMiddleware(LoginRequiredMiddleware):
    """Visitors are sent to the sign-in page; a script is told 401, as it has no use for a page."""

    def handle_no_permission(self, request: HttpRequest, view_func: Any) -> Any:
        return signed_out() if wants_json(request) else super().handle_no_permission(request, view_func)


class TransactionMiddleware:
    """One transaction per request, rendering included, that sees and writes what its person may.

    It is rolled back by any exception of the view, by an answer of 500 and more, and by a view that calls
    ``transaction.set_rollback(True)``. Security events are written afterwards, on their own. A change that the
    walls of the database refused is answered with 409, by the ``handler409`` of the URLs.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with security_log.collecting(request):
            end_or_continue(request)
            with translation.override(preferred_language(request)):
                response = self._in_one_transaction(request, self.get_response)
                if request.is_refused:  # type: ignore[attr-defined]
                    # The page needs a transaction of its own: nothing can be read in one that failed.
                    response = self._in_one_transaction(request, _conflict_page)
            if response.status_code == 403:
                security_log.record(SecurityEventKind.REFUSED, object=_route(request), outcome="refused")
        return response

    def _in_one_transaction(
        self, request: HttpRequest, answer: Callable[[HttpRequest], HttpResponse]
    ) -> HttpResponse:
        request.rolls_back = request.is_refused = False  # type: ignore[attr-defined]
        user = request.user if request.user.is_authenticated else None
        who = acting(user=user, request=security_log.request_id())
        with who, scope(scope_for(user), own_transaction=True):
            response = answer(request)
            if response.status_code >= 500 or request.rolls_back:  # type: ignore[attr-defined]
                # Django has turned the exception into an answer by now; the atomic block saw nothing of it.
                transaction.set_rollback(True)
        response.headers.setdefault("Content-Language", translation.get_language() or "")
        return response

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]) -> None:
        """A public page speaks the language of its address."""
        if kwargs.get("lang") in LANGUAGE_CODES:
            translation.activate(LANGUAGE_CODES[kwargs["lang"]])

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        request.rolls_back = True  # type: ignore[attr-defined]
        request.is_refused = refused_by_database(exception)  # type: ignore[attr-defined]
        return HttpResponse(status=409) if request.is_refused else None  # type: ignore[attr-defined]


def _conflict_page(request: HttpRequest) -> HttpResponse:
    return get_resolver(get_urlconf()).resolve_error_handler(409)(request)


def preferred_language(request: HttpRequest) -> str:
    """The person's own choice, else the one made on this computer, else Chinese."""
    if request.user.is_authenticated:
        return request.user.language
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return chosen if chosen in LANGUAGE_CODES.values() else settings.LANGUAGE_CODE


def _route(request: HttpRequest) -> str:
    """The pattern that matched, as the path itself may carry numbers."""
    match = request.resolver_match
    return f"{request.method} {match.route if match else '?'}"
