"""The page between the password and the consortium's administration: a passkey or a code."""

import re
from typing import Any, TypeVar

from django.contrib.admin import AdminSite
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from access import one_time_codes, passkeys
from access.accounts.models import User
from access.consortium import second_factor
from access.errors import RightsError
from access.factors import in_groups
from access.forms.second_factor import AppForm, CodeForm, PasskeyForm
from access.selectors import factors_of
from access.ways import has_second_factor

NEW_SECRET = "consortium_new_secret"  # noqa: S105 - where in the session it waits
# The form of the passkey has it; the other has none.
CREDENTIAL = "credential"
_PAGE = "admin/consortium/second_factor.html"
_CODES_PAGE = "admin/consortium/codes.html"


@login_not_required
@never_cache
@sensitive_post_parameters("one_time_code")
@require_http_methods(["GET", "POST"])
def ask_for_factor(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """Ask whoever has typed the password for a factor; have it set up the first time."""
    user = _staff(request)
    if user is None:
        return redirect_to_login(reverse("admin:index"), reverse("admin:login"))
    if second_factor.has_shown_it(request):
        return HttpResponseRedirect(_next(request))
    if not has_second_factor(user):
        return set_up(request, user, site, after=_next(request))
    form, key = _forms(request, CodeForm)
    if _holds(request, user, form, key):
        return HttpResponseRedirect(_next(request))
    context = {
        "title": _("Bekreft innloggingen"),
        "form": form,
        "key_form": key,
        "ways": {one.is_app for one in factors_of(user.pk)},
        "next": _next(request),
    }
    return answered(request, site, _PAGE, context)


def set_up(
    request: HttpRequest, user: User, site: AdminSite, *, after: str
) -> HttpResponse:
    """Show how an app is set up and a passkey made; store what was, and show codes once."""
    app, key = _forms(request, AppForm)
    try:
        codes = _stored(request, user, app, key)
    except RightsError as error:
        (key if key.is_bound else app).add_error(error.field, error.message)
    else:
        if codes is not None:
            return after_set_up(request, site, codes, after=after)
    secret = _secret_of(request)
    context = {
        "title": _("Sett opp totrinn"),
        "is_first": not has_second_factor(user),
        "form": app,
        "key_form": key,
        "secret": " ".join(re.findall(".{4}", secret)),
        "picture": one_time_codes.picture_of(user, secret),
        "next": after,
    }
    return answered(request, site, _PAGE, context)


def after_set_up(
    request: HttpRequest, site: AdminSite, codes: list[str], *, after: str
) -> HttpResponse:
    """Show new codes this once, or go on."""
    request.session.pop(NEW_SECRET, None)
    if not codes:
        return HttpResponseRedirect(after)
    context = {"title": _("Ta vare på reservekodene"), "codes": in_groups(codes)}
    return answered(request, site, _CODES_PAGE, context | {"next": after})


@login_not_required
@require_POST
def passkey_to_use(request: HttpRequest) -> HttpResponse:
    """Tell the browser which passkey to use, once the password was right."""
    user = _staff(request)
    if user is None:
        raise PermissionDenied
    return JsonResponse(passkeys.options_to_use(user))


@login_not_required
@require_POST
def passkey_to_make(request: HttpRequest) -> HttpResponse:
    """Tell the browser what passkey to make, when there is none or one was shown."""
    user = _staff(request)
    if user is None or not _may_set_up(request, user):
        raise PermissionDenied
    return JsonResponse(passkeys.options_to_make(user))


def answered(
    request: HttpRequest, site: AdminSite, page: str, context: dict[str, Any]
) -> HttpResponse:
    """Give a page of the administration; 422 when something in its forms is wrong."""
    forms = (context.get("form"), context.get("key_form"))
    status = 422 if any(form is not None and form.errors for form in forms) else 200
    whole = {**site.each_context(request), **context}
    return render(request, page, whole, status=status)


Code = TypeVar("Code", bound=CodeForm)


def _forms(request: HttpRequest, kind: type[Code]) -> tuple[Code, PasskeyForm]:
    """Give the form of a code and that of a passkey; one of them with what was sent."""
    is_post = request.method == "POST"
    has_key = is_post and CREDENTIAL in request.POST
    code = kind(request.POST if is_post and not has_key else None)
    return code, PasskeyForm(request.POST if has_key else None)


def _holds(request: HttpRequest, user: User, form: CodeForm, key: PasskeyForm) -> bool:
    """Try what was sent; what is wrong is said on its form."""
    wait = _("Etter fem feil må du vente i 15 minutter.")
    if key.is_bound and key.is_valid():
        if second_factor.show_passkey(request, user, key.cleaned_data["credential"]):
            return True
        say = _("Passnøkkelen stemmer ikke.")
        key.add_error(None, f"{say} {wait}")
    if form.is_bound and form.is_valid():
        if second_factor.show_code(request, user, form.cleaned_data["one_time_code"]):
            return True
        say = _("Koden stemmer ikke. En kode kan bare brukes én gang.")
        form.add_error("one_time_code", f"{say} {wait}")
    return False


def _stored(
    request: HttpRequest, user: User, app: AppForm, key: PasskeyForm
) -> list[str] | None:
    """Store what was set up, and give new codes; None when nothing was."""
    if key.is_bound and key.is_valid():
        name, answer = key.cleaned_data["name"], key.cleaned_data["credential"]
        return second_factor.set_up_passkey(request, user, name=name, answer=answer)
    if app.is_bound and app.is_valid():
        code, secret = app.cleaned_data["one_time_code"], _secret_of(request)
        return second_factor.set_up_app(request, user, secret=secret, code=code)
    return None


def _may_set_up(request: HttpRequest, user: User) -> bool:
    return not has_second_factor(user) or second_factor.has_shown_it(request)


def _staff(request: HttpRequest) -> User | None:
    user = request.user
    if isinstance(user, User) and user.is_active and user.is_staff:
        return user
    return None


def _secret_of(request: HttpRequest) -> str:
    return str(request.session.setdefault(NEW_SECRET, one_time_codes.new_secret()))


def _next(request: HttpRequest) -> str:
    """Where the person was going; never out of the house."""
    wanted = (request.POST or request.GET).get(REDIRECT_FIELD_NAME, "")
    is_ours = url_has_allowed_host_and_scheme(
        wanted, {request.get_host()}, require_https=request.is_secure()
    )
    return wanted if wanted and is_ours else reverse("admin:index")
