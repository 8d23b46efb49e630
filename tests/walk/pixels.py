"""What was really painted: the pixels of a part of a window, and how far their colours stand apart."""

from __future__ import annotations

from typing import cast

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QRegion
from PySide6.QtWidgets import QLabel, QWidget

HALF = 128
"""Of the way from black to white."""

Pixels = npt.NDArray[np.uint8]
Numbers = npt.NDArray[np.float64]


def painted(widget: QWidget, around: int = 0) -> Pixels:
    """The pixels of a widget as its window shows it, ``around`` more on each side where the window goes on."""
    window = widget.window()
    return of_window(window, place(widget).adjusted(-around, -around, around, around))


def of_window(window: QWidget, part: QRect) -> Pixels:
    """The pixels of a part of a window: height x width x red, green, blue."""
    return of_image(window.grab(part & window.rect()).toImage())


def of_image(shown: QImage) -> Pixels:
    """The pixels of an image."""
    image = shown.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(cast("bytes", image.constBits()), np.uint8).reshape(
        image.height(), image.bytesPerLine()
    )
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy()


def written(label: QLabel) -> npt.NDArray[np.bool_]:
    """Where the text of a label has ink, also where the label is scrolled out of sight."""
    image = QImage(label.size(), QImage.Format.Format_Grayscale8)
    image.fill(255 if label.palette().color(label.foregroundRole()).lightness() < HALF else 0)
    label.render(image, QPoint(), QRegion(), QWidget.RenderFlag(0))
    rows = np.frombuffer(cast("bytes", image.constBits()), np.uint8).reshape(
        image.height(), image.bytesPerLine()
    )
    within = rows[:, : image.width()].astype(np.int16)
    made: npt.NDArray[np.bool_] = np.abs(within - int(np.median(within))) > HALF // 2
    return made


def place(widget: QWidget) -> QRect:
    """Where a widget is in its window."""
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def luminance(pixels: Pixels) -> Numbers:
    """Relative luminance by WCAG 2 of each pixel."""
    parts = pixels.astype(np.float64) / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return cast("Numbers", linear @ np.array((0.2126, 0.7152, 0.0722)))


def contrasts(one: Numbers, other: Numbers | float) -> Numbers:
    """How far luminances stand apart by WCAG 2, each from 1 to 21."""
    made: Numbers = (np.maximum(one, other) + 0.05) / (np.minimum(one, other) + 0.05)
    return made


def ground(pixels: Pixels) -> float:
    """The luminance of the commonest colour."""
    flat = pixels.reshape(-1, 3).astype(np.uint32)
    colours, counts = np.unique((flat[:, 0] << 16) | (flat[:, 1] << 8) | flat[:, 2], return_counts=True)
    most = int(colours[int(counts.argmax())])
    return float(luminance(np.array([[most >> 16, most >> 8 & 255, most & 255]], np.uint8))[0])


def strongest(pixels: Pixels) -> float:
    """How far the strongest ink stands out from the ground; 1 where there is none."""
    return float(contrasts(luminance(pixels), ground(pixels)).max()) if pixels.size else 1.0


def reds(pixels: Pixels) -> int:
    """How many pixels have a red hue that an eye takes for red."""
    red, green, blue = (pixels[..., at].astype(np.int16) for at in range(3))
    most = np.maximum(green, blue)
    return int(((red > 110) & (red - most > 60) & (np.abs(green - blue) < (red - most) / 2)).sum())
