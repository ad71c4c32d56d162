"""Demonstration data goes into an empty registry that is not production, and nowhere else."""

from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from centers.models import User


@pytest.mark.django_db
def test_other_data_stays_as_it_is() -> None:
    User.objects.create_user("someone@example.org", "x", name="Someone")

    for options in ({}, {"replace": True}):
        with pytest.raises(CommandError, match="no demonstration data"):
            call_command("seed_demo", **options)


@pytest.mark.django_db
def test_production_refuses(settings: Any) -> None:
    settings.REGISTRY_MODE = "production"

    with pytest.raises(CommandError, match="production"):
        call_command("seed_demo")
