"""Typesetting: the report document and its drawn figures become a PDF.

Data reaches the typesetter as JSON only, so no text of the registry is ever read as markup. Fonts come from the
packages and this folder, never from the machine, and the only date in the file is the data cut: equal documents
give equal bytes.
"""

import json
import shutil
import tempfile
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import typst

HERE = Path(__file__).parent
TEMPLATES = HERE / "typst"


def font_folders() -> list[str]:
    """Regular weights from the wheel (complete), bold ones from this package (see fonts/build_bold.py)."""
    wheel = find_spec("pylopdf_fonts_zh_cn")
    if wheel is None or wheel.origin is None:
        raise RuntimeError(
            "pylopdf-fonts-zh-cn is not installed: there is no Chinese font to set the report in"
        )
    return [str(Path(wheel.origin).parent), str(HERE / "fonts")]


def typeset(document: dict[str, Any], drawings: dict[str, str], cut_at: datetime) -> bytes:
    """A tagged PDF of the document; ``drawings`` maps the file names it mentions to SVG texts."""
    with tempfile.TemporaryDirectory(prefix="report-") as folder:
        root = Path(folder)
        shutil.copytree(TEMPLATES, root, dirs_exist_ok=True)
        (root / "report.json").write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
        for name, svg in drawings.items():
            (root / name).write_text(svg, encoding="utf-8")
        return typst.compile(
            str(root / "report.typ"),
            root=folder,
            font_paths=[*font_folders()],
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=["ua-1"],
            timestamp=int(cut_at.timestamp()),
        )
