"""What the environment says: every variable the registry reads is read through here.

``.env.example`` explains each variable. A value that is missing where it must not be stops the
start with one sentence that says what to set.
"""

import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
MODES = ("demo", "local", "production")


def env(name: str, default: str = "") -> str:
    """The variable's text, or ``default`` when it is absent or empty."""
    return os.environ.get(name) or default


def env_list(name: str, default: str = "") -> list[str]:
    """A comma-separated variable as a list without blanks."""
    return [part.strip() for part in env(name, default).split(",") if part.strip()]


def env_int(name: str, default: int) -> int:
    """A whole number; anything else stops the start."""
    value = env(name, str(default))
    if not value.lstrip("-").isdigit():
        raise SystemExit(f"{name} must be a whole number, not {value!r}.")
    return int(value)


def registry_mode() -> str:
    """``demo``, ``local`` or ``production``; ``DEMO=0`` alone means ``local``."""
    mode = env("REGISTRY_MODE", "local" if env("DEMO") == "0" else "demo")
    if mode not in MODES:
        raise SystemExit(f"REGISTRY_MODE must be one of {', '.join(MODES)}, not {mode!r}.")
    return mode


def load_env_file(path: Path = BASE_DIR / ".env") -> None:
    """Read ``NAME=value`` lines into the environment; what is set already wins."""
    if not path.is_file():
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        name, equals, value = line.strip().partition("=")
        if equals and not name.startswith("#"):
            os.environ.setdefault(name.strip(), value.strip().strip("\"'"))


def refuse_unsafe_production() -> None:
    """Stop the start of a production registry whose environment is incomplete or unsafe."""
    if problems := production_problems():
        raise SystemExit("Production cannot start:\n" + "\n".join(f"  - {problem}" for problem in problems))


PRODUCTION_NEEDS = (
    "SECRET_KEY", "REGISTRY_MASTER_KEYS", "REGISTRY_HASH_KEY", "DATABASE_URL", "REDIS_URL",
    "ALLOWED_HOSTS", "SITE_URL", "DATA_DIR",
)  # fmt: skip


def production_problems() -> list[str]:
    """What production still lacks, one sentence each."""
    problems = [f"{name} must be set." for name in _needed() if not env(name)]
    if env("SECRET_KEY") and (len(env("SECRET_KEY")) < 50 or len(set(env("SECRET_KEY"))) < 5):
        problems.append("SECRET_KEY must be random and have at least 50 characters.")
    if {"*", "localhost", "127.0.0.1"} & set(env_list("ALLOWED_HOSTS")):
        problems.append("ALLOWED_HOSTS must name the public host, not * or localhost.")
    if env("SITE_URL") and not env("SITE_URL").startswith("https://"):
        problems.append("SITE_URL must begin with https://.")
    if env("REGISTRY_HASH_KEY") and env("REGISTRY_HASH_KEY") in env("REGISTRY_MASTER_KEYS"):
        problems.append("REGISTRY_HASH_KEY must differ from every key of REGISTRY_MASTER_KEYS.")
    return problems


def _needed() -> tuple[str, ...]:
    """The owner's address is demanded only where it is used, so that pages need not know it."""
    migrating = env("REGISTRY_DATABASE_ROLE") == "owner"
    return (*PRODUCTION_NEEDS, "DATABASE_OWNER_URL") if migrating else PRODUCTION_NEEDS
