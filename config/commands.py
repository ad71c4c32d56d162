"""Any ``python manage.py …``: the right database role, and servers where none are configured."""

import subprocess
import sys
from contextlib import AbstractContextManager, closing, nullcontext

from config.environment import BASE_DIR, env, load_env_file
from config.servers.addresses import OWNER_COMMANDS, choose_role, database_owner_url
from config.servers.embedded import embedded_servers

WITHOUT_DATABASE = {
    "", "help", "version", "case_templates", "collectstatic", "compile_catalogs", "check_catalogs", "prepare_pages",
    "compilemessages", "makemessages", "diffsettings", "startapp",
}  # fmt: skip


def run_command(arguments: list[str]) -> None:
    """Run one management command, with the embedded servers unless ``DATABASE_URL`` names others."""
    load_env_file()
    name = arguments[1] if len(arguments) > 1 else ""
    choose_role(name)
    with _servers_for(name):
        if not env("DATABASE_URL") and name not in OWNER_COMMANDS | WITHOUT_DATABASE:
            _migrate_an_empty_database()
        from django.core.management import execute_from_command_line

        execute_from_command_line(arguments)


def _servers_for(command: str) -> AbstractContextManager[None]:
    if env("DATABASE_URL") or command in WITHOUT_DATABASE or command.startswith("-"):
        return nullcontext()
    return embedded_servers().running()


def _migrate_an_empty_database() -> None:
    """A command on a fresh checkout finds its tables; later migrations are ``make run``'s business."""
    import psycopg2

    with closing(psycopg2.connect(database_owner_url())) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('django_migrations') IS NULL")
        if cursor.fetchone() == (False,):
            return
    print("First use: creating the tables …", file=sys.stderr)
    subprocess.run([sys.executable, BASE_DIR / "manage.py", "migrate", "--verbosity", "0"], check=True)  # noqa: S603
