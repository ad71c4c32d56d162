"""The files a registry is deployed with: complete, explained, and without a secret."""

import re
import shutil
import subprocess
from typing import Any

import pytest
import yaml

from config.environment import BASE_DIR

READ = re.compile(r"""\benv(?:_int|_list)?\(\s*"([A-Z_]+)"|environ\.get\("([A-Z_]+)"\)""")
NAMED = re.compile(r"^#?([A-Z_]+)=", re.MULTILINE)
COMPOSE = shutil.which("docker-compose") or ""
INTERNAL = {"REGISTRY_DATABASE_ROLE", "REGISTRY_PROCESS", "DJANGO_SETTINGS_MODULE"}


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((BASE_DIR / "docker-compose.yml").read_text())
    return found


def test_every_setting_is_explained() -> None:
    sources = [*(BASE_DIR / "config").rglob("*.py"), *(BASE_DIR / "tests").glob("*.py")]
    read = {first or second for path in sources for first, second in READ.findall(path.read_text())}
    explained = set(NAMED.findall((BASE_DIR / ".env.example").read_text()))

    assert read - INTERNAL - explained == set()


def test_every_server_of_production_is_there(compose: dict[str, Any]) -> None:
    assert set(compose["services"]) == {"migrate", "web", "worker", "beat", "postgres", "redis", "caddy"}
    assert compose["networks"]["inside"]["internal"] is True
    assert [name for name, service in compose["services"].items() if "ports" in service] == ["caddy"]


@pytest.mark.skipif(not COMPOSE, reason="docker-compose is not installed")
def test_docker_compose_understands_its_file() -> None:
    checked = subprocess.run(
        [COMPOSE, "config", "--quiet"], cwd=BASE_DIR, capture_output=True, text=True, check=False
    )

    assert checked.returncode == 0, checked.stderr


def test_only_the_migration_knows_the_owner(compose: dict[str, Any]) -> None:
    knowing = {name for name, service in compose["services"].items() if "OWNER_PASSWORD" in str(service)}

    assert knowing == {"migrate", "postgres"}


def test_no_secret_is_written_down(compose: dict[str, Any]) -> None:
    secret = re.compile(r"(PASSWORD|SECRET|KEYS?)$")
    for service in compose["services"].values():
        for name, value in service.get("environment", {}).items():
            assert not secret.search(name) or re.fullmatch(r"\$\{[A-Z_]+:-\}", value), name
    for line in (BASE_DIR / ".env.example").read_text().splitlines():
        name, _, value = line.lstrip("#").partition("=")
        assert not (secret.search(name) and value.strip()), name


def test_every_requirement_is_pinned_with_hashes() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (BASE_DIR / name).read_text()
        packages = re.split(r"\n(?=[a-z])", text)[1:]
        assert len(packages) > 50
        assert all("==" in package and "--hash=sha256:" in package for package in packages)
        assert "://" not in text
