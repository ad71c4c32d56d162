"""Storing what files change in cases that are there already: versions grow, history tells, progress follows."""

from collections.abc import Iterable, Sequence
from typing import Any

from crf.pairs import Pair
from registry import progress, record
from registry.files.annexes import Annex
from registry.files.dossiers import CaseFile, Dossier
from registry.identity.store import document_changed, write_texts
from registry.models import Case

MEANWHILE = Pair(
    "Somebody changed case {number} while the files were read. Nothing was loaded; please load again",
    "读取文件期间病例 {number} 被他人修改。未导入任何数据，请重新导入",
)
DOCUMENT_FIELD = "id_document_type"


class ChangedMeanwhile(Exception):
    """A stored case is no longer what the files were compared with."""

    def __init__(self, number: str):
        self.message = MEANWHILE.format(number=number)
        super().__init__(self.message.en)


def store_changes(dossier: Dossier, annexes: Sequence[Annex], by: Any) -> int:
    """Writes what changed in the stored rows of a dossier; the number of rows. Raises ChangedMeanwhile."""
    stored = [each for each in dossier.cases if not each.is_new]
    touched = [each for each in stored if each.is_touched]
    for each in touched:
        _hold(each)
    document = any(DOCUMENT_FIELD in each.changed.get(id(dossier.patient), ()) for each in touched)
    rows = _store_rows(stored, annexes)
    rows += _store_texts(dossier, touched, document)
    for each in touched:
        progress.store(each.record, by)
    return rows


def _hold(each: CaseFile) -> None:
    """Locks the case and makes sure that nobody saved it since it was read."""
    Case.objects.select_for_update(no_key=True).get(pk=each.case.pk)
    now = record.load(Case.objects.all(), pk=each.case.pk)
    added = {id(part) for part in each.added}
    before = {place.key: place.part.version for place in each.record.places if id(place.part) not in added}
    if now.case.state != each.case.state or {place.key: place.part.version for place in now.places} != before:
        raise ChangedMeanwhile(each.case.number)


def _store_rows(touched: Iterable[CaseFile], annexes: Sequence[Annex]) -> int:
    done: set[int] = set()
    for each in touched:
        annexed = [row.part for annex in annexes for row in each.annexed.get(annex.kind, {}).values()]
        added = {id(part): part for part in each.added}
        for part in [*added.values(), *(place.part for place in each.record.places), *annexed]:
            changed = id(part) in each.changed or id(part) in each.annex_changed
            if id(part) in done or not (changed or id(part) in added):
                continue
            done.add(id(part))
            part.version += 1
            part.save(force_insert=id(part) in added)
    return len(done)


def _store_texts(dossier: Dossier, touched: Iterable[CaseFile], document: bool) -> int:
    """Identifiers that read otherwise; the hashes follow a changed document type."""
    patient, kind = dossier.patient, dossier.patient.id_document_type
    changed = {each: text for each, text in dossier.texts.items() if text != dossier.stored_texts.get(each)}
    if changed:
        write_texts(patient, changed, None, kind)
    elif document:
        document_changed(patient)
    numbers = [each for each in touched if each.texts != each.stored_texts]
    for each in numbers:
        write_texts(patient, each.texts, each.case, kind)
    return len(changed) + len(numbers)
