"""Addresses on the consortium's host, for the tests of the middleware."""

from django.urls import path

from tests.tenants import urls

urlpatterns = [path("hjem/", urls.home, name="home"), path("register/", urls.register)]
