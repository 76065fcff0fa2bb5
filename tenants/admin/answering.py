"""Where a municipality answers its letter of intent, without an account.

The letter's code is in the link behind `#`, which browsers do not send; a script puts it in
the form, and from there it goes along in the body of each request. So it is in no address,
no log, no cookie and no session.
"""

from collections.abc import Callable

from allauth.core.internal import ratelimit
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from tenants.admin.answer_form import MAX_BYTES, AnswerForm, CodeForm
from tenants.agreements.codes import UnknownCodeError
from tenants.agreements.letters import LetterOfIntent
from tenants.agreements.services import Answer, answer_letter, find_letter

# A municipality shares one address, and needs a handful of tries.
TRIES = {"letter": "30/h/ip"}
# The fields beside the file.
_REST = 64 * 1024
_PAGES = "tenants/letter_of_intent"
View = Callable[[HttpRequest], HttpResponse]
_not_too_often: Callable[[View], View] = ratelimit.decorator(
    app="tenants", action="letter", config=TRIES
)


@csrf_exempt  # a form too large is turned away before it is read; the rest is protected
@login_not_required
@require_http_methods(["GET", "POST"])
def letter_of_intent(request: HttpRequest) -> HttpResponse:
    """Ask for the code, then for the answer, and store it once."""
    if int(request.headers.get("Content-Length") or 0) > MAX_BYTES + _REST:
        context = {"form": CodeForm(), "is_too_large": True}
        return render(request, f"{_PAGES}/code.html", context, status=413)
    return _answered(request)


@_not_too_often
@csrf_protect
@sensitive_post_parameters("code")
def _answered(request: HttpRequest) -> HttpResponse:
    if request.method == "GET":
        return render(request, f"{_PAGES}/code.html", {"form": CodeForm()})
    asked = CodeForm(request.POST)
    if not asked.is_valid():
        return _unknown(request, asked)
    code = asked.cleaned_data["code"]
    try:
        letter = find_letter(code)
        language = "nn" if letter.municipality.language == "nn" else "nb"
        with translation.override(language):
            answer = _about(request, letter, code)
    except UnknownCodeError:
        asked.add_error("code", _("Koden virker ikke."))
        return _unknown(request, asked)
    answer.headers["Content-Language"] = language
    return answer


def _about(request: HttpRequest, letter: LetterOfIntent, code: str) -> HttpResponse:
    is_sent = "answer_sent" in request.POST
    form = AnswerForm(*((request.POST, request.FILES) if is_sent else ()))
    if is_sent and form.is_valid():
        told = dict(form.cleaned_data)
        letter = answer_letter(code, Answer(pdf=told.pop("file"), **told))
        return render(request, f"{_PAGES}/receipt.html", {"letter": letter})
    context = {"letter": letter, "form": form, "code": code}
    status = 422 if form.errors else 200
    return render(request, f"{_PAGES}/answer.html", context, status=status)


def _unknown(request: HttpRequest, asked: CodeForm) -> HttpResponse:
    context = {"form": asked, "is_unknown": True}
    return render(request, f"{_PAGES}/code.html", context, status=422)
