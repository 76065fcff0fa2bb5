"""Addresses of the review of emergency accesses and stated needs."""

from django.urls import path

from access.oversight import views
from access.oversight.cases.views import leader_case

app_name = "oversight"
urlpatterns = [
    path("gjennomgang/nodtilganger/", views.emergencies, name="emergencies"),
    path("gjennomgang/nodtilganger/<uuid:case_id>/", views.emergency, name="emergency"),
    path("gjennomgang/sporsmal/<uuid:case_id>/", leader_case, name="leader_case"),
    path("gjennomgang/behov/", views.needs, name="needs"),
    path("gjennomgang/behov/<uuid:need_id>/sett/", views.need_seen, name="need_seen"),
]
