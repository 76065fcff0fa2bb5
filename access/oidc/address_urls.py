"""Addresses of sign-in with HelseID at the one address for all municipalities."""

from django.urls import path

from access.oidc.views import address

app_name = "sign_in"
urlpatterns = [
    path("", address.welcome, name="welcome"),
    path("helseid/", address.begin, name="begin"),
    path("tilbake/", address.back, name="back"),
    path("kommuner/", address.choose, name="choose"),
    path("kommuner/<uuid:municipality_id>/", address.enter, name="enter"),
]
