"""What stands around every page: navigation, language, the demonstration mark, keyboard help.

Templates read it as ``frame``. Everything is looked up on first use, so a fragment that shows no frame asks
the database nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from centers.access import landing_page, navigation, own_centers
from centers.converters import LANGUAGE_CODES
from centers.models import DemoMarker
from centers.sessions import seconds_left
from config.interface_text import browser_text

PUBLIC_PLACES: tuple[tuple[str | Promise, str], ...] = (
    (_("Home"), "public_home"),
    (_("National statistics"), "national:public_statistics"),
    (_("Annual reports"), "national:public_reports"),
    (_("Methods and definitions"), "national:methods"),
    (_("Data dictionary"), "dictionary"),
    (_("Participating centers"), "national:public_centers"),
)
"""Words and address names of the public pages; those not installed are left out."""

LANGUAGE_TAGS = {"zh-hans": "zh-Hans", "en": "en"}
"""Values of the ``lang`` attribute (BCP 47)."""

UNDO = "undo:"
"""A message with the extra tag ``undo:<address>`` is shown with an Undo button that posts there."""


@dataclass(frozen=True)
class Place:
    """One entry of a navigation; ``count`` is shown only where something is due."""

    label: str | Promise
    url: str
    current: bool
    count: int | None = None
    tone: str = ""


@dataclass(frozen=True)
class Toast:
    """One message to the person, perhaps with the address that takes the act back."""

    text: str
    level: str
    undo_url: str = ""


class Frame:
    """The surroundings of the page that answers one request."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    @cached_property
    def language(self) -> str:
        """``zh`` or ``en``."""
        return "en" if (get_language() or "").startswith("en") else "zh"

    @cached_property
    def language_tag(self) -> str:
        return LANGUAGE_TAGS[LANGUAGE_CODES[self.language]]

    @cached_property
    def is_public(self) -> bool:
        """Whether the page has its language in its address, or nobody is signed in."""
        return "lang" in self._kwargs or not self.user_is_known

    @cached_property
    def user_is_known(self) -> bool:
        user = getattr(self.request, "user", None)
        return bool(user and user.is_authenticated)

    @cached_property
    def session_seconds(self) -> int:
        """Until the session ends if nobody does anything."""
        return seconds_left(self.request)

    @cached_property
    def demo(self) -> bool:
        return DemoMarker.objects.exists()

    @cached_property
    def home_url(self) -> str:
        return self.public_home if self.is_public else self.work_url

    @cached_property
    def public_home(self) -> str:
        return f"/{self.language}/"

    @cached_property
    def work_url(self) -> str:
        """Where a signed-in person starts."""
        return address(landing_page(self.request.user)) or "/"

    @cached_property
    def search_url(self) -> str:
        """Where the search box posts; empty for people without cases."""
        return "" if self.is_public else address("registry:search")

    @cached_property
    def places(self) -> list[Place]:
        if self.is_public:
            pages = [(label, address(name, lang=self.language)) for label, name in PUBLIC_PLACES]
            return mark_current([Place(label, url, False) for label, url in pages if url], self.request.path)
        return mark_current(list(_places(navigation(self.request.user))), self.request.path)

    @cached_property
    def subtitle(self) -> str | Promise:
        """The line under the name: the person's center, or what the place is."""
        if self.is_public:
            return "CSECLS Registry"
        mine = own_centers(self.request.user)[:2]
        if len(mine) != 1:
            return _("Several centers") if mine else _("Society")
        return (mine[0].center_name_en if self.language == "en" else "") or mine[0].center_name

    @cached_property
    def initial(self) -> str:
        """The letter or character in the round mark of the signed-in person."""
        name = str(self.request.user).strip()
        return (name[-1] if self.language == "zh" and not name.isascii() else name[:1]).upper()

    @cached_property
    def other_language_url(self) -> str:
        """The same public page in the other language; empty where the language is a setting, not an address."""
        if "lang" not in self._kwargs:
            return ""
        other = "en" if self._kwargs["lang"].startswith("zh") else "zh"
        match = self.request.resolver_match
        assert match is not None  # noqa: S101 - an address with arguments has matched
        url = address(match.view_name, *match.args, **{**match.kwargs, "lang": other})
        query = self.request.META.get("QUERY_STRING", "")
        return f"{url}?{query}" if query else url

    @cached_property
    def toasts(self) -> list[Toast]:
        return [_toast(message) for message in get_messages(self.request)]

    @cached_property
    def text(self) -> dict[str, str]:
        """The sentences that scripts say, in the language of the page."""
        return browser_text()

    @property
    def _kwargs(self) -> dict[str, Any]:
        match = self.request.resolver_match
        return match.kwargs if match else {}


def address(name: str, /, *args: Any, **kwargs: Any) -> str:
    """The address of a named page, or nothing where that page is not installed."""
    try:
        return reverse(name, args=args or None, kwargs=kwargs or None)
    except NoReverseMatch:
        return ""


def mark_current(places: Sequence[Place], path: str) -> list[Place]:
    """The same places, with the one that holds the path marked: the longest address wins."""
    holding = [
        place.url
        for place in places
        if path == place.url or (place.url != "/" and path.startswith(place.url))
    ]
    best = max(holding, key=len, default=None)
    return [Place(p.label, p.url, p.url == best, p.count, p.tone) for p in places]


def _places(items: Iterable[Any]) -> Iterable[Place]:
    for item in items:
        if url := address(item.url_name):
            yield Place(item.label, url, False, getattr(item, "count", None), getattr(item, "tone", ""))


def _toast(message: Any) -> Toast:
    tags = (message.extra_tags or "").split()
    undo = next((tag.removeprefix(UNDO) for tag in tags if tag.startswith(UNDO)), "")
    return Toast(text=str(message), level=message.level_tag or "info", undo_url=undo)
