"""The registry's settings with every request counted."""

from config.settings import *  # noqa: F403
from config.settings import MIDDLEWARE as OWN

MIDDLEWARE = ["benchmarks.counting.CountingMiddleware", *OWN]
