"""QR codes for the screen, drawn where they are asked for: the address of one says what is in it."""

from base64 import urlsafe_b64decode, urlsafe_b64encode

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

NAME = "codes"


def address_of(content: bytes) -> str:
    """Where QML finds the code with this content."""
    return f"image://{NAME}/{urlsafe_b64encode(content).decode()}"


class CodePictures(QQuickImageProvider):
    """One pixel a module, with a quiet zone."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, name: str, size: QSize, _wanted: QSize) -> QImage:
        """The code of an address."""
        from icc_consult.bundles.pictures import as_png  # noqa: PLC0415 - few desks show pictures

        image = QImage.fromData(as_png(urlsafe_b64decode(name)))
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image
