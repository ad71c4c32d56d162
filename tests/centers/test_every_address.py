"""S01: whoever is not signed in reaches what is listed here, and nothing else."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.converters import get_converters

pytestmark = pytest.mark.django_db

PUBLIC = {
    "": "the front door",
    "favicon.ico": "the icon of the browser's tab",
    "robots.txt": "what search engines may read",
    "account/login/": "signing in",
    "account/logout/": "answers visitors with the sign-in page",
    "account/inactive/": "what a disabled person is told",
    "account/signup/": "a 404 for everybody",
    "account/password/reset/": "forgotten passwords",
    "account/password/reset/done/": "forgotten passwords",
    r"account/^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$": "forgotten passwords",
    "account/password/reset/key/done/": "forgotten passwords",
    "account/session/": "says to whoever was signed out that they were, and gives a token to sign in again",
    "account/language/": "a choice before signing in",
    "invitation/": "guests have no account yet",
    "invitation/<token>/": "guests have no account yet",
}
"""Private routes answer with a redirect, 401 or 403. Routes below ``<lang:lang>/`` are the public pages."""

SAMPLES = {
    "int": "1",
    "str": "x",
    "slug": "x",
    "uuid": "00000000-0000-4000-8000-000000000000",
    "path": "x",
    "lang": "zh",
}


def routes(patterns: list, prefix: str = "") -> Iterator[str]:
    for entry in patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from routes(entry.url_patterns, route)
        elif isinstance(entry, URLPattern):
            yield route


EVERY_ROUTE = sorted(set(routes(get_resolver().url_patterns)))


def address(route: str) -> str:
    """A path that the route matches, made of samples."""
    import re

    plain = route.replace("^", "").replace("$", "").replace("\\Z", "")
    plain = re.sub(r"\(\?P<uidb36>[^)]*\)-\(\?P<key>[^)]*\)", "1-set-password", plain)
    return "/" + re.sub(r"<(?:(\w+):)?\w+>", lambda m: SAMPLES.get(m[1] or "str", "1"), plain)


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("route", EVERY_ROUTE)
def test_S01_visitors_are_sent_to_the_sign_in_page(route, method):
    if route in PUBLIC or route.startswith("<lang:lang>/"):
        pytest.skip("public, see the list")

    response = getattr(Client(), method)(address(route))

    assert response.status_code in (302, 401, 403), route
    if response.status_code == 302:
        assert response["Location"].startswith("/account/login/"), route


def test_the_list_names_only_routes_that_exist():
    assert set(PUBLIC) <= set(EVERY_ROUTE)


def test_public_pages_keep_what_visitors_may_know():
    """They carry their language in the address; nothing signed-in hides below it."""
    assert {route.split("/")[0] for route in EVERY_ROUTE if route.startswith("<lang")} <= {"<lang:lang>"}
    assert "lang" in get_converters()
