"""Pictures of the pack for the pages of the kiosk, under `image://pack/`, and from nowhere else."""

from collections.abc import Callable

from icc_consult.packs import Media

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

NAME = "pack"
_FOLDER = "media/"


class PackPictures(QQuickImageProvider):
    """Reads a picture when a page shows it, no larger than it stands there. One that is missing is empty."""

    def __init__(self, media: Callable[[], Media]) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._media = media

    def requestImage(self, name: str, size: QSize, wished: QSize) -> QImage:
        """The picture of this name; `size` becomes the one that it has."""
        image = self._read(name)
        size.setWidth(image.width())
        size.setHeight(image.height())
        if 0 < wished.height() < image.height():
            return image.scaledToHeight(wished.height(), Qt.TransformationMode.SmoothTransformation)
        return image

    def _read(self, name: str) -> QImage:
        file = self._media().get(_FOLDER + name)
        image = QImage.fromData(file.read()) if file else QImage()
        if image.isNull():
            image = QImage(1, 1, QImage.Format.Format_ARGB32)
            image.fill(Qt.GlobalColor.transparent)
        return image
