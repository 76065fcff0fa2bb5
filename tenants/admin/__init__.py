"""The consortium's administration of the register; `akson_project.admin_site` registers it."""

from tenants.admin.agreements import AgreementAdmin as AgreementAdmin
from tenants.admin.changes import MunicipalityChangeAdmin as MunicipalityChangeAdmin
from tenants.admin.clusters import ClusterAdmin as ClusterAdmin
from tenants.admin.letters import LetterOfIntentAdmin as LetterOfIntentAdmin
from tenants.admin.municipalities import MunicipalityAdmin as MunicipalityAdmin
from tenants.admin.registry import InhabitantCountAdmin as InhabitantCountAdmin
from tenants.admin.rollout import ReadinessCheckAdmin as ReadinessCheckAdmin
from tenants.admin.rollout import RolloutStageAdmin as RolloutStageAdmin
