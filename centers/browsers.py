"""What a browser calls itself, in the words people use for it."""

import re

BROWSERS = {
    "MicroMessenger": "WeChat",
    "QQBrowser": "QQ Browser",
    "Edg": "Edge",
    "Firefox": "Firefox",
    "Chrome": "Chrome",
    "Safari": "Safari",
}
SYSTEMS = {
    "Windows": "Windows",
    "Android": "Android",
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Mac OS": "macOS",
    "Linux": "Linux",
}
"""In this order: Edge also says Chrome, Chrome also says Safari, Android also says Linux."""


def describe(user_agent: str) -> str:
    """``Chrome · Windows``; the beginning of the text where it is unknown.

    >>> describe("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0")
    'Edge · Windows'
    >>> describe("curl/8.1")
    'curl/8.1'
    """
    parts = [_first(BROWSERS, user_agent), _first(SYSTEMS, user_agent)]
    return " · ".join(part for part in parts if part) or user_agent[:40] or "–"


def _first(names: dict[str, str], user_agent: str) -> str:
    return next((label for name, label in names.items() if re.search(rf"\b{name}", user_agent)), "")
