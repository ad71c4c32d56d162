"""Blood gases whose values belong together."""

import math


def ph(paco2: float, hco3: float) -> float:
    """Henderson and Hasselbalch: mmHg and mmol/L."""
    return 6.1 + math.log10(hco3 / (0.0307 * paco2))


def hco3(paco2: float, acidity: float) -> float:
    """The bicarbonate in mmol/L that goes with PaCO2 in mmHg and a pH."""
    return 0.0307 * paco2 * 10 ** (acidity - 6.1)


def base_excess(bicarbonate: float, acidity: float) -> float:
    """Of the extracellular fluid, in mmol/L with one decimal place (Siggaard-Andersen); never minus zero."""
    return round(bicarbonate - 24.8 + 16.2 * (acidity - 7.4), 1) + 0.0


def saturation(po2: float) -> float:
    """Percent, from mmHg (Severinghaus)."""
    return 100 / (1 + 23400 / (po2**3 + 150 * po2))
