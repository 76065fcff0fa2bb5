"""Background work: the Celery application and its clock."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "akson_project.settings.production")

app = Celery("akson", task_cls="tenants.tasks:AksonTask")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(related_name="jobs")
