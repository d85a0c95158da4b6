"""How far a scanned page is turned: the angle at which its lines of print are sharpest."""

import numpy as np
from PIL import Image

MOST_DEGREES = 4.0
COARSE, FINE = 0.5, 0.1
LEAST_DEGREES = 0.15
WIDTH = 600


def skew_of(image: Image.Image) -> float:
    """Return the degrees, counter-clockwise, by which the page must be turned to stand straight; 0 if it does."""
    small = image.convert("L").resize((WIDTH, max(1, image.height * WIDTH // max(image.width, 1))))
    rough = _sharpest(small, np.arange(-MOST_DEGREES, MOST_DEGREES + COARSE, COARSE))
    angle = _sharpest(small, np.arange(rough - COARSE, rough + COARSE + FINE, FINE))
    return 0.0 if abs(angle) < LEAST_DEGREES else round(angle, 2)


def _sharpest(image: Image.Image, angles: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> float:
    return float(max(angles, key=lambda angle: _sharpness(image, float(angle))))


def _sharpness(image: Image.Image, angle: float) -> float:
    """Return how much the darkness of rows changes from one to the next."""
    turned = np.asarray(image.rotate(angle, Image.Resampling.BILINEAR, fillcolor=255), dtype=np.float32)
    return float(np.square(np.diff(turned.sum(axis=1))).sum())
