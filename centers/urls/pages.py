"""The own account, people, invitations and centers."""

from django.urls import path

from centers.views import account, centers, invitations, people, profile, session

app_name = "centers"

urlpatterns = [
    path("account/profile/", account.own_account, name="own_account"),
    path("account/profile/end-session/", account.end_own_session, name="end_own_session"),
    path("account/session/", session.session, name="session"),
    path("account/language/", account.choose_language, name="choose_language"),
    path("invitation/", invitations.invitation, name="invitation"),
    path("invitation/<token>/", invitations.invitation_link, name="invitation_link"),
    # people: two lists, one set of acts
    path("center/people/", people.center_people, name="center_people"),
    path("admin/people/", people.society_people, name="society_people"),
    path("people/end-role/", people.end_role, name="end_role"),
    path("people/withdraw-invitation/", people.revoke_invitation, name="revoke_invitation"),
    path("people/disable/", people.disable_person, name="disable_person"),
    path("people/enable/", people.enable_person, name="enable_person"),
    path("people/sign-out/", people.sign_out_person, name="sign_out_person"),
    # centers
    path("center/profile/", profile.this_years_profile, name="center_profile"),
    path("center/profile/<int:year>/", profile.center_profile, name="center_profile_year"),
    path(
        "center/profile/<int:year>/take-over/", profile.profile_from_last_year, name="profile_from_last_year"
    ),
    path("admin/centers/", centers.center_list, name="center_list"),
    path("admin/centers/new/", centers.center_new, name="center_new"),
    path("admin/centers/<code>/", centers.center_edit, name="center_edit"),
]
