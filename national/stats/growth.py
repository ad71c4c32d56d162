"""Change from one year to the next."""


def growth(previous: int | None, current: int | None) -> float | None:
    """Change relative to the year before, as a fraction: 0.125 is one eighth more.

    None when either year is unknown or the year before had nothing to grow from.
    """
    if not previous or current is None:
        return None
    return (current - previous) / previous


def cagr(start: float, end: float, years: float) -> float | None:
    """Compound annual growth rate over ``years`` years; None without a positive start and period."""
    if start <= 0 or years <= 0 or end < 0:
        return None
    return float((end / start) ** (1 / years) - 1)
