"""The language part of public addresses: ``/zh/stats/`` and ``/en/stats/``."""

LANGUAGE_CODES = {"zh": "zh-hans", "en": "en"}
"""What stands in the address, and the language it stands for."""


class LanguageConverter:
    """``<lang:lang>`` in a path; the middleware switches the page to that language."""

    regex = "zh|en"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return "zh" if value.startswith("zh") else "en"
