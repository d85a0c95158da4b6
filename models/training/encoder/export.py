"""Writes the trained encoder in 8 bits: `python -m models.training.encoder.export E5_FILE TRAINED OUT`.

OUT gets encoder.onnx and pieces.json. The rest of the folder's readings stays as it is.
"""

import argparse
import shutil
import tempfile
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from .network import Reader
from .train import lowest_layers

INPUTS = ("ids", "members", "ends")
OUTPUTS = ("sentences", "pieces")
AXES = {
    "ids": {0: "windows", 1: "length"},
    "members": {0: "windows", 1: "count", 2: "length"},
    "ends": {0: "windows", 1: "count"},
    "sentences": {0: "windows", 1: "count"},
    "pieces": {0: "windows", 1: "length"},
}


def trained(encoder_file: Path, folder: Path) -> Reader:
    """Return the network with the weights that training saved in the folder, ready to read."""
    network = Reader(lowest_layers(encoder_file), [int(number) for number in np.load(folder / "kept.npy")])
    network.load_state_dict(torch.load(folder / "weights.pt", weights_only=True))
    return network.eval()


def export(network: Reader, target: Path) -> None:
    """Write the network with weights of 7 bits, which no processor's 8-bit sums overflow."""
    sample = (
        torch.full((2, 12), 5, dtype=torch.long),
        torch.full((2, 3, 12), 1 / 12),
        torch.zeros((2, 3), dtype=torch.long),
    )
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            network, sample, str(full), input_names=INPUTS, output_names=OUTPUTS, dynamic_axes=AXES,
            opset_version=17, dynamo=False,
        )  # fmt: skip
        quantize_dynamic(full, target, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)


def main() -> None:
    """Read the arguments and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("encoder", "trained", "out"):
        parser.add_argument(name, type=Path)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    export(trained(options.encoder, options.trained), options.out / "encoder.onnx")
    shutil.copy(options.trained / "pieces.json", options.out / "pieces.json")


if __name__ == "__main__":
    main()
