"""Centers and the people of a center: its coordinator, its director, a stranger from elsewhere."""

from itertools import count
from typing import Any

from centers.models import Center, Invitation, Membership, Role, User

PASSWORD = "lantern Copper 71 meadow"
"""A password that every validator accepts."""

numbers = count(1)


def make_center(**fields: Any) -> Center:
    n = next(numbers)
    return Center.objects.create(
        **{
            "center_code": f"T{n:03}",
            "center_name": f"测试第{n}医院",
            "center_name_en": f"Test Hospital {n}",
            "center_province": "31",
            "center_city": "上海",
            "program_start_year": 2015,
            **fields,
        }
    )


def make_user(password: str | None = PASSWORD, **fields: Any) -> User:
    n = next(numbers)
    return User.objects.create_user(
        **{"email": f"person{n}@test.example", "password": password, "name": f"Person {n}", **fields}
    )


def make_membership(user: User, role: str, center: Center | None = None) -> Membership:
    return Membership.objects.create(user=user, role=role, center=center)


def make_invitation(**fields: Any) -> tuple[Invitation, str]:
    """An open invitation and the secret of its link."""
    invitation = Invitation(
        **{
            "email": f"guest{next(numbers)}@test.example",
            "role": Role.COORDINATOR,
            "invited_by": fields.pop("invited_by", None) or make_user(),
            **fields,
        }
    )
    if invitation.role in (Role.COORDINATOR, Role.DIRECTOR) and invitation.center is None:
        invitation.center = make_center()
    token = invitation.issue_token()
    invitation.save()
    return invitation, token


def person_with(role: str | None, center: Center | None = None, **fields: Any) -> User:
    """A person with one role, at that center if it is a role of a center."""
    user = make_user(**fields)
    if role:
        make_membership(user, role, None if role in (Role.REVIEWER, Role.ADMIN) else center)
    return user


def coordinator_of(center: Center, **fields: Any) -> User:
    return person_with(Role.COORDINATOR, center, **fields)


def director_of(center: Center, **fields: Any) -> User:
    return person_with(Role.DIRECTOR, center, **fields)


def reviewer(**fields: Any) -> User:
    return person_with(Role.REVIEWER, **fields)


def admin(**fields: Any) -> User:
    return person_with(Role.ADMIN, **fields)
