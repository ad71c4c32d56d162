"""Rebuild the two bold faces of this folder (a maintainer's task, not part of set-up).

    pip install fonttools; apt-get install fonts-noto-cjk; python build_bold.py

The wheel ``pylopdf-fonts-zh-cn`` has the regular weight only. Headings and table heads need a bold one, so the
Simplified Chinese face of Debian's Noto CJK collections is cut down to GB 2312 level 1, the words of the data
dictionary and Latin. A character outside the cut falls back to the complete regular face, never to a box.
"""

from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont

COLLECTIONS = Path("/usr/share/fonts/opentype/noto")
SIMPLIFIED = 2  # place of the SC face in each collection
HERE = Path(__file__).parent
DICTIONARY = HERE.parents[2] / "docs" / "data-dictionary.md"
PUNCTUATION = "–—‘’“”…·•‰′″≤≥≠±×÷−→←↑↓□■○●◇◆△▲⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃，。、；：？！（）《》【】「」～％　"


def level_one() -> set[str]:
    """The 3,755 characters of GB 2312 level 1 (rows 16 to 55)."""
    pairs = (bytes([row, cell]) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    return set("".join(pair.decode("gb2312", errors="ignore") for pair in pairs))


def characters() -> str:
    latin = {chr(code) for code in range(0x20, 0x180)}
    words = set(DICTIONARY.read_text()) if DICTIONARY.exists() else set()
    return "".join(sorted(level_one() | latin | words | set(PUNCTUATION)))


def rename(font: TTFont, family: str) -> None:
    """Give the cut the family name of the regular face, so that both are one family."""
    plain = family.replace(" ", "")
    names = {
        1: family,
        2: "Bold",
        3: f"{plain}-Bold-subset",
        4: f"{family} Bold",
        6: f"{plain}-Bold",
        16: None,
        17: None,
    }
    for number, text in names.items():
        font["name"].removeNames(nameID=number)
        if text:
            font["name"].setName(text, number, 3, 1, 0x409)
    cff = font["CFF "].cff
    cff.fontNames = [f"{plain}-Bold"]
    cff.topDictIndex[0].FamilyName, cff.topDictIndex[0].FullName = family, f"{family} Bold"


def build(style: str) -> None:
    font = TTCollection(COLLECTIONS / f"Noto{style}CJK-Bold.ttc").fonts[SIMPLIFIED]
    options = subset.Options(layout_features=["ccmp", "liga", "locl", "pwid", "kern", "palt"])
    options.name_IDs, options.hinting = ["*"], False
    cutter = subset.Subsetter(options)
    cutter.populate(text=characters())
    cutter.subset(font)
    rename(font, f"Noto {style} SC")
    font.save(HERE / f"Noto{style}SC-Bold.otf")


if __name__ == "__main__":
    build("Serif")
    build("Sans")
