"""Addresses of applications."""

from django.urls import path

from journal.casework.views import applications, new_applicant

app_name = "casework"
_APPLICATIONS = "records/<uuid:record_id>/applications"
_APPLICATION = f"{_APPLICATIONS}/<uuid:application_id>"

urlpatterns = [
    path("soknader/", applications.waiting, name="waiting"),
    path("soknader/ny/", new_applicant.register_applicant, name="register_applicant"),
    path(f"{_APPLICATIONS}/", applications.applications, name="applications"),
    path(f"{_APPLICATIONS}/new/", applications.register, name="register"),
    path(f"{_APPLICATION}/reply/", applications.reply, name="reply"),
    path(f"{_APPLICATION}/close/", applications.close, name="close"),
]
