"""Is the interface complete in both languages?"""

from django.utils.translation import gettext, override, pgettext

from config.catalogs.extraction import Message, messages, templates
from config.catalogs.merging import LOCALE, Key, translated_keys
from config.catalogs.visible_text import untranslated


def missing_translations() -> list[Message]:
    """Messages in use that nobody has put into Chinese, neither here nor in a package we build on."""
    known = translated_keys(LOCALE / "zh_Hans")
    with override("zh-hans"):
        return [message for message in messages() if not _is_translated(message, known)]


def text_outside_gettext() -> list[Message]:
    """Words in templates that no translation can reach."""
    return [message for path in templates() for message in untranslated(path)]


def unused_translations() -> list[str]:
    """Translated messages that no code asks for any more."""
    used = {message.text for message in messages()}
    return sorted(text for _context, text in translated_keys(LOCALE / "zh_Hans") if text not in used)


def _is_translated(message: Message, known: set[Key]) -> bool:
    if (message.context, message.text) in known:
        return True
    chinese = pgettext(message.context, message.text) if message.context else gettext(message.text)
    return chinese != message.text
