"""Addresses of the auditor's screens."""

from django.urls import path

from audit.review import views

app_name = "audit"
urlpatterns = [
    path("logg/", views.log, name="log"),
    path("logg/eksport/", views.export, name="export"),
    path("logg/<uuid:event_id>/", views.event, name="event"),
]
