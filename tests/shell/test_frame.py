"""Navigation, messages and marks of the frame."""

import pytest
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.template import Context, Template

from config.frame import Place, Toast, _toast, mark_current


def places(*urls: str) -> list[Place]:
    return [Place(url, url, False) for url in urls]


@pytest.mark.parametrize(
    ("path", "current"),
    [
        ("/cases/", "/cases/"),
        ("/cases/D01-26-0001/", "/cases/"),
        ("/admin/reports/", "/admin/reports/"),
        ("/elsewhere/", None),
    ],
)
def test_the_place_with_the_longest_address_that_holds_the_path_is_current(
    path: str, current: str | None
) -> None:
    marked = mark_current(places("/", "/cases/", "/admin/", "/admin/reports/"), path)

    assert [place.url for place in marked if place.current] == ([current] if current else [])


def test_a_message_may_carry_the_address_that_takes_the_act_back() -> None:
    message = Message(constants.SUCCESS, "Accepted", extra_tags="undo:/review/D01-26-0001/undo/")

    assert _toast(message) == Toast("Accepted", "success", "/review/D01-26-0001/undo/")


def test_an_icon_speaks_only_when_it_has_words() -> None:
    silent, spoken = (
        Template("{% load frame %}{% icon 'tick' " + words + "%}").render(Context({"label": "<Done>"}))
        for words in ("", "label=label ")
    )

    assert 'aria-hidden="true"' in silent
    assert 'aria-label="&lt;Done&gt;"' in spoken
