"""How the files of the pages are stored: compressed, with their hash in the name."""

from django.contrib.staticfiles.storage import HashedFilesMixin
from whitenoise.storage import CompressedManifestStaticFilesStorage

_EVERY_SCRIPT, IMPORTS = HashedFilesMixin._js_module_import_aggregation_patterns  # type: ignore[attr-defined]


class StaticFiles(CompressedManifestStaticFilesStorage):
    """Follows the imports of our ES modules, so a new version never meets an old module in a cache.

    Django's own switch for this would also read scripts of other packages, whose comments look like imports.
    """

    patterns = (*HashedFilesMixin.patterns, ("js/*.js", IMPORTS))
