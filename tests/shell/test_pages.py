"""The frame around every page, for visitors and for people at work."""

from types import SimpleNamespace

import pytest
from django.conf import settings
from django.templatetags.static import static
from django.test import Client

from national.showing import Headline
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db

PUBLIC = ["/zh/", "/en/", "/zh/help/", "/en/help/", "/zh/privacy/", "/en/privacy/"]


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_page_speaks_the_language_of_its_address(client: Client, address: str) -> None:
    page = client.get(address)

    language = "zh-Hans" if address.startswith("/zh/") else "en"
    assert page.status_code == 200
    assert f'<html lang="{language}"' in page.content.decode()


@pytest.mark.parametrize("address", PUBLIC)
def test_no_page_carries_inline_style_or_script(client: Client, address: str) -> None:
    html = client.get(address).content.decode()

    assert " style=" not in html
    assert "<script>" not in html
    assert " onclick=" not in html


def test_the_other_language_is_the_same_page(client: Client) -> None:
    html = client.get("/zh/help/?x=1").content.decode()

    assert 'href="/en/help/?x=1"' in html


def test_the_front_page_leads_to_the_figures_and_their_definitions(client: Client) -> None:
    html = client.get("/en/").content.decode()

    assert all(f'href="/en/{page}/"' in html for page in ("stats", "stats/tables", "methods", "help"))


def test_the_front_page_shows_the_figures_of_the_latest_year(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = SimpleNamespace(
        year=2025,
        is_open_year=True,
        stamps={"as_of": "2026-01-31"},
        headlines=[Headline("812", "runs", "2025"), Headline("31", "centers", "800 patients")],
    )
    monkeypatch.setattr("config.pages.NationalPage", lambda lang: shown)

    html = client.get("/en/").content.decode()

    assert "<b>812</b><span>runs</span>" in html
    assert "<b>31</b><span>centers</span>" in html
    assert "2026-01-31" in html
    assert "provisional" in html


@pytest.mark.parametrize("address", [*PUBLIC, "/en/stats/", "/zh/stats/tables/"])
def test_visitors_get_no_token_on_pages_that_caches_may_keep(client: Client, address: str) -> None:
    page = client.get(address, follow=True)

    assert page.status_code == 200
    assert "csrf" not in page.content.decode().lower()
    assert settings.CSRF_COOKIE_NAME not in client.cookies


def test_people_at_work_get_a_token_for_their_scripts() -> None:
    client = Client()
    client.force_login(make_user())

    assert "X-CSRFToken" in client.get("/en/").content.decode()


def test_browsers_find_the_icon_where_they_look_for_it(client: Client) -> None:
    assert client.get("/favicon.ico")["Location"] == static("img/mark.svg")


def test_robots_read_the_public_pages_only(client: Client) -> None:
    lines = client.get("/robots.txt").content.decode().splitlines()

    assert {"Disallow: /", "Allow: /zh/", "Allow: /en/"} <= set(lines)
