"""Addresses of identities: a case or patient number, and nothing that identifies."""

from django.urls import path

from registry.views import identity

app_name = "identity"
urlpatterns = [
    path("cases/<str:number>/identity/", identity.identity, name="panel"),
    path("cases/<str:number>/identity/show/", identity.identity_show, name="show"),
    path("cases/<str:number>/identity/save/", identity.identity_save, name="save"),
    path("patients/<str:number>/contact/", identity.patient_contact, name="contact"),
]
