"""The list of centers, for admins."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from centers.access import Can, check_can
from centers.forms import CenterForm
from centers.models import Center
from crf.codelists.provinces import PROVINCE

PER_PAGE = 50


def center_list(request: HttpRequest) -> HttpResponse:
    check_can(request.user, Can.MANAGE_CENTERS)
    words = request.GET.get("q", "").strip()[:100]
    page = Paginator(_listed(words), PER_PAGE).get_page(request.GET.get("page"))
    rows = [{"center": center, "province": PROVINCE.label(center.center_province)} for center in page]
    query = urlencode({"q": words}) if words else ""
    return render(
        request, "centers/center_list.html", {"page": page, "rows": rows, "q": words, "query": query}
    )


def _listed(words: str) -> QuerySet[Center]:
    """Centers with their number of people, by the sound of their name."""
    found = Center.objects.annotate(people=Count("memberships__user", distinct=True))
    if words:
        found = found.filter(
            Q(center_code__iexact=words)
            | Q(center_name__icontains=words)
            | Q(center_name_en__icontains=words)
            | Q(name_pinyin__icontains=words)
        )
    return found.order_by("name_pinyin", "center_code")


def center_new(request: HttpRequest) -> HttpResponse:
    check_can(request.user, Can.MANAGE_CENTERS)
    return _edit(request, Center())


def center_edit(request: HttpRequest, code: str) -> HttpResponse:
    check_can(request.user, Can.MANAGE_CENTERS)
    return _edit(request, get_object_or_404(Center, center_code=code))


def _edit(request: HttpRequest, center: Center) -> HttpResponse:
    form = CenterForm(request.POST or None, instance=center)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect("centers:center_list")
    # The form writes what was typed into its instance, so the title asks the stored row.
    stored = Center.objects.filter(pk=center.pk).first()
    crumbs = [(_("Centers"), reverse("centers:center_list")), (stored or _("New center"), "")]
    return render(request, "centers/center_edit.html", {"form": form, "center": stored, "crumbs": crumbs})
