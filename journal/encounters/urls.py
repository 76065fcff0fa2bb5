"""Addresses of the legevakt."""

from django.urls import path

from journal.encounters import views

app_name = "encounters"
urlpatterns = [
    path("legevakt/", views.here_now, name="here_now"),
    path("legevakt/ny/", views.register, name="register"),
    path("records/<uuid:record_id>/contact/close/", views.close, name="close"),
]
