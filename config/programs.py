"""The three programs of a running registry, the same under ``make run`` and in a container."""

import sys

from config.environment import env, env_int

CELERY = [sys.executable, "-m", "celery", "-A", "config.celery"]


def programs() -> dict[str, list[str]]:
    """Their names and command lines, in the order they are started."""
    level = ["--loglevel", env("LOG_LEVEL", "INFO")]
    concurrency = ["--concurrency", str(env_int("WORKER_CONCURRENCY", 2))]
    return {
        "web": [
            sys.executable,
            "-m",
            "gunicorn",
            "-c",
            "python:config.gunicorn_settings",
            "config.wsgi:application",
        ],
        # One worker needs to hear nothing of others; without their chatter it starts at once.
        "worker": [*CELERY, "worker", *level, *concurrency, "--without-mingle", "--without-gossip"],
        "beat": [*CELERY, "beat", *level, "--pidfile="],
    }
