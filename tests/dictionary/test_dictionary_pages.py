"""The public pages of the data dictionary: every field has one, in both languages."""

import pytest
from django.test import Client

from config.dictionary_book import book
from config.dictionary_changes import changes_of

pytestmark = pytest.mark.django_db

NAMES = sorted(book().fields)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_field_has_a_page_that_says_what_it_is(client: Client, lang: str) -> None:
    for name in NAMES:
        answer = client.get(f"/{lang}/dictionary/{name}/")
        item = book().fields[name].item

        assert answer.status_code == 200, name
        text = answer.content.decode()
        assert f"<code>{name}</code>" in text
        assert all(f">{option.code}</th>" in text for option in item.codes or ()), name
        assert all(rule.number in text for rule in book().fields[name].rules), name


def test_every_field_is_listed_on_its_form(client: Client) -> None:
    text = client.get("/en/dictionary/").content.decode()

    assert [name for name in NAMES if f"/en/dictionary/{name}/" not in text] == []
    assert text.count("data-words=") == len(book().pages) == sum(len(form.items) for form in book().forms)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("sweep gas", "sweep_gas_flow"),
        ("气流量", "sweep_gas_flow"),
        ("qiliuliang", "sweep_gas_flow"),
        ("qll", "sweep_gas_flow"),
        ("SWEEP_GAS_FLOW", "sweep_gas_flow"),
    ],
)
def test_a_search_finds_by_chinese_pinyin_initials_english_and_name(
    client: Client, words: str, found: str
) -> None:
    text = client.get("/zh/dictionary/", {"q": words}).content.decode()

    assert f"/zh/dictionary/{found}/" in text
    assert text.count("data-words=") < 60


def test_a_search_for_nothing_known_says_so(client: Client) -> None:
    text = client.get("/en/dictionary/", {"q": "no such field " * 40}).content.decode()

    assert "data-words=" not in text
    assert "No field fits" in text


def test_an_unknown_field_or_file_is_not_found(client: Client) -> None:
    assert client.get("/en/dictionary/no_such_field/").status_code == 404
    assert client.get("/en/dictionary/files/manage.py").status_code == 404
    assert client.get("/en/dictionary/files/..%2f..%2fREADME.md").status_code == 404


def test_the_files_can_be_had(client: Client) -> None:
    answer = client.get("/en/dictionary/files/data-dictionary.json")

    assert answer.status_code == 200
    assert answer.getvalue().startswith(b"{")


def test_the_history_tells_new_fields_from_first_ones_and_names_what_changed() -> None:
    old = {"label_en": "pH", "label_zh": "pH", "type": "decimal", "hard_range": {"all": [6, 8]}}
    new = old | {"hard_range": {"all": [6.5, 8]}}
    versions = [
        {"version": "1", "fields": {"ph": old}, "code_lists": {}},
        {"version": "2", "fields": {"ph": new, "po2": old}, "code_lists": {}},
    ]

    told = [
        (change.version, change.what.en, change.before, change.after) for change in changes_of("ph", versions)
    ]
    assert told == [
        ("2", "Possible range", ("6–8", "6–8"), ("6.5–8", "6.5–8")),
        ("1", "First published", None, None),
    ]
    assert [change.what.en for change in changes_of("po2", versions)] == ["New field"]


def test_fields_of_the_version_before_are_not_called_new() -> None:
    assert [change.what.en for change in changes_of("run_start_at", book().versions)] == ["First published"]
    assert [change.what.en for change in changes_of("sweep_gas_flow", book().versions)] == ["New field"]


def test_pages_ask_the_database_for_nothing_but_their_frame(
    client: Client, django_assert_max_num_queries: object
) -> None:
    client.get("/en/dictionary/")
    with django_assert_max_num_queries(8):  # type: ignore[operator]
        client.get("/en/dictionary/")
