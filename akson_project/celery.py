"""Background work: the Celery application and its clock.

DJANGO_SETTINGS_MODULE says with which settings; there is no default here, since
importing this package must not decide it for others.
"""

from celery import Celery
from celery.schedules import crontab

SEAL_EVERY_S = 3
COSIGN_EVERY_S = 60

app = Celery("akson", task_cls="tenants.tasks:AksonTask")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.set_default()  # for the web server's threads too, which did not make it
app.autodiscover_tasks(related_name="jobs")
app.conf.beat_schedule = {
    "sweep openings": {
        "task": "audit.jobs.sweep_openings_everywhere",
        "schedule": crontab(minute="17"),
    },
    "verify logs": {
        "task": "audit.jobs.verify_logs_everywhere",
        "schedule": crontab(minute="5", hour="0-4"),
    },
    "review logs": {
        "task": "access.jobs.review_logs_everywhere",
        "schedule": crontab(minute="40", hour="0-4"),
    },
    "count use": {
        "task": "access.jobs.count_use_everywhere",
        "schedule": crontab(minute="25", hour="1-4"),
    },
    "measure backups": {
        "task": "tenants.jobs.measure_backups",
        "schedule": crontab(minute="7"),
    },
    "measure storage": {
        "task": "tenants.jobs.measure_storage",
        "schedule": crontab(minute="20", hour="3"),
    },
    "let municipality changes take effect": {
        "task": "tenants.jobs.let_changes_take_effect",
        "schedule": crontab(minute="1"),
    },
    "sound alarms": {
        "task": "tenants.jobs.sound_alarms",
        "schedule": crontab(),
        "options": {"expires": 60},
    },
    "send letters": {
        "task": "tenants.jobs.send_letters",
        "schedule": crontab(minute="*/10"),
        "options": {"expires": 600},
    },
    "tell of deadlines": {
        "task": "tenants.jobs.tell_of_deadlines",
        # While people are at work; each is told of once.
        "schedule": crontab(minute="20", hour="7-15", day_of_week="mon-fri"),
        "options": {"expires": 3_600},
    },
    "seal logs": {
        "task": "audit.jobs.seal_logs",
        "schedule": SEAL_EVERY_S,
        # While no sealer runs, rounds do not pile up for when one does.
        "options": {"expires": SEAL_EVERY_S},
    },
    "cosign logs": {
        "task": "audit.jobs.cosign_logs",
        "schedule": COSIGN_EVERY_S,
        "options": {"expires": COSIGN_EVERY_S},
    },
}
