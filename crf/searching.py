"""What an option of a long list is found by: labels and other names, their pinyin and its initials, codes."""

from functools import lru_cache

from pypinyin import Style, lazy_pinyin

from crf.codelists.diagnosis_names import OTHER_NAMES
from crf.codes import Option


@lru_cache(maxsize=4096)
def search_words(option: Option) -> str:
    """Lower-case text that a typed fragment is looked for in; parts are separated by a bar."""
    disease_code = option.facts.get("icd10", "")
    others = OTHER_NAMES.get(str(option.code), ()) if disease_code else ()
    spoken = [sound for name in others if not name.isascii() for sound in (name, *_sounds(name))]
    written = [name for name in others if name.isascii()]
    parts = (option.zh, option.en, *_sounds(option.zh), disease_code, str(option.code), *spoken, *written)
    return "|".join(parts).lower()


def _sounds(name: str) -> tuple[str, str]:
    """The pinyin of a name and the initials of it."""
    return "".join(lazy_pinyin(name)), "".join(lazy_pinyin(name, style=Style.FIRST_LETTER))
