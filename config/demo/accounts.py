"""The people of the demonstration: five who can sign in, and colleagues whose names stand beside cases."""

import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from centers.models import Center, Membership, Role, User

DOMAIN = "demo.invalid"
FILE = "demo-accounts.json"
SILENT_REVIEWERS = 2


@dataclass(frozen=True)
class Account:
    """Somebody who can sign in. ``center`` is a position in the list of centers."""

    login: str
    role: Role
    name: str
    language: str = "zh-hans"
    center: int | None = None

    @property
    def email(self) -> str:
        return f"{self.login}@{DOMAIN}"


ACCOUNTS = (
    Account("coordinator", Role.COORDINATOR, "演示协调员", center=0),
    Account("director", Role.DIRECTOR, "演示中心主任", center=0),
    Account("coordinator2", Role.COORDINATOR, "演示协调员二", center=1),
    Account("reviewer", Role.REVIEWER, "演示审核员"),
    Account("admin", Role.ADMIN, "演示管理员"),
)


@dataclass(frozen=True)
class Staff:
    """Primary keys of the people whose acts the cases show."""

    coordinators: list[int]
    reviewers: tuple[int, ...]


def make_staff(centers: list[Center], directory: Path) -> Staff:
    """Create everybody; the passwords exist only in the file."""
    passwords = {account.email: secrets.token_urlsafe(12) for account in ACCOUNTS}
    own = [_sign_in(account, passwords[account.email], centers) for account in ACCOUNTS]
    signed_in = {
        account.center: user for account, user in zip(ACCOUNTS, own, strict=True) if _enters_data(account)
    }
    silent = [
        _colleague(
            f"coordinator-{center.center_code.lower()}",
            f"{center.center_code} 演示协调员",
            Role.COORDINATOR,
            center,
        )
        for place, center in enumerate(centers)
        if place not in signed_in
    ]
    coordinators = iter(silent)
    reviewers = [user for account, user in zip(ACCOUNTS, own, strict=True) if account.role == Role.REVIEWER]
    reviewers += [
        _colleague(f"reviewer-{number}", f"演示审核员{number}", Role.REVIEWER, None)
        for number in range(1, SILENT_REVIEWERS + 1)
    ]
    _write(directory / FILE, passwords, centers)
    return Staff(
        coordinators=[(signed_in.get(place) or next(coordinators)).pk for place in range(len(centers))],
        reviewers=tuple(user.pk for user in reviewers),
    )


def _enters_data(account: Account) -> bool:
    return account.role == Role.COORDINATOR


def _sign_in(account: Account, password: str, centers: list[Center]) -> User:
    center = None if account.center is None else centers[min(account.center, len(centers) - 1)]
    user = User.objects.create_user(account.email, password, name=account.name, language=account.language)
    Membership.objects.create(user=user, center=center, role=account.role)
    return user


def _colleague(login: str, name: str, role: Role, center: Center | None) -> User:
    """Somebody without a password."""
    user = User.objects.create_user(f"{login}@{DOMAIN}", None, name=name)
    Membership.objects.create(user=user, center=center, role=role)
    return user


def _write(path: Path, passwords: dict[str, str], centers: list[Center]) -> None:
    """Only the owner of the data directory can read the file."""
    listed = [_listed(account, passwords, centers) for account in ACCOUNTS]
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        json.dump(listed, file, ensure_ascii=False, indent=2)


def _listed(account: Account, passwords: dict[str, str], centers: list[Center]) -> dict[str, Any]:
    center = None if account.center is None else centers[min(account.center, len(centers) - 1)]
    return {
        "role": str(account.role),
        "center": center.center_code if center else None,
        "email": account.email,
        "password": passwords[account.email],
    }
