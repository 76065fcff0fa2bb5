"""Addresses of the auditor's screens."""

from django.urls import path

from audit.review import views
from audit.review.cases import views as cases
from audit.review.export import views as export
from audit.review.extract import asking
from audit.review.extract import views as extract
from audit.review.fhir import views as fhir
from audit.review.letters import views as letters
from audit.review.overview import views as overview
from audit.review.proofs import views as proofs
from audit.review.retention import views as retention
from audit.review.saved import views as saved
from audit.review.sealing import views as sealing
from audit.review.timeline import views as timeline

app_name = "audit"
urlpatterns = [
    path("logg/", views.log, name="log"),
    path("logg/eksport/", export.export, name="export"),
    path("logg/saker/<uuid:case_id>/uken/", timeline.case_week, name="case_week"),
    path("logg/tidslinje/", timeline.timeline, name="timeline"),
    path("logg/utvalg/", saved.saved, name="saved"),
    path("logg/utvalg/<uuid:filter_id>/", saved.one, name="saved_one"),
    path("logg/oversikt/", overview.show, name="overview"),
    path("logg/oversikt/hendelser/", overview.behind, name="behind"),
    path("logg/saker/", cases.cases, name="cases"),
    path("logg/saker/kontroller/", cases.review, name="review"),
    path(
        "logg/saker/<uuid:case_id>/brev/<str:kind>/",
        letters.case_letter,
        name="case_letter",
    ),
    path("logg/saker/<uuid:case_id>/", cases.case, name="case"),
    path("logg/forsegling/", sealing.show, name="seal"),
    path("logg/lagring/", retention.show, name="retention"),
    path("logg/lagring/forslag/", retention.propose, name="propose_erasure"),
    path(
        "logg/lagring/<uuid:erasure_id>/bekreft/",
        retention.confirm,
        name="confirm_erasure",
    ),
    path("logg/<uuid:event_id>/", views.event, name="event"),
    path("logg/<uuid:event_id>/bevis/", proofs.event_proof, name="event_proof"),
    path("logg/<uuid:event_id>/sak/", cases.make, name="make_case"),
    path("records/<uuid:record_id>/log/", extract.extract, name="extract"),
    path("records/<uuid:record_id>/log/<uuid:event_id>/ask/", asking.ask, name="ask"),
    path(
        "records/<uuid:record_id>/log/<uuid:question_id>/answer/",
        letters.answer,
        name="answer",
    ),
    path("records/<uuid:record_id>/log/pdf/", extract.extract_pdf, name="extract_pdf"),
    path(
        "records/<uuid:record_id>/log/proofs/",
        extract.extract_proofs,
        name="extract_proofs",
    ),
    path("fhir/metadata", fhir.metadata, name="fhir_metadata"),
    path("fhir/AuditEvent", fhir.search, name="fhir_search"),
    path("fhir/AuditEvent/_search", fhir.search_by_post, name="fhir_search_by_post"),
    path("fhir/AuditEvent/<str:event_id>", fhir.read, name="fhir_read"),
]
