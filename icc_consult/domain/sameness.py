"""Consultations told apart by being themselves: comparing all their texts at every answer would be slow."""

from icc_consult.domain.consultation import Consultation


class Same:
    """A key for what is worked out once for a consultation; it keeps the consultation alive."""

    __slots__ = ("consultation",)

    def __init__(self, consultation: Consultation) -> None:
        self.consultation = consultation

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.consultation is self.consultation

    def __hash__(self) -> int:
        return id(self.consultation)
