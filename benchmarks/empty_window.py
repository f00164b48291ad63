"""The yardstick of the kiosk's start: an empty Qt Quick window, from process start to first frame.

`kiosk_start` runs this file beside the kiosk. It imports nothing but what such a window needs.
"""

import os
import sys
import time

from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickView


def show(began: float) -> None:
    """Show the window, print the seconds since `began` (monotonic) and of this process's CPU, and be gone."""

    def drawn() -> None:
        print(time.monotonic() - began, time.process_time(), flush=True)
        os._exit(0)

    app = QGuiApplication(sys.argv[:1])
    view = QQuickView()
    view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
    view.setSource(QUrl.fromLocalFile(f"{os.path.dirname(os.path.abspath(__file__))}/empty.qml"))  # noqa: PTH100, PTH120
    view.resize(1280, 800)
    view.frameSwapped.connect(drawn)
    view.show()
    app.exec()


if __name__ == "__main__":
    show(float(sys.argv[1]) if len(sys.argv) > 1 else time.monotonic())
