"""What an option of a long list is found by: both labels, its code, its pinyin and the initials of it."""

from functools import lru_cache

from pypinyin import Style, lazy_pinyin

from crf.codes import Option


@lru_cache(maxsize=4096)
def search_words(option: Option) -> str:
    """Lower-case text that a typed fragment is looked for in; parts are separated by a bar."""
    sounds = "".join(lazy_pinyin(option.zh))
    initials = "".join(lazy_pinyin(option.zh, style=Style.FIRST_LETTER))
    disease_code = option.facts.get("icd10", "")
    return "|".join((option.zh, option.en, sounds, initials, disease_code, str(option.code))).lower()
