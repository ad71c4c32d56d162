"""What each request costs, for a benchmark: one JSON object a line in the file that COUNT_TO names.

Used by ``benchmarks.counting_settings`` alone; the registry as it is installed knows nothing of it.
"""

import json
import os
import time
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse


class CountingMiddleware:
    """Counts the statements of a request and the seconds until it is answered."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        statements = 0

        def count(execute: Any, *arguments: Any) -> Any:
            nonlocal statements
            statements += 1
            return execute(*arguments)

        begun = time.perf_counter()
        with connection.execute_wrapper(count):
            response = self.get_response(request)
        _write([request.method, request.path, statements, time.perf_counter() - begun])
        return response


def _write(line: list[Any]) -> None:
    """Short lines that are appended whole, so that several workers may write."""
    with open(os.environ["COUNT_TO"], "a", encoding="utf-8") as file:
        file.write(json.dumps(line) + "\n")
