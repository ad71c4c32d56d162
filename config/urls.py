"""Every address of the registry, grouped by the app that answers it."""

from django.urls import URLPattern, URLResolver, include, path

from centers.views.account import home

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home, name="home"),
    path("account/", include("centers.urls.account")),
    path("", include("centers.urls.pages")),
]
