"""Addresses on a municipality's host."""

from django.urls import include, path

from access import urls as access_urls
from akson_project.admin_site import municipality_site
from journal.record.views.my_lookups import my_lookups

# "Mine oppslag" belongs to a person's account by name, and shows patients by name: so its
# view lives in the journal, behind the record's door, and its address among the account's.
_access_urls = [
    *access_urls.urlpatterns,
    path("mine-oppslag/", my_lookups, name="my_lookups"),
]

urlpatterns = [
    path("", include("journal.chart.urls")),
    path("", include("journal.record.urls")),
    path("", include("journal.documentation.urls")),
    path("", include("journal.casework.urls")),
    path("", include("journal.enrolments.urls")),
    path("", include("journal.blocking.urls")),
    path("", include("journal.encounters.urls")),
    path("", include("journal.readers.urls")),
    path("", include((_access_urls, access_urls.app_name))),
    path("", include("access.staff.urls")),
    path("", include("access.matrix.urls")),
    path("", include("access.oversight.urls")),
    path("konto/", include(access_urls.account_urlpatterns)),
    path("konto/helseid/", include("access.oidc.urls")),
    path("", include("audit.review.urls")),
    path("admin/", municipality_site.urls),
]
