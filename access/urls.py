"""Addresses of sign-in, accounts and workplaces."""

from django.urls import path, re_path

from access.views import account, first_user, pin, profile, workplace

app_name = "access"
urlpatterns = [
    path("inn/", workplace.after_sign_in, name="after_sign_in"),
    path("arbeidssted/", workplace.workplace, name="workplace"),
    path("profil/", profile.profile, name="profile"),
    path("konto/pin/", pin.pin, name="pin"),
    path("konto/pin/fjern/", pin.remove, name="pin_remove"),
    path("velkommen/<str:token>/", first_user.first_user, name="first_user"),
]

# By the names allauth knows them; nothing else of allauth has an address.
account_urlpatterns = [
    path("logg-inn/", account.sign_in, name="account_login"),
    path("logg-ut/", account.sign_out, name="account_logout"),
    path("passord/", account.password_change, name="account_change_password"),
    path("glemt-passord/", account.password_reset, name="account_reset_password"),
    path(
        "glemt-passord/sendt/",
        account.password_reset_done,
        name="account_reset_password_done",
    ),
    path(
        "nytt-passord/ferdig/",
        account.new_password_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^nytt-passord/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.new_password,
        name="account_reset_password_from_key",
    ),
]
