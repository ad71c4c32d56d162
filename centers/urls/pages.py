"""The own account, people, invitations and centers."""

from django.urls import path

from centers.views import account

app_name = "centers"

urlpatterns = [
    path("account/profile/", account.own_account, name="own_account"),
    path("account/language/", account.choose_language, name="choose_language"),
]
