"""Addresses of duty rosters, substitutes, and who decides over them."""

from django.urls import path

from access.staff.rules.columns import FileKind
from access.staff.views import importing, reviews, roster, shift_leaders, substitutes

app_name = "staff"
urlpatterns = [
    path("vakter/", roster.roster, name="roster"),
    path("vakter/ny/", roster.shift_add, name="shift_add"),
    path("vakter/<uuid:shift_id>/", roster.shift_edit, name="shift_edit"),
    path("vakter/<uuid:shift_id>/avslutt/", roster.shift_end, name="shift_end"),
    path("vakter/vikar/<uuid:unit_id>/", substitutes.substitute, name="substitute"),
    path(
        "vakter/vikar/<int:employment_id>/avslutt/",
        substitutes.send_home,
        name="substitute_end",
    ),
    path("vakter/vaktledere/", shift_leaders.shift_leaders, name="shift_leaders"),
    path(
        "vakter/vaktledere/<uuid:appointment_id>/avslutt/",
        shift_leaders.shift_leader_end,
        name="shift_leader_end",
    ),
    path("ansatte/import/", importing.staff_import, name="import"),
    *(
        path(
            f"ansatte/import/{kind.value}.csv",
            importing.example,
            {"kind": kind},
            name=f"example_{kind.name}",
        )
        for kind in FileKind
    ),
    path("tilganger/", reviews.reviews, name="reviews"),
    path("tilganger/<uuid:unit_id>/", reviews.review, name="review"),
    path(
        "tilganger/kontroll/<uuid:review_id>/",
        reviews.concluded,
        name="review_concluded",
    ),
]
