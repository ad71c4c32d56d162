"""Groups of codes the whole registry speaks of."""

VENOUS_MODES = frozenset({"VV", "VVECCO2R", "AVECCO2R"})
ECPR = 3


def mode_class(support_type: int | None, initial_mode: str | None) -> str:
    """The mark of a run: ECPR if the support type says so, VV for venous and CO2-removal modes, else VA."""
    if support_type == ECPR:
        return "ecpr"
    return "vv" if initial_mode in VENOUS_MODES else "va"
