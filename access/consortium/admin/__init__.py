"""The consortium's screens of its own staff; `akson_project.admin_site` registers the classes."""

from access.consortium.admin.accounts import ConsortiumUserAdmin as ConsortiumUserAdmin
from access.consortium.admin.log import ConsortiumEventAdmin as ConsortiumEventAdmin
