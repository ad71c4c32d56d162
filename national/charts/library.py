"""Where the vendored ECharts is: the full build, for drawing on the server."""

from pathlib import Path

VENDOR = Path(__file__).resolve().parents[2] / "static" / "vendor"


def echarts() -> Path:
    """The full build; pages load the smaller common build beside it."""
    found = sorted(VENDOR.glob("echarts-*/echarts.min.js"))
    if not found:
        raise FileNotFoundError(f"no ECharts under {VENDOR}: run the vendoring script")
    return found[-1]
