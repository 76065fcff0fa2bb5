"""Addresses of the one sign-in address for all municipalities; nobody is signed in there."""

from django.urls import include, path

urlpatterns = [path("", include("access.oidc.address_urls"))]
