"""Addresses of GPs' lists and of health stations' programmes."""

from django.urls import path

from journal.enrolments.views import changing, enrolling, lists

app_name = "enrolments"
_ONE = "records/<uuid:record_id>/enrolments/<uuid:enrolment_id>"
urlpatterns = [
    path("fastlegeliste/", lists.gp_list, name="gp_list"),
    path("fastlegeliste/ny/", enrolling.gp_enrol, name="gp_enrol"),
    path("helsestasjon/", lists.programme, name="programme"),
    path("helsestasjon/ny/", enrolling.programme_enrol, name="programme_enrol"),
    path(f"{_ONE}/move/", changing.move, name="move"),
    path(f"{_ONE}/end/", changing.end, name="end"),
]
