"""Every address of the registry, grouped by the app that answers it."""

from django.urls import URLPattern, URLResolver, include, path

from centers.views.account import home
from config import dictionary_pages, pages

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home, name="home"),
    path("favicon.ico", pages.favicon, name="favicon"),
    path("robots.txt", pages.robots, name="robots"),
    path("account/", include("centers.urls.account")),
    path("", include("centers.urls.pages")),
    path("", include("registry.urls")),
    path("", include("registry.identity_urls")),
    path("", include("national.urls")),
    path("follow-up/", include("outcomes.urls")),
    path("<lang:lang>/", pages.home, name="public_home"),
    path("<lang:lang>/dictionary/", dictionary_pages.index, name="dictionary"),
    path("<lang:lang>/dictionary/files/<str:name>", dictionary_pages.download, name="dictionary_file"),
    path("<lang:lang>/dictionary/<str:name>/", dictionary_pages.field, name="dictionary_field"),
    path("<lang:lang>/help/", pages.help_page, name="public_help"),
    path("<lang:lang>/privacy/", pages.privacy, name="public_privacy"),
]

handler400 = "config.errors.bad_request"
handler403 = "config.errors.forbidden"
handler404 = "config.errors.not_found"
handler409 = "config.errors.conflict"  # asked for by centers.middleware
handler500 = "config.errors.server_error"
