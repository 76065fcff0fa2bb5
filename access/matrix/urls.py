"""Addresses of how access is governed: the role matrix, the municipality's rules, and why."""

from django.urls import path

from access.matrix.views import matrix, rules, why

app_name = "rights"
urlpatterns = [
    path("tilgangsstyring/", matrix.matrix, name="matrix"),
    path("tilgangsstyring/ny-versjon/", matrix.new_version, name="new_version"),
    path("tilgangsstyring/hvorfor/", why.why, name="why"),
    path("tilgangsstyring/lokale-valg/", rules.rules, name="rules"),
    path("tilgangsstyring/<str:record_kind>/<str:role>/", matrix.role, name="role"),
]
