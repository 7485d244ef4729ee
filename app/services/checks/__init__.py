"""What is looked at before a document is signed: *Before you sign*, as values and without words."""

from app.services.checks.checklist import check as check
from app.services.checks.readiness import look_through as look_through
from app.services.checks.results import Check as Check
from app.services.checks.results import CheckKey as CheckKey
from app.services.checks.results import Finding as Finding
from app.services.checks.results import Outcome as Outcome
from app.services.checks.results import Problem as Problem
