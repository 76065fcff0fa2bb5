"""Addresses of sign-in with HelseID on a municipality's host."""

from django.urls import path

from access.oidc.views import municipality

app_name = "oidc"
urlpatterns = [
    path("", municipality.leave, name="leave"),
    path("inn/", municipality.arrive, name="arrive"),
]
