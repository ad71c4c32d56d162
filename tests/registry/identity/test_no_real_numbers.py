"""No tracked file holds a sound resident number: tests and demo data build theirs at run time."""

import re
import subprocess
from pathlib import Path

from registry.identity.documents import check_character, resident_number_problem

ROOT = Path(__file__).resolve().parents[3]
# Digits inside a longer word are part of a hash or an identifier, not a number on their own.
CANDIDATE = re.compile(r"(?<![0-9A-Za-z.])[0-9]{17}[0-9Xx](?![0-9A-Za-z])")


def sound_numbers(text: str) -> list[str]:
    return [found for found in CANDIDATE.findall(text) if resident_number_problem(found) is None]


def tracked_files() -> list[Path]:
    names = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True
    ).stdout.decode()
    return [path for name in names.split("\0") if name and (path := ROOT / name).is_file()]


def test_scan_finds_a_number_in_prose():
    number = "11010519491231002" + "X"

    assert sound_numbers(f"id: {number}, and {number.lower()}") == [number, number.lower()]
    assert sound_numbers("0" + number) == []
    first17 = "31000020000101001"
    assert sound_numbers(f"'{first17}{check_character(first17)}'") != []


def test_P23_no_tracked_file_holds_a_sound_resident_number():
    found = {
        str(path.relative_to(ROOT)): len(numbers)
        for path in tracked_files()
        if (numbers := sound_numbers(path.read_bytes().decode("utf-8", errors="ignore")))
    }

    assert found == {}
