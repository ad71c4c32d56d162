"""Draw static/img/rays.svg, the ring of strokes on the home page and beside the sign-in form.

The ring stands for runs around a year: blue (drained) turns to red (returned). Written with attributes only, so a
strict content security policy has nothing to refuse. The same seed gives the same file.
"""

import math
import random
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "static" / "img" / "rays.svg"
STROKES, INNER, REACH = 180, 140, 380
BLUE, SAND, RED = (74, 150, 186), (240, 196, 150), (232, 92, 74)


def mix(start: tuple[int, ...], end: tuple[int, ...], share: float) -> str:
    """The color at ``share`` (0 to 1) of the way between two colors, as #rrggbb."""
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in zip(start, end, strict=True))


def color(share: float) -> str:
    return mix(BLUE, SAND, share * 1.2) if share < 0.5 else mix(SAND, RED, min(1.0, (share - 0.42) * 1.7))


def stroke(number: int, dice: random.Random) -> str:
    angle = number / STROKES * math.tau - math.pi / 2
    swell = 0.5 + 0.5 * math.sin(number * 0.21) * math.sin(number * 0.053 + 1)
    outer = INNER + 44 + 110 * swell**2 + 56 * dice.random()
    x, y = math.cos(angle), math.sin(angle)
    share = 0.5 - 0.5 * math.cos(angle + math.pi / 4)
    return (
        f'<line x1="{INNER * x:.1f}" y1="{INNER * y:.1f}" x2="{outer * x:.1f}" y2="{outer * y:.1f}" '
        f'stroke="{color(share)}"/>'
    )


def main() -> None:
    dice = random.Random(2026)  # noqa: S311
    lines = "\n".join(stroke(number, dice) for number in range(STROKES))
    box = f"{-REACH} {-REACH} {2 * REACH} {2 * REACH}"
    TARGET.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" stroke-width="3" stroke-linecap="round" '
        f'opacity=".9">\n{lines}\n</svg>\n'
    )


if __name__ == "__main__":
    main()
