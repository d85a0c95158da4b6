"""The type of likelihoods: sentences × 7 criteria × 10 kinds."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
