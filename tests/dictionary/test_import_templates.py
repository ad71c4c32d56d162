"""The empty tables for imports ask what the forms ask."""

import csv
import io

import pytest

from config.dictionary import files, forms
from config.import_templates import FOLDER, LINKS, by_entity
from crf.items import Item
from registry.record_items import RECORD_ITEMS

ITEMS = by_entity(forms())
ROWS = {name: list(csv.reader(io.StringIO(text))) for name, text in files() if name.startswith(f"{FOLDER}/")}


def test_every_kind_of_row_has_its_table() -> None:
    assert set(ROWS) == {f"{FOLDER}/{entity}.csv" for entity in ITEMS}
    assert set(ITEMS) == set(LINKS)


def test_every_item_that_people_fill_in_is_in_one_table() -> None:
    asked = [item for form in forms() for _entity, item in form.items if item.kind != "calculated"]
    offered = [item for items in ITEMS.values() for item in items]

    assert {id(item) for item in asked} - {id(item) for item in offered} == set(map(id, RECORD_ITEMS))
    assert len(offered) == len(asked) - len(RECORD_ITEMS)


@pytest.mark.parametrize("entity", sorted(ITEMS))
def test_a_table_agrees_with_its_items(entity: str) -> None:
    names, labels, hints = ROWS[f"{FOLDER}/{entity}.csv"]
    first = len(LINKS[entity])

    assert names == [*LINKS[entity], *(item.name for item in ITEMS[entity])]
    assert len(names) == len(set(names))
    for item, label, hint in zip(ITEMS[entity], labels[first:], hints[first:], strict=True):
        assert item.label.en in label
        assert item.label.zh in label
        assert_told(item, hint)


def assert_told(item: Item, hint: str) -> None:
    """The unit, and every code of a short list or the name of a long one, stand in the hint."""
    assert hint
    assert item.unit in hint
    if item.codes:
        written = all(f"{option.code} = {option.zh}" in hint for option in item.codes)
        assert written or item.codes.name in hint
