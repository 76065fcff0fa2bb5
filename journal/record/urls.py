"""Addresses of search, registering, the identity page, and what is changed in a record."""

from django.urls import path

from journal.record.views import (
    admission,
    care_team,
    correcting_stays,
    critical,
    finding,
    grants,
    letting_in,
    my_cases,
    my_emergencies,
    person,
    register,
    relatives,
    search,
    stays,
)

app_name = "record"
_RECORD = "records/<uuid:record_id>"
_RELATIVE = f"{_RECORD}/relatives/<uuid:relative_id>"
_STAY = f"{_RECORD}/stays/<uuid:episode_id>"
_MINE = "mine-nodtilganger/<uuid:case_id>"
_CRITICAL = f"{_RECORD}/critical"

urlpatterns = [
    path("search/", search.search, name="search"),
    path("search/<str:token>/", search.search_results, name="search_results"),
    path("find/", finding.find, name="find"),
    path(f"{_RECORD}/need/", letting_in.need, name="need"),
    path(f"{_RECORD}/emergency/", letting_in.emergency, name="emergency"),
    path("mine-oppslag/sporsmal/", my_cases.my_questions, name="my_questions"),
    path("mine-oppslag/sporsmal/<uuid:case_id>/", my_cases.my_case, name="my_case"),
    path("mine-oppslag/<uuid:event_id>/feil/", my_cases.report, name="report_mistake"),
    path("mine-nodtilganger/", my_emergencies.my_emergencies, name="my_emergencies"),
    path(f"{_MINE}/", my_emergencies.my_emergency, name="my_emergency"),
    path(f"{_MINE}/avslutt/", my_emergencies.end, name="emergency_end"),
    path(f"{_MINE}/forleng/", my_emergencies.extend, name="emergency_extend"),
    path("patients/new/", register.register, name="register"),
    path(f"{_RECORD}/admit/", admission.admit, name="admit"),
    path(f"{_RECORD}/move/<uuid:episode_id>/", stays.move, name="move"),
    path(f"{_RECORD}/discharge/<uuid:episode_id>/", stays.discharge, name="discharge"),
    path(f"{_STAY}/edit/", correcting_stays.stay_edit, name="stay_edit"),
    path(
        f"{_STAY}/withdraw-discharge/",
        correcting_stays.withdraw_discharge,
        name="withdraw_discharge",
    ),
    path(f"{_RECORD}/dead/", stays.mark_dead, name="mark_dead"),
    path(f"{_RECORD}/dead/take-back/", stays.take_back_death, name="take_back_death"),
    path(f"{_RECORD}/person/", person.person, name="person"),
    path(f"{_RECORD}/person/address/", person.address, name="address"),
    path(f"{_RECORD}/person/edit/", person.person_edit, name="person_edit"),
    path(f"{_RECORD}/person/number/", person.number_add, name="number_add"),
    path(f"{_RECORD}/relatives/new/", relatives.relative_add, name="relative_add"),
    path(f"{_RELATIVE}/", relatives.relative_edit, name="relative_edit"),
    path(f"{_RELATIVE}/end/", relatives.relative_end, name="relative_end"),
    path(f"{_RELATIVE}/search/", relatives.relative_search, name="relative_search"),
    path(f"{_RELATIVE}/link/", relatives.relative_link, name="relative_link"),
    path(
        f"{_RELATIVE}/link/<str:token>/", relatives.relative_link, name="relative_link"
    ),
    path(f"{_CRITICAL}/", critical.critical, name="critical"),
    path(f"{_CRITICAL}/new/", critical.critical_add, name="critical_add"),
    path(f"{_CRITICAL}/none/", critical.critical_none, name="critical_none"),
    path(
        f"{_CRITICAL}/<uuid:critical_id>/end/",
        critical.critical_end,
        name="critical_end",
    ),
    path(f"{_RECORD}/team/new/", care_team.team_add, name="team_add"),
    path(f"{_RECORD}/team/<uuid:member_id>/end/", care_team.team_end, name="team_end"),
    path(f"{_RECORD}/grants/", grants.grants, name="grants"),
    path(
        f"{_RECORD}/grants/<uuid:grant_id>/withdraw/",
        grants.withdraw,
        name="grant_withdraw",
    ),
]
