"""How django-allauth behaves here: by invitation only, links from the settings, mail in the reader's language."""

from datetime import timedelta
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils import timezone, translation

from centers.client_address import client_address
from centers.models import SecurityEvent, SecurityEventKind
from centers.rls import READ_ALL, scope
from centers.security_log import record

MAILS_PER_HOUR = 3


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        return client_address(request) or "0.0.0.0"  # noqa: S104 (a value to store, nothing listens here)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return reverse("home")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("centers:own_account")

    def get_reset_password_from_key_url(self, key: str) -> str:
        """The host comes from the settings: a forged Host header must not lead people elsewhere."""
        path = reverse("account_reset_password_from_key", kwargs={"uidb36": "UID", "key": "KEY"})
        return settings.SITE_URL + path.replace("UID-KEY", key)

    def send_password_reset_mail(self, user: Any, email: str, context: dict[str, Any]) -> None:
        if reset_mails_in_last_hour(user) >= MAILS_PER_HOUR:
            return
        record(SecurityEventKind.PASSWORD_RESET_ASKED, user=user)
        with translation.override(user.language):
            # The stored address, not the typed one: they may differ in characters that only look alike.
            super().send_password_reset_mail(user, user.email, context)

    def send_notification_mail(
        self, template_prefix: str, user: Any, context: dict[str, Any] | None = None, email: str | None = None
    ) -> None:
        with translation.override(user.language):
            super().send_notification_mail(template_prefix, user, context, user.email)

    def ajax_response(
        self,
        request: HttpRequest,
        response: HttpResponse,
        redirect_to: str | None = None,
        form: Any = None,
        data: Any = None,
    ) -> HttpResponse:
        """For a script that signs a person in: where to go, or what is wrong; nothing of what was typed."""
        if redirect_to:
            return JsonResponse({"location": redirect_to})
        errors = [str(error) for found in form.errors.values() for error in found] if form else []
        return JsonResponse({"errors": errors}, status=400 if errors else 200)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Write the mail now and let it leave once the request's transaction is stored.

        A mail server that is down costs the mail, not the request.
        """
        message = self.render_mail(
            template_prefix, email, {"request": self.request, "email": email, **context}
        )
        transaction.on_commit(message.send, robust=True)

    def format_email_subject(self, subject: str) -> str:
        return subject


def reset_mails_in_last_hour(user: Any) -> int:
    with scope(READ_ALL):
        return SecurityEvent.objects.filter(
            kind=SecurityEventKind.PASSWORD_RESET_ASKED, user=user, at__gt=timezone.now() - timedelta(hours=1)
        ).count()
