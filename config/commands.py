"""Any ``python manage.py …``: the right database role, and servers where none are configured."""

from contextlib import AbstractContextManager, nullcontext

from config.environment import env, load_env_file
from config.servers.addresses import choose_role
from config.servers.embedded import embedded_servers

WITHOUT_DATABASE = {
    "", "help", "version", "collectstatic", "compile_catalogs", "check_catalogs", "compilemessages",
    "makemessages", "diffsettings", "startapp",
}  # fmt: skip


def run_command(arguments: list[str]) -> None:
    """Run one management command, with the embedded servers unless ``DATABASE_URL`` names others."""
    load_env_file()
    name = arguments[1] if len(arguments) > 1 else ""
    choose_role(name)
    with _servers_for(name):
        from django.core.management import execute_from_command_line

        execute_from_command_line(arguments)


def _servers_for(command: str) -> AbstractContextManager[None]:
    if env("DATABASE_URL") or command in WITHOUT_DATABASE or command.startswith("-"):
        return nullcontext()
    return embedded_servers().running()
