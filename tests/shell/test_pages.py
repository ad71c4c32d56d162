"""The frame around every page, for visitors and for people at work."""

import pytest
from django.test import Client

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
