"""Who else is in this case."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST

from registry.case_page.presence import colleagues, note
from registry.models import Case


@require_POST
def presence(request: HttpRequest, number: str) -> HttpResponse:
    """Notes where this person is and says who else is there. Sent in the background, it is no activity."""
    case = Case.objects.visible_to(request.user).filter(number=number).first()
    if case is None:
        raise Http404
    note(case, request.user, request.POST.get("section", ""))
    people = render_to_string("registry/partials/presence.html", {"people": colleagues(case, request.user)})
    return JsonResponse({"people": people.strip()})
