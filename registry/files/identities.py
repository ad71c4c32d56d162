"""Names, document numbers and telephones in files: read with the same judgment as the identity form.

An empty cell, or the word ``unknown`` as in files without identities, says nothing: what is stored stays.
"""

import re
from collections.abc import Iterator, Mapping

from crf.entry import Rejected, check_text
from crf.pairs import Pair
from registry.files.cells import REASONS, unguarded
from registry.files.problems import Problem
from registry.files.sheets import Line
from registry.files.tables import FileTable
from registry.forms.identity import LENGTHS, NUMBER_LENGTH, PHONE_DIGITS
from registry.identity import documents
from registry.identity.number_words import about_shape
from registry.identity.store import entered_text
from registry.models.identity import IdentifierKind

ROUNDED = re.compile(r"\d[.,]\d+E\+?\d+", re.IGNORECASE)
PHONES = frozenset({IdentifierKind.PHONE, IdentifierKind.PHONE_2})
TOO_SHORT = Pair("A telephone number has at least 7 digits. Please check", "电话号码至少 7 位数字，请核对")
NO_DOCUMENT = Pair("No document was chosen, so there is no number", "证件类型为“无”，不应填写号码")
WAS_ROUNDED = Pair(
    "A spreadsheet has rounded this number. Format the column as text and enter it again",
    "此号码已被电子表格四舍五入，请将该列设为文本格式后重新填写",
)

Texts = dict[str, str]


def read_texts(line: Line, document_type: int | None) -> tuple[Texts, list[Problem]]:
    """The texts of a line by kind, as they are stored, and what is wrong with them."""
    texts: Texts = {}
    problems: list[Problem] = []
    for name, kind, text in _told(line):
        message = _judged(kind, text, document_type)
        if message:
            problems.append(line.problem(name, message, masked(kind, text)))
        else:
            texts[kind] = entered_text(kind, text, document_type)
    return texts, problems


def _told(line: Line) -> Iterator[tuple[str, IdentifierKind, str]]:
    for name, kind in identifiers(line.table).items():
        cell = line.cells.get(name, "")
        if cell.strip() and cell.strip() not in REASONS:
            yield name, kind, unguarded(cell)


def identifiers(table: FileTable) -> Mapping[str, IdentifierKind]:
    """The columns of a file that identify, by name."""
    return {column.name: column.identifier for column in table.columns if column.identifier}


def _judged(kind: IdentifierKind, text: str, document_type: int | None) -> Pair | None:
    try:
        check_text(text, LENGTHS.get(kind, NUMBER_LENGTH))
    except Rejected as rejected:
        return rejected.message
    if kind in PHONES:
        return TOO_SHORT if len(re.findall(r"\d", text)) < PHONE_DIGITS else None
    if kind == IdentifierKind.DOCUMENT_NO and document_type == documents.NO_DOCUMENT:
        return NO_DOCUMENT
    if kind != IdentifierKind.NAME and ROUNDED.fullmatch(text.strip()):
        return WAS_ROUNDED
    is_card = kind == IdentifierKind.DOCUMENT_NO and document_type in documents.RESIDENT_NUMBER_TYPES
    return about_shape(text) if is_card else None


def masked(kind: str, text: str) -> str:
    """What problems and differences tell of a text that identifies."""
    text = text[:NUMBER_LENGTH]
    return documents.masked_name(text) if kind == IdentifierKind.NAME else documents.masked_number(text)
