"""Brings the program's own fonts to Qt."""

from icc_consult.assets import resources

from PySide6.QtGui import QFontDatabase


def register_fonts() -> int:
    """Register every font that the set-up laid into `resources/fonts`; how many faces there are."""
    faces = sorted((resources() / "fonts").glob("**/*.[to]t[fc]"))
    return sum(QFontDatabase.addApplicationFont(str(face)) >= 0 for face in faces)
