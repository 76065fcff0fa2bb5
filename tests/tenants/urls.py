"""Addresses for the tests of the middleware: what a view can reach, and what stays behind."""

from django.contrib.auth.models import Group
from django.http import HttpResponse, JsonResponse, StreamingHttpResponse
from django.urls import path, reverse

from tenants.context import this_connection
from tenants.models import Municipality
from tenants.request_id import request_id


def groups(request):
    names = list(Group.objects.values_list("name", flat=True))
    return JsonResponse(
        {
            "tenant": request.tenant and request.tenant.name,
            "groups": names,
            "place": this_connection().place.kind.value,
            "id_is_known": request.id == request_id.get(),
        }
    )


def register(request):
    return JsonResponse(
        {"count": Municipality.objects.count(), "tenant": request.tenant}
    )


def failing(request):
    list(Group.objects.all())
    raise ZeroDivisionError


def streaming(request):
    def names():
        for group in Group.objects.all():
            yield group.name

    return StreamingHttpResponse(names())


def home(request):
    return HttpResponse(reverse("home"))


urlpatterns = [
    path("", home, name="home"),
    path("groups/", groups),
    path("register/", register),
    path("failing/", failing),
    path("streaming/", streaming),
]
