"""Addresses of the first pages."""

from django.urls import path

from journal.chart import views

app_name = "chart"
urlpatterns = [
    path("", views.start, name="start"),
    path("records/<uuid:record_id>/", views.patient, name="patient"),
]
