"""The picture on the cover: rays around a membrane, venous blue turning arterial red. Decoration, no data."""

import math

Color = tuple[int, int, int]
BLUE: Color = (74, 150, 186)
SAND: Color = (240, 196, 150)
RED: Color = (232, 92, 74)
RAYS, RADIUS, SIZE = 180, 150.0, 820


def _mix(start: Color, end: Color, part: float) -> str:
    part = min(1.0, part)
    return "#" + "".join(f"{round(a + (b - a) * part):02x}" for a, b in zip(start, end, strict=True))


def _noise(seed: int) -> list[float]:
    """Equally spread numbers from a small linear congruence: the same rays for a year, everywhere."""
    numbers = []
    for _ in range(RAYS):
        seed = (seed * 1664525 + 1013904223) % 2**32
        numbers.append(seed / 2**32)
    return numbers


def _ray(place: int, noise: float) -> str:
    angle = place / RAYS * 2 * math.pi - math.pi / 2
    turn = 0.5 - 0.5 * math.cos(angle + math.pi / 4)
    wave = 0.5 + 0.5 * math.sin(place * 0.21) * math.sin(place * 0.053 + 1)
    outer = RADIUS + 46 + 120 * wave * wave + 60 * noise
    color = _mix(BLUE, SAND, turn * 1.2) if turn < 0.5 else _mix(SAND, RED, (turn - 0.42) * 1.7)
    x, y = math.cos(angle), math.sin(angle)
    ends = f'x1="{RADIUS * x:.2f}" y1="{RADIUS * y:.2f}" x2="{outer * x:.2f}" y2="{outer * y:.2f}"'
    return f'<line {ends} stroke="{color}" stroke-width="3.2" stroke-linecap="round" opacity="0.9"/>'


def rays(year: int) -> str:
    half = SIZE // 2
    lines = "".join(_ray(place, noise) for place, noise in enumerate(_noise(year)))
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-{half} -{half} {SIZE} {SIZE}">{lines}</svg>'
