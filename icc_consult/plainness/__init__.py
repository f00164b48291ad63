"""Plain language: what could stand in the way of a text's readers. Remarks are advice; nothing is refused."""

from icc_consult.plainness.consultations import Placed, consultation_remarks
from icc_consult.plainness.remarks import Kind, Remark, Role, remarks
from icc_consult.plainness.tongues import Check, Subject, Tongue, tongue

__all__ = [
    "Check",
    "Kind",
    "Placed",
    "Remark",
    "Role",
    "Subject",
    "Tongue",
    "consultation_remarks",
    "remarks",
    "tongue",
]
