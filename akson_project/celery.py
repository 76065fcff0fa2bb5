"""Background work: the Celery application and its clock.

DJANGO_SETTINGS_MODULE says with which settings; there is no default here, since
importing this package must not decide it for others.
"""

from celery import Celery

app = Celery("akson", task_cls="tenants.tasks:AksonTask")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(related_name="jobs")
