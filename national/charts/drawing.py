"""Drawing an ECharts option to SVG on the server, in a V8 of our own (no Node, no browser)."""

import json
from pathlib import Path

from py_mini_racer import MiniRacer

from national.charts.figure import Figure

# The library asks for timers and a global object; a picture without animation needs neither to do anything.
SURROUNDINGS = (
    "var self = this, window = undefined; var setTimeout = function () {}, clearTimeout = function () {};"
)
DRAW = """
function draw(option, width, height) {
  var chart = echarts.init(null, null, {renderer: "svg", ssr: true, width: width, height: height});
  chart.setOption(JSON.parse(option));
  var svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}"""


class Draftsman:
    """One JavaScript context. Elements are numbered per context, so equal documents need a fresh one each.

    Create it after a fork (in the task, at first use): a context made before the fork hangs in the child.
    """

    def __init__(self, library: Path):
        self._engine = MiniRacer()
        self._engine.eval(SURROUNDINGS)
        self._engine.eval(library.read_text(encoding="utf-8") + ";0")
        self._engine.eval(DRAW)

    def draw(self, figure: Figure) -> str:
        if figure.svg is not None:
            return figure.svg
        return str(self._engine.call("draw", json.dumps(figure.option), figure.width, figure.height))

    def close(self) -> None:
        self._engine.close()
