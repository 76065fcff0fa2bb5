"""Addresses of the pages that count who has opened records."""

from django.urls import path

from journal.readers import views

app_name = "readers"
urlpatterns = [
    path("gjennomgang/apninger/", views.units, name="units"),
    path("gjennomgang/apninger/<uuid:unit_id>/", views.unit, name="unit"),
]
