"""Each error says what happened in both languages, with a way on and a reference, and nothing of the inside."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.test import Client, RequestFactory
from django.utils import translation

from config import errors

pytestmark = pytest.mark.django_db

HEADINGS = {
    400: ("There is a problem", "这次提交有问题"),
    403: ("You cannot view this page", "您没有查看此页的权限"),
    404: ("Page not found", "找不到这一页"),
    409: ("Someone else just changed this", "他人刚刚修改过"),
    413: ("File too large or wrong type", "文件太大或格式不对"),
    429: ("Too many tries", "尝试次数过多"),
    500: ("Something went wrong", "出错了，我们已记录"),
    503: ("Maintenance", "正在维护"),
}


@pytest.fixture
def request_(rf: RequestFactory) -> HttpRequest:
    request = rf.get("/somewhere/")
    request.user = AnonymousUser()
    request.session = {}  # type: ignore[assignment]
    request._messages = []  # type: ignore[attr-defined]
    return request


@pytest.mark.parametrize("status", HEADINGS)
@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_an_error_page_says_it_in_both_languages(request_: HttpRequest, status: int, language: str) -> None:
    with translation.override(language):
        page = errors.answer(request_, status, wait_minutes=5)

    html = page.content.decode()
    assert page.status_code == status
    assert page["Cache-Control"] == "no-store"
    assert all(heading in html for heading in HEADINGS[status])
    assert " style=" not in html


def test_the_page_for_a_fault_needs_neither_database_nor_session(django_assert_num_queries: object) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]
        page = errors.server_error(RequestFactory().get("/"))

    assert page.status_code == 500


def test_an_unknown_address_is_answered_with_a_reference(client: Client) -> None:
    page = client.get("/zh/nowhere/")

    assert page.status_code == 404
    assert "编号" in page.content.decode()
