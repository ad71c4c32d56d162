"""Decimal arithmetic, so that 57 mmHg on 57 % oxygen is exactly 100 and meets its cut-off."""

from decimal import Decimal


def exact(value: object) -> Decimal:
    """A number as it is written: 0.1 is one tenth."""
    return Decimal(str(value))


def fraction_of_oxygen(fio2: object) -> Decimal:
    """Raises ValueError for a percentage or anything else that is no fraction from 0.21 to 1."""
    fraction = exact(fio2)
    if not Decimal("0.21") <= fraction <= 1:
        raise ValueError(f"fio2 is a fraction from 0.21 to 1, not {fio2}")
    return fraction
