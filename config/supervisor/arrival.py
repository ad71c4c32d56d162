"""What ``make run`` says once the registry answers."""

import json
from typing import Any

from config.environment import env, registry_mode
from config.servers.embedded import data_directory

ACCOUNTS = "demo-accounts.json"


def greet(port: int) -> None:
    """Print the address, and in a demonstration the accounts to try it with."""
    address = env("SITE_URL", f"http://localhost:{port}")
    print(f"\nThe registry is running: {address}/\n")
    for line in demo_accounts() if registry_mode() == "demo" else []:
        print(f"  {line}")
    print(f"\nLogs: {data_directory() / 'logs'}", flush=True)


def demo_accounts() -> list[str]:
    """One line per demo account, as the seeding left them in ``demo-accounts.json``."""
    path = data_directory() / ACCOUNTS
    if not path.exists():
        return []
    accounts: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    columns = ("role", "center", "email", "password")
    rows = [[str(account.get(column) or "") for column in columns] for account in accounts]
    widths = [max(len(row[index]) for row in rows) for index in range(len(columns))] if rows else []
    return [
        "   ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
