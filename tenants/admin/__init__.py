"""The consortium's administration of the register; `akson_project.admin_site` registers it."""

from tenants.admin.municipalities import MunicipalityAdmin as MunicipalityAdmin
