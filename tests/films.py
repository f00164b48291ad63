"""Films as a hand takes them of a screen: codes, some lost, some several times, and now and then a wall."""

import random
from collections.abc import Iterable, Sequence
from pathlib import Path

import cv2
import numpy as np
import zxingcpp

WIDTH, HEIGHT = 640, 480
WALL = np.full((HEIGHT, WIDTH), 170, np.uint8)


def picture_of(code: "np.ndarray | Path") -> np.ndarray:  # type: ignore[type-arg]
    """The code in the middle of what the camera sees, a little turned and blurred."""
    drawn = cv2.imread(str(code), cv2.IMREAD_GRAYSCALE) if isinstance(code, Path) else code
    side = HEIGHT - 30
    scene = WALL.copy()
    left, above = (WIDTH - side) // 2, 15
    small = cv2.resize(drawn, (side, side), interpolation=cv2.INTER_AREA)
    scene[above : above + side, left : left + side] = small
    turned = cv2.getRotationMatrix2D((WIDTH / 2, HEIGHT / 2), 2, 0.95)
    askew = cv2.warpAffine(scene, turned, (WIDTH, HEIGHT), borderValue=170)
    return cv2.GaussianBlur(askew, (3, 3), 0)


def code_of(text: str) -> np.ndarray:  # type: ignore[type-arg]
    """A card with this text."""
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
    return np.array(zxingcpp.write_barcode_to_image(code, scale=8))


def write_film(path: Path, scenes: Iterable["np.ndarray"]) -> Path:  # type: ignore[type-arg]
    """A film at ten pictures a second."""
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter_fourcc(*"MJPG"), 10, (WIDTH, HEIGHT))
    for scene in scenes:
        writer.write(cv2.cvtColor(scene, cv2.COLOR_GRAY2BGR))
    writer.release()
    return path


def film_of(path: Path, pictures: Sequence[Path], *, lost: float = 0.1, seed: int = 1) -> Path:
    """Of every picture that is not lost one to three in the film, and a wall before and after."""
    chance = random.Random(seed)  # noqa: S311
    kept = [one for one in pictures if chance.random() >= lost]
    scenes = [scene for one in kept for scene in [picture_of(one)] * chance.randint(1, 3)]
    return write_film(path, [WALL, *scenes, WALL])
