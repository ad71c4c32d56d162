"""``make run``: children that are kept alive and all gone at the end."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psutil
import psycopg2
import pytest

from config.environment import BASE_DIR
from config.servers.embedded import Servers, prepare_directory
from config.servers.roles import DATABASE
from config.supervisor import arrival
from config.supervisor.processes import Child, Family
from tests.cluster import TEST_DATABASE
from tests.platform.test_servers import WITHOUT_ADDRESSES
from tests.template import copy_cluster, template


def test_a_dead_child_is_started_again_until_it_dies_too_often(tmp_path: Path) -> None:
    child = Child("short", ["/bin/true"], tmp_path / "log")
    family = Family([child])
    family.start()
    for _ in range(4):
        child.process.wait()  # type: ignore[union-attr]
        family.tend()
    child.process.wait()  # type: ignore[union-attr]

    with pytest.raises(SystemExit, match="short cannot stay up"):
        family.tend()


def test_stopping_ends_what_a_child_has_started(tmp_path: Path) -> None:
    child = Child("parent", ["/bin/sh", "-c", "sleep 300 & sleep 300"], tmp_path / "log")
    child.start()
    process = psutil.Process(child.process.pid)  # type: ignore[union-attr]
    while len(process.children()) < 2:
        time.sleep(0.01)
    grandchildren = process.children()

    child.stop()

    _gone, alive = psutil.wait_procs(grandchildren, timeout=5)
    assert alive == []


def test_demo_accounts_are_shown_as_a_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrival, "data_directory", lambda: tmp_path)
    assert arrival.demo_accounts() == []

    (tmp_path / arrival.ACCOUNTS).write_text(
        '[{"role": "admin", "email": "a@x", "password": "p"}, {"role": "reviewer", "center": "D01", "email": "b@x"}]'
    )

    assert arrival.demo_accounts() == ["admin            a@x   p", "reviewer   D01   b@x"]


@pytest.fixture
def home() -> Iterator[Path]:
    path = Path(tempfile.mkdtemp(prefix="registry-home-"))
    yield path
    shutil.rmtree(path, ignore_errors=True)


@pytest.mark.usefixtures("django_db_setup")
def test_the_registry_starts_and_leaves_nothing_behind(home: Path) -> None:
    _put_tables_into(home)
    port = _free_port()
    environment = WITHOUT_ADDRESSES | {
        "DATA_DIR": str(home),
        "PORT": str(port),
        "DEMO": "0",
        "WEB_CONCURRENCY": "1",
    }
    environment |= {
        "STATIC_ROOT": str(home / "static"),
        "PYTHONUNBUFFERED": "1",
        "ADMIN_EMAIL": "first@example.org",
    }
    command = [sys.executable, "-m", "config.supervisor"]

    supervisor = subprocess.Popen(command, cwd=BASE_DIR, env=environment, stdout=subprocess.PIPE, text=True)
    said = _read_until(supervisor, "Stop: Ctrl-C")
    family = psutil.Process(supervisor.pid).children(recursive=True)
    with urllib.request.urlopen(f"http://localhost:{port}/readyz") as answer:
        assert answer.status == 200
    assert Servers(home).cluster.is_running()
    supervisor.send_signal(signal.SIGTERM)
    said += supervisor.communicate(timeout=60)[0]

    assert supervisor.returncode == 0, said
    assert f"First admin (first@example.org), open within 72 hours, once:\n  http://localhost:{port}/" in said
    assert len(family) >= 4
    assert psutil.wait_procs(family, timeout=5)[1] == []
    assert not Servers(home).cluster.is_running()
    assert not Servers(home).broker.is_running()


def test_a_busy_port_is_named_in_one_line(home: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        environment = os.environ | {"PORT": port, "DATA_DIR": str(home)}
        command = [sys.executable, "-m", "config.supervisor"]

        done = subprocess.run(command, cwd=BASE_DIR, env=environment, capture_output=True, text=True)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [
        f"Port {port} cannot be used (Address already in use): choose another with PORT=…."
    ]


def _put_tables_into(home: Path) -> None:
    """Migrating from nothing is tried wherever a test database is made; here it would only take time."""
    servers = Servers(home, with_broker=False)
    prepare_directory(home)
    copy_cluster(template(), servers.cluster.data)
    servers.cluster.start()
    with closing(psycopg2.connect(servers.superuser_dsn)) as connection, connection.cursor() as cursor:
        connection.autocommit = True
        cursor.execute(f"DROP DATABASE {DATABASE}")
        cursor.execute(f"ALTER DATABASE {TEST_DATABASE} RENAME TO {DATABASE}")
    servers.cluster.stop()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _read_until(process: subprocess.Popen[str], text: str) -> str:
    said = ""
    for line in process.stdout or ():
        said += line
        if text in line:
            return said
    raise AssertionError(f"it ended without saying {text!r}:\n{said}")
