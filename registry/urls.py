"""Addresses of the case: lists, opening, the page itself, submission."""

from django.urls import path

from registry.views import (
    case,
    cases,
    consent,
    daily,
    duplicates,
    handovers,
    history,
    opening,
    presence,
    preview,
    review,
    rows,
    saving,
    submission,
)

app_name = "registry"

urlpatterns = [
    path("worklist/", cases.worklist, name="worklist"),
    path("daily/", daily.daily_page, name="daily"),
    path("cases/", cases.case_list, name="case_list"),
    path("cases/search/", cases.search, name="search"),
    path("cases/new/", opening.new_case, name="case_new"),
    path("cases/<str:number>/", case.case_page, name="case"),
    path("cases/<str:number>/s/<slug:key>/", saving.save_section, name="save_section"),
    path("cases/<str:number>/s/<slug:key>/try/", rows.try_rows, name="try_rows"),
    path("cases/<str:number>/rows/<str:key>/", rows.row_panel, name="row_panel"),
    path("cases/<str:number>/rows/<str:key>/restore/", rows.restore_row, name="restore_row"),
    path("cases/<str:number>/here/", presence.presence, name="presence"),
    path("cases/<str:number>/runs/", opening.new_run, name="add_run"),
    path("cases/<str:number>/delete/", opening.delete_case, name="delete_case"),
    path("cases/<str:number>/consent/", consent.withdraw_consent, name="withdraw_consent"),
    path("cases/<str:number>/preview/", preview.preview, name="preview"),
    path("cases/<str:number>/preview/foot.css", preview.preview_foot, name="preview_foot"),
    path("cases/<str:number>/history/", history.history, name="history"),
    path("cases/<str:number>/check/", submission.check, name="check"),
    path("cases/<str:number>/submit/", submission.submit, name="submit"),
    path("cases/<str:number>/recall/", submission.recall, name="recall"),
    path("handovers/<uuid:pair>/", handovers.handover, name="handover"),
    path("review/", review.review_queue, name="review_queue"),
    path("review/duplicates/", duplicates.duplicate_desk_page, name="duplicate_desk"),
    path("review/duplicates/<uuid:pair>/", duplicates.rule, name="rule_duplicate"),
    path("review/duplicates/<uuid:pair>/reopen/", duplicates.reopen, name="reopen_duplicate"),
    path("review/<str:number>/", review.review_case, name="review_case"),
    path("review/<str:number>/accept/", review.accept, name="accept"),
    path("review/<str:number>/return/", review.send_back, name="send_back"),
    path("review/<str:number>/undo/", review.undo_acceptance, name="undo_acceptance"),
    path("review/<str:number>/lock/", review.lock, name="lock"),
]
