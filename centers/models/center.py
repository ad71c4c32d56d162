"""A hospital that takes part."""

from typing import Any

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from centers.history import tracked


class CenterStatus(models.TextChoices):
    ACTIVE = "active", _("Participating")
    PAUSED = "paused", _("Paused")
    CLOSED = "closed", _("Left")


@tracked()
class Center(models.Model):
    """One hospital with an ECLS program (form 11, the part that does not change by year)."""

    center_code = models.CharField(max_length=12, unique=True)
    center_name = models.CharField(max_length=200)
    center_name_en = models.CharField(max_length=200, blank=True)
    center_province = models.CharField(max_length=2)
    center_city = models.CharField(max_length=60)
    program_start_year = models.SmallIntegerField(null=True, blank=True)
    status = models.CharField(
        _("Status"), max_length=10, choices=CenterStatus.choices, default=CenterStatus.ACTIVE.value
    )
    # PostgreSQL without ICU sorts Chinese by code point, and even with it 厦门 sorts as "sha".
    name_pinyin = models.CharField(max_length=800, editable=False, db_index=True)

    class Meta:
        verbose_name = _("center")
        verbose_name_plural = _("centers")
        ordering = ["name_pinyin", "center_code"]

    def __str__(self) -> str:
        return f"{self.center_code} {self.name}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.name_pinyin = pinyin(self.center_name)
        if (fields := kwargs.get("update_fields")) is not None:
            kwargs["update_fields"] = {*fields, "name_pinyin"}
        super().save(*args, **kwargs)

    @property
    def name(self) -> str:
        """The hospital's name in the language of the page, Chinese where it has no English one."""
        english = (get_language() or "").startswith("en")
        return (self.center_name_en if english else "") or self.center_name


def pinyin(name: str) -> str:
    """``上海`` becomes ``shang hai``: what lists of Chinese names are sorted by."""
    from pypinyin import lazy_pinyin  # its dictionary takes half a second to load

    return " ".join(lazy_pinyin(name)).lower()[:800]
