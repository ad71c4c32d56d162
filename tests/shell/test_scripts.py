"""Scripts import one way: a circle would keep the files of the pages from being named by their content."""

import re
from pathlib import Path

from django.conf import settings

SCRIPTS = Path(settings.BASE_DIR) / "static" / "js"
# As the storage of static files reads them: comments count too.
IMPORTED = re.compile(r"""(?:import|from)\s*["']\./([\w.]+)["']""")


def test_no_script_imports_itself_over_others() -> None:
    graph = {path.name: IMPORTED.findall(path.read_text(encoding="utf-8")) for path in SCRIPTS.glob("*.js")}

    assert graph
    assert [" > ".join(circle) for name in graph if (circle := _circle(graph, [name]))] == []


def _circle(graph: dict[str, list[str]], path: list[str]) -> list[str]:
    for name in graph.get(path[-1], []):
        if name in path:
            return [*path, name]
        if found := _circle(graph, [*path, name]):
            return found
    return []
