"""Recording what was learned in one window."""

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate as today
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from centers.access import Can, can, check_can
from crf.pairs import Pair
from crf.posted import entries, sent_json
from outcomes.contact import KEY, Contact
from outcomes.courses import Followed, read_one
from outcomes.due import Due, Group, after, of_group
from outcomes.entry import EntryForm
from outcomes.follow_up_events import beside_entry
from outcomes.loading import last_known_alive, load_contact
from outcomes.models import FollowUp
from outcomes.recording import NotAccepted, record_follow_up, refuse_closed
from outcomes.story import window_lines
from outcomes.views.due import lines_for, names_of
from registry import record
from registry.actions import requests
from registry.actions.refusals import AlreadyDone, EditConflict, OtherPayload, StateConflict
from registry.actions.saving import PartChange
from registry.case_page.meanings import meanings
from registry.models import Case
from registry.timeline import Upright, upright

REPEATED = Pair("This request was sent before with other contents", "这次请求与之前同号的内容不同")
BESIDE = 30  # lines of the list beside the form


@require_http_methods(["GET", "HEAD", "POST"])
def follow_up(request: HttpRequest, number: str, key: str) -> HttpResponse:
    """Shows one window of a case, and takes its answers."""
    cases = Case.objects.visible_to(request.user).select_related("center")
    case = get_object_or_404(cases, number=number)
    followed = read_one(case)
    try:
        contact = load_contact(case, key, today(), followed)
    except KeyError:
        raise Http404 from None
    if request.method != "POST":
        form = EntryForm(contact, may_edit=_may_edit(request, case, contact))
        return _page(request, case, followed, form)
    check_can(request.user, Can.ENTER_DATA, case.center_id)
    return _take(request, case, followed, contact)


def _may_edit(request: HttpRequest, case: Case, contact: Contact) -> bool:
    return can(request.user, Can.ENTER_DATA, case.center_id) and not closed_because(case, contact)


def closed_because(case: Case, contact: Contact) -> Pair | None:
    """Why this window takes no answer; None when it does."""
    try:
        refuse_closed(case, contact)
    except StateConflict as refusal:
        return refusal.message
    return None


def _take(request: HttpRequest, case: Case, followed: Followed, contact: Contact) -> HttpResponse:
    try:
        following = _record(request, case, contact)
    except AlreadyDone as done:
        return redirect(str(done.answer.get("next") or reverse("outcomes:due_list")))
    except NotAccepted as refused:
        return _page(request, case, followed, _typed(request, refused), status=422)
    except EditConflict as conflict:
        return _page(request, case, followed, _compared(request, contact, conflict), status=409)
    except (StateConflict, OtherPayload) as refusal:
        status = 422 if isinstance(refusal, OtherPayload) else 409
        message = getattr(refusal, "message", REPEATED)
        return render(request, "outcomes/refused.html", {"case": case, "message": message}, status=status)
    messages.success(request, _saved_words(contact, case))
    return redirect(following)


def _record(request: HttpRequest, case: Case, contact: Contact) -> str:
    """One transaction: the key of the request, the answers, and the address that comes next."""
    key = contact.task.window.key
    questions = EntryForm(contact, may_edit=True).questions
    base = sent_json(request.POST, "base")
    change = PartChange(KEY, entries(request.POST, questions), _version(request), base)
    following = _next_address(lines_for(request, case.center_id), case, key)
    with transaction.atomic():
        claimed = _claim(request, case)
        record_follow_up(case.number, key, change, by=request.user, as_of=contact.as_of)
        if claimed:
            requests.remember(claimed, {"next": following})
    return following


def _claim(request: HttpRequest, case: Case) -> Any:
    """The idempotency key of the form, if it brought one."""
    try:
        key = UUID(request.POST.get("request_key", ""))
    except ValueError:
        return None
    sent = {name: request.POST.getlist(name) for name in request.POST if name != "csrfmiddlewaretoken"}
    return requests.claim(key, sent | {"at": request.path}, user=request.user, center_id=case.center_id)


def _version(request: HttpRequest) -> int:
    sent = request.POST.get("version", "")
    return int(sent) if sent.isdecimal() and len(sent) < 9 else 0


def _typed(request: HttpRequest, refused: NotAccepted) -> EntryForm:
    """What was typed, with what is wrong about it."""
    base = request.POST.get("base", "")[:20_000]
    return EntryForm(refused.contact, True, refused.problems, version=_version(request), sent_base=base)


def _compared(request: HttpRequest, contact: Contact, conflict: EditConflict) -> EntryForm:
    """The stored answers with what was typed beside them. Saving again means: this is what I choose."""
    return EntryForm(contact, may_edit=True, conflicts=conflict.differences)


def _saved_words(saved: Contact, case: Case) -> str:
    return _("Saved: %(number)s, %(window)s") % {"number": case.number, "window": saved.task.window.label}


def _next_address(lines: list[Due], case: Case, key: str) -> str:
    """The next patient who is due in this center; the list when nobody is."""
    following = after(lines, case.number, key)
    return address(following) if following else reverse("outcomes:due_list")


def address(line: Due) -> str:
    return reverse("outcomes:entry", args=[line.case.number, line.task.window.key])


def _page(
    request: HttpRequest, case: Case, followed: Followed, form: EntryForm, status: int = 200
) -> HttpResponse:
    lines = lines_for(request, case.center_id)
    key = form.contact.task.window.key
    context = {
        "case": case,
        "followed": followed,
        "form": form,
        "contact": form.contact,
        "task": form.contact.task,
        "closed": closed_because(case, form.contact),
        "last_alive": last_known_alive(form.contact),
        "line": _course(request, case, followed, form.contact),
        "definitions": meanings(FollowUp.items()),
        "skip": _next_address(lines, case, key),
        "request_key": uuid4(),
        "may_see_identity": can(request.user, Can.SEE_IDENTITY, case.center_id),
        **_beside(request, case, lines),
    }
    return render(request, "outcomes/entry.html", context, status=status)


def _course(request: HttpRequest, case: Case, followed: Followed, contact: Contact) -> Upright | None:
    """The drawing of the case beside the form, in a number of queries that does not grow with it."""
    held = record.load(Case.objects.filter(pk=case.pk))
    may_enter = can(request.user, Can.ENTER_DATA, case.center_id)
    windows = window_lines(followed, contact.as_of)
    later = beside_entry(held, followed, windows, contact.task.window.key, may_enter=may_enter)
    return upright(held, later=later, base=reverse("registry:case", args=[case.number]))


def _beside(request: HttpRequest, case: Case, lines: list[Due]) -> dict[str, Any]:
    """The work that waits, for the list on the left."""
    waiting = [line for line in lines if line.group != Group.LATER]
    shown = waiting[:BESIDE]
    own = [line for line in lines if line.case.number == case.number]
    groups = [(group, found) for group in (Group.OVERDUE, Group.SOON) if (found := of_group(shown, group))]
    return {
        "groups": groups,
        "waiting": len(waiting),
        "names": names_of(request.user, [*shown, *own]),
    }
