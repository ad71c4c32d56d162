"""Addresses of follow-up."""

from django.urls import path

from outcomes.views import due, entry, panel

app_name = "outcomes"
urlpatterns = [
    path("", due.due_page, name="due_list"),
    path("panel/", panel.work_panel, name="work_panel"),
    path("<str:number>/panel/", panel.panel, name="panel"),
    path("<str:number>/<slug:key>/", entry.follow_up, name="entry"),
]
