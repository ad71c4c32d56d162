"""What a password must be: long, of mixed characters, hard to guess, and not about us."""

import re
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from centers.access import is_society
from centers.models.center import pinyin

OUR_WORDS = (
    "registry", "society", "hospital", "ecmo", "ecls", "csecls", "elso", "perfusion",
    "dengji", "xuehui", "yiyuan", "tiwai", "mofei", "zhongxin",
)  # fmt: skip
"""Words of this registry, Chinese ones as they are typed without tones."""

CLASSES = (r"[a-z]", r"[A-Z]", r"[0-9]", r"[^a-zA-Z0-9]")
STRONG = 3  # zxcvbn's "safely unguessable", at least 10^8 tries
ZXCVBN_READS = 72  # characters; it refuses longer texts, which need no estimate


def asks_for_mixture() -> bool:
    return settings.PASSWORD_PROFILE == "mlps3"  # noqa: S105 (the name of a profile)


class LengthValidator:
    """Twelve characters; fifteen for people of the society."""

    def validate(self, password: str, user: Any = None) -> None:
        least = self.least(user)
        if len(password) < least:
            message = ngettext("Use at least %(n)d character.", "Use at least %(n)d characters.", least)
            raise ValidationError(message % {"n": least}, code="password_too_short")

    def least(self, user: Any) -> int:
        society = user is not None and user.pk is not None and is_society(user)
        society = society or getattr(user, "will_be_society", False)
        return settings.PASSWORD_LENGTH_SOCIETY if society else settings.PASSWORD_LENGTH

    def get_help_text(self) -> str:
        return _("At least %(n)d characters (%(m)d for society staff).") % {
            "n": settings.PASSWORD_LENGTH,
            "m": settings.PASSWORD_LENGTH_SOCIETY,
        }


class MixtureValidator:
    """Three of four kinds of characters (GB/T 22239 level 3); off in the profile ``asvs``."""

    def validate(self, password: str, user: Any = None) -> None:
        kinds = sum(bool(re.search(kind, password)) for kind in CLASSES)
        if asks_for_mixture() and kinds < 3:
            raise ValidationError(self.get_help_text(), code="password_of_few_kinds")

    def get_help_text(self) -> str:
        if not asks_for_mixture():
            return ""
        return _("Three of: small letters, capitals, digits, other characters.")


class GuessValidator:
    """Refuse what a guessing program would try soon."""

    def validate(self, password: str, user: Any = None) -> None:
        from zxcvbn import zxcvbn  # its dictionaries take a moment to load

        if zxcvbn(password[:ZXCVBN_READS], user_inputs=list(words_about(user)))["score"] < STRONG:
            raise ValidationError(
                _("This password is easy to guess. Try several unrelated words."), code="password_guessable"
            )

    def get_help_text(self) -> str:
        return _("Not easy to guess: no single word, name, date or row of keys.")


class OwnWordsValidator:
    """Refuse passwords made of the person's, their hospital's or our own words."""

    def validate(self, password: str, user: Any = None) -> None:
        plain = password.lower()
        rest = plain
        for word in sorted({*OUR_WORDS, *words_about(user)}, key=len, reverse=True):
            rest = rest.replace(word, "")
        if rest != plain and len(rest) < settings.PASSWORD_LENGTH // 2:
            raise ValidationError(
                _("Do not build the password from your name, your hospital or the registry."),
                code="password_of_own_words",
            )

    def get_help_text(self) -> str:
        return _("Not built from your name, your hospital or the registry.")


def words_about(user: Any) -> set[str]:
    """The person's e-mail name, name and hospitals, Chinese ones also in pinyin."""
    if user is None:
        return set()
    texts = [user.email.partition("@")[0], user.name]
    if user.pk:
        for membership in user.memberships.exclude(center=None).select_related("center"):
            center = membership.center
            texts += [center.center_name, center.center_name_en, center.center_city]
    return {word for text in texts for word in _words(text) if len(word) >= 3 or not word.isascii()}


def _words(text: str) -> set[str]:
    spoken = pinyin(text)
    parts = re.split(r"[^a-z]+", f"{text.lower()} {spoken}")
    return {text.lower(), spoken.replace(" ", ""), *parts} - {""}
