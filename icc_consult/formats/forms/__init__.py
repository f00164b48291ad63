"""Between forms as spreadsheets hold them and the documents of packs."""

from icc_consult.formats.forms.losses import Loss
from icc_consult.formats.forms.packing import Packed, packed

__all__ = ["Loss", "Packed", "packed"]
