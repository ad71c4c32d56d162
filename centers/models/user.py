"""A person who can sign in. The e-mail address is the login; there is no user name."""

import unicodedata
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from centers.history import tracked

SYSTEM_EMAIL = "system@registry.invalid"


def normalize_email(text: str) -> str:
    """One spelling per address: NFKC, no blanks around, lower case (lock-outs count on it)."""
    return unicodedata.normalize("NFKC", text or "").strip().lower()


class Language(models.TextChoices):
    CHINESE = "zh-hans", "简体中文"
    ENGLISH = "en", "English"


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Store a new person; without a password nobody can sign in as them."""
        user = self.model(email=normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=normalize_email(username or ""))

    def system(self) -> "User":
        """The account that commands and scheduled work act as. It can never sign in."""
        user, _created = self.get_or_create(
            email=SYSTEM_EMAIL, defaults={"name": "System", "is_active": False}
        )
        if _created:
            user.set_unusable_password()
            user.save(update_fields=["password"])
        return user


@tracked(exclude=["password", "last_login"])
class User(AbstractBaseUser):
    """One person, one account. What they may do is said by their memberships, never here."""

    email = models.EmailField(_("E-mail"), max_length=254, unique=True)
    name = models.CharField(_("Name"), max_length=100)
    language = models.CharField(
        _("Language"), max_length=10, choices=Language.choices, default=Language.CHINESE.value
    )
    is_active = models.BooleanField(_("Can sign in"), default=True)
    joined_at = models.DateTimeField(_("Since"), auto_now_add=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    objects = UserManager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.CheckConstraint(
                name="user_email_is_lower_case",
                condition=models.Q(email=models.functions.Lower("email")),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        self.email = normalize_email(self.email)

    def get_full_name(self) -> str:
        return self.name
