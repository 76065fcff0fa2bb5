"""Addresses of sign-in, accounts and workplaces."""

from django.urls import path, re_path

from access.views import (
    account,
    first_user,
    notices,
    passkeys,
    pin,
    profile,
    screen,
    second_factor,
    security,
    sessions,
    workplace,
)

app_name = "access"
urlpatterns = [
    path("inn/", workplace.after_sign_in, name="after_sign_in"),
    path("arbeidssted/", workplace.workplace, name="workplace"),
    path("profil/", profile.profile, name="profile"),
    path("konto/pin/", pin.pin, name="pin"),
    path("konto/pin/fjern/", pin.remove, name="pin_remove"),
    path("konto/tilstand/", screen.state, name="screen_state"),
    path("konto/i-bruk/", screen.in_use, name="in_use"),
    path("konto/las/", screen.lock, name="lock"),
    path("konto/las-opp/", screen.unlock, name="unlock"),
    path("konto/forleng/", screen.extend, name="extend"),
    path("konto/maskinen/", screen.mark_device, name="mark_device"),
    path("konto/innlogginger/avslutt/", sessions.end, name="session_end"),
    path("konto/innlogginger/overalt/", sessions.end_all, name="sessions_end_all"),
    path("konto/sikkerhet/", security.security, name="security"),
    path("konto/varsler/sett/", notices.seen, name="notices_seen"),
    path("konto/bekreft/", security.confirm, name="confirm"),
    path("konto/kodeapp/", second_factor.add_app, name="app_add"),
    path("konto/reservekoder/", second_factor.renew_codes, name="codes"),
    path(
        "konto/sikkerhet/<int:factor_id>/fjern/",
        second_factor.remove,
        name="factor_remove",
    ),
    path("konto/passnokkel/", passkeys.add, name="passkey_add"),
    path("konto/passnokkel/lag/", passkeys.options_to_make, name="passkey_to_make"),
    path("konto/passnokkel/bruk/", passkeys.options_to_use, name="passkey_to_use"),
    path("konto/logg-inn/passnokkel/", passkeys.sign_in, name="passkey_sign_in"),
    path("velkommen/<str:token>/", first_user.first_user, name="first_user"),
]

# By the names allauth knows them; nothing else of allauth has an address.
account_urlpatterns = [
    path("logg-inn/", account.sign_in, name="account_login"),
    path("logg-inn/kode/", second_factor.at_sign_in, name="mfa_authenticate"),
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
