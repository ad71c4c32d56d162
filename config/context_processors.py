"""What every template may read."""

from typing import Any

from django.http import HttpRequest

from config.frame import Frame


def frame(request: HttpRequest) -> dict[str, Any]:
    """The frame of the page; costs nothing until a template asks it something."""
    return {"frame": Frame(request)}
