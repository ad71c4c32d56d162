"""The tile grid: one equal tile for each of the 34 provincial-level regions, in rough geographic places.

It draws no boundary (a map of China for publication needs an approved base map). The SVG uses attributes and
classes only, so that it may stand inline on a page with a strict content policy.
"""

from collections.abc import Iterator
from html import escape

from national.charts import formats, theme
from national.charts.figure import Figure
from national.charts.labels import PROVINCES, Lang, say
from national.charts.released import Document, is_withheld, released, row_of

TITLE = ("Runs by province of the center", "按中心所在省级行政区的例次")
NOTE = ("number of runs", "例次")
KEY_NONE = ("no accepted run reported", "未上报已通过的例次")
KEY_HIDDEN = ("* withheld (small cell)", "* 小格不显示")
LAYOUT = (
    "........黑",
    ".....蒙..吉",
    "新.甘宁晋冀京津辽",
    "藏青.陕豫鲁...",
    "..川渝鄂皖苏沪.",
    "..滇黔湘赣浙..",
    "...桂粤闽.台.",
    "...琼澳港...",
)
WIDTH, TILE_WIDTH, TILE_HEIGHT, GAP, LEFT, TOP = 680, 66, 30, 3, 32, 4
HATCH = (
    '<defs><pattern id="none" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    f'<rect width="6" height="6" fill="#F4F7F8"/><path d="M0 0v6" stroke="{theme.AXIS}" stroke-width="2"/></pattern></defs>'
)


def places() -> Iterator[tuple[str, int, int]]:
    """(province code, column, line) of each tile."""
    by_short = {names[3]: code for code, names in PROVINCES.items()}
    for line, row in enumerate(LAYOUT):
        for column, short in enumerate(row):
            if short != ".":
                yield by_short[short], column, line


def breaks(values: list[int]) -> list[int]:
    """Up to four limits from 1, 2, 5, 10, 20, 50 … that part the counts into five shades, the highest near the top."""
    steps = [step * 10**power for power in range(7) for step in (1, 2, 5)]
    below = [step for step in steps if step <= 0.75 * max(values, default=1)]
    return below[-4:] or [1]


def shade(value: int, limits: list[int]) -> int:
    return sum(value >= limit for limit in limits)


def _text(x: float, y: float, words: str, color: str, size: float, more: str = "") -> str:
    return f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" fill="{color}"{more}>{escape(words)}</text>'


def _tile(
    code: str, column: int, line: int, value: int | None, hidden: bool, limits: list[int], lang: Lang
) -> str:
    x, y = LEFT + column * (TILE_WIDTH + GAP), TOP + line * (TILE_HEIGHT + GAP)
    empty = not value and not hidden
    step = shade(value, limits) if value else 0
    fill = "url(#none)" if empty else theme.SEQUENCE[step]
    ink = theme.INK_SOFT if empty else theme.SEQUENCE_INK[step]
    short = PROVINCES[code][2] if lang == "en" else PROVINCES[code][3]
    amount = formats.count(value, withheld=hidden)
    return (
        f'<g class="tile" data-province="{code}"><title>{escape(say(PROVINCES[code][:2], lang))}: {amount}</title>'
        f'<rect x="{x}" y="{y}" width="{TILE_WIDTH}" height="{TILE_HEIGHT}" rx="4" fill="{fill}"/>'
        + _text(x + 8, y + 19.5, short, ink, 12.5, ' font-weight="700"')
        + _text(x + TILE_WIDTH - 8, y + 19.5, amount, ink, 12, ' text-anchor="end"')
        + "</g>"
    )


def _scale_names(limits: list[int]) -> list[str]:
    """The ranges of the five shades in words: 0–19, 20–49, … 300+."""
    starts = [1, *limits]
    return [f"{a:,}–{b - 1:,}" if b - a > 1 else f"{a:,}" for a, b in zip(starts, limits, strict=False)] + [
        f"{limits[-1]:,}+"
    ]


def _legend(limits: list[int], top: float, lang: Lang) -> str:
    parts = []
    x: float = LEFT
    for color, name in zip(theme.SEQUENCE, _scale_names(limits), strict=False):
        parts.append(f'<rect x="{x:g}" y="{top}" width="22" height="11" rx="2" fill="{color}"/>')
        parts.append(_text(x + 27, top + 10, name, theme.INK_SOFT, 11.5))
        x += 44 + 7 * len(name)
    parts.append(f'<rect x="{x:g}" y="{top}" width="22" height="11" rx="2" fill="url(#none)"/>')
    parts.append(_text(x + 27, top + 10, say(KEY_NONE, lang), theme.INK_SOFT, 11.5))
    return "".join(parts)


def _description(table: Document, year: int, lang: Lang) -> str:
    said = []
    for code, names in PROVINCES.items():
        row = row_of(table, year=year, province=code)
        if row and (released(row, "runs") is not None or is_withheld(row, "runs")):
            said.append(f"{say(names[:2], lang)} {formats.count(released(row, 'runs'))}")
    return f"{say(TITLE, lang)}. " + ", ".join(said)


def tile_grid(table: Document, year: int, lang: Lang) -> Figure:
    """The grid with a key; hatched: nobody reports there (statistic ``by_province``)."""
    rows = {code: row_of(table, year=year, province=code) for code, _, _ in places()}
    values = {code: released(row, "runs") for code, row in rows.items()}
    limits = breaks([value for value in values.values() if value])
    tiles = [
        _tile(code, column, line, values[code], is_withheld(rows[code], "runs"), limits, lang)
        for code, column, line in places()
    ]
    key_top = TOP + len(LAYOUT) * (TILE_HEIGHT + GAP) + 10
    height = key_top + 36
    description = _description(table, year, lang)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" class="tile-grid" role="img" '
        f'font-family="{theme.FONT}"><title>{escape(description)}</title>{HATCH}{"".join(tiles)}'
        f"{_legend(limits, key_top, lang)}{_text(LEFT, key_top + 28, say(KEY_HIDDEN, lang), theme.INK_SOFT, 11.5)}</svg>"
    )
    return Figure("runs-by-province", say(TITLE, lang), say(NOTE, lang), description, WIDTH, height, svg=svg)
