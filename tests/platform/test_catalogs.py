"""Both languages: what the checks find, and that they find nothing here."""

from pathlib import Path

import pytest

from config.catalogs import checking, extraction, merging, visible_text


@pytest.fixture
def below_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(extraction, "BASE_DIR", tmp_path)
    monkeypatch.setattr(visible_text, "BASE_DIR", tmp_path)
    return tmp_path


def test_interface_is_complete_in_both_languages() -> None:
    merging.compile_catalogs()

    assert [str(message) for message in checking.missing_translations()] == []
    assert merging.contradictions(merging.LOCALE / "zh_Hans") == []


def test_no_text_stands_outside_of_translate_tags() -> None:
    assert [str(message) for message in checking.text_outside_gettext()] == []


def test_messages_are_found_in_python(below_root: Path) -> None:
    path = below_root / "a.py"
    path.write_text(
        '_("One")\nngettext("%d day", "%d days", n)\npgettext("month", "May")\ngettext(name)\nprint("No")\n'
    )

    found = [(message.place, message.context, message.text) for message in extraction.in_python(path)]

    assert found == [("a.py:1", None, "One"), ("a.py:2", None, "%d day"), ("a.py:3", "month", "May")]


def test_messages_are_found_in_templates(below_root: Path) -> None:
    path = below_root / "a.html"
    path.write_text(
        '{% load i18n %}\n<p title="{% translate "Don\'t" %}">{{ _("Two") }}</p>\n'
        "{% blocktranslate trimmed count n=n %}\n  One\n  row\n{% plural %}\n  {{ n }} rows\n{% endblocktranslate %}\n"
        '{% translate "May" context "month" %}\n'
    )

    found = [(message.context, message.text) for message in extraction.in_template(path)]

    assert found == [(None, "Don't"), (None, "Two"), (None, "One row"), ("month", "May")]


def test_text_outside_of_tags_is_found(below_root: Path) -> None:
    path = below_root / "a.html"
    path.write_text(
        "<h1>Cases</h1>\n<p>ECMO {{ number }} %</p>\n<img alt='A picture'>\n"
        "{% blocktranslate %}Fine{% endblocktranslate %}{# Fine #}\n"
        '<a lang="en" {% if x %}class="fine"{% endif %}>English</a>\n<script>var fine = "fine";</script>\n<p>病例</p>\n'
    )

    found = [(message.place, message.text) for message in visible_text.untranslated(path)]

    assert found == [("a.html:1", "Cases"), ("a.html:3", "picture"), ("a.html:7", "病例")]


def test_chinese_punctuation_is_found_in_text_and_in_tags(below_root: Path) -> None:
    path = below_root / "a.html"
    path.write_text(
        "<p>{{ first }}、{{ second }}</p>\n<p>{{ names|join:'；' }}</p>\n{# 好 #}<p>{{ names|listed }}</p>\n"
        '<p class="{% if x == \'，\' %}fine{% endif %}" lang="zh-Hans">（{{ names|join:"、" }}）</p>\n'
    )

    found = [(message.place, message.text) for message in visible_text.untranslated(path)]

    assert found == [("a.html:1", "、"), ("a.html:2", "；")]


def test_parts_must_not_contradict_each_other(tmp_path: Path) -> None:
    parts = tmp_path / "parts"
    parts.mkdir()
    (parts / "a.po").write_text('msgid "Center"\nmsgstr "中心"\n')
    (parts / "b.po").write_text('msgid "Center"\nmsgstr "中心"\n\nmsgid "Empty"\nmsgstr ""\n')
    assert merging.translated_keys(tmp_path) == {(None, "Center")}

    (parts / "b.po").write_text('msgid "Center"\nmsgstr "居中"\n')

    assert merging.contradictions(tmp_path) == ["Center: a.po says ['中心'], b.po says ['居中']"]
    assert [entry.msgstr for entry in merging.merge(tmp_path)] == ["中心"]
