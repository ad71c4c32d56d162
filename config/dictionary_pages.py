"""The public pages of the data dictionary: all fields, one page for each, and the files."""

from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from config.dictionary import PLACE
from config.dictionary_book import book

SEARCH_LENGTH = 100


@login_not_required  # definitions are for everybody
@cache_control(public=True, max_age=300)
@require_safe
def index(request: HttpRequest, lang: str) -> HttpResponse:
    """All fields by form, or those a search finds."""
    search = request.GET.get("q", "")[:SEARCH_LENGTH]
    found = list(book().parts(search))
    count = sum(len(part.fields) for part in found)
    return render(
        request,
        "dictionary/index.html",
        {"book": book(), "parts": found, "count": count, "search": search, "files": _files()},
    )


@login_not_required  # definitions are for everybody
@cache_control(public=True, max_age=300)
@require_safe
def field(request: HttpRequest, lang: str, name: str) -> HttpResponse:
    """One field: definition, codes, ranges, rules, sources and history."""
    page = book().fields.get(name)
    if page is None:
        raise Http404(name)
    whole = reverse("dictionary", kwargs={"lang": lang})
    crumbs = [
        (_("Data dictionary"), whole),
        (page.form.title, f"{whole}#form-{page.form.number}"),
        (page.item.label, ""),
    ]
    return render(request, "dictionary/field.html", {"page": page, "item": page.item, "crumbs": crumbs})


@login_not_required  # definitions are for everybody
@require_safe
def download(request: HttpRequest, lang: str, name: str) -> FileResponse:
    """One of the published files, by its name."""
    if name not in _files():
        raise Http404(name)
    return FileResponse((PLACE / name).open("rb"), as_attachment=True, filename=name)


def _files() -> list[str]:
    return sorted(path.name for path in PLACE.iterdir() if path.suffix in (".csv", ".json"))
