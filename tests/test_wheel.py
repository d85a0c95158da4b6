"""The built wheel works by itself: installed in a new environment outside the checkout it reads a report."""

import json
import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]
REPORT = """# Verksamhetsberättelse 2025 för Sjöbo Bollklubb

## Ungdom
Den 12 mars 2025 gick alla ledare utbildning om mobbning och kränkande språk. Varje termin går tränarna igenom
kamratreglerna med spelarna.
"""


def run(command: list[str | Path], folder: Path, **environment: str) -> str:
    """Run the command in the folder and return what it printed."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run(command, cwd=folder, env=clean | environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.model
def test_an_installed_wheel_reads_a_report(tmp_path: Path) -> None:
    uv = Path(sys.executable).with_name("uv")
    run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path], ROOT)
    (wheel,) = tmp_path.glob("*.whl")
    assert "grantcheck/_shipped/models/evaluation.json" in ZipFile(wheel).namelist()
    home = tmp_path / "environment"
    run([sys.executable, "-m", "venv", "--without-pip", home], tmp_path)
    run([uv, "pip", "sync", "--require-hashes", ROOT / "requirements" / "run.txt"], tmp_path, VIRTUAL_ENV=str(home))
    run([uv, "pip", "install", "--no-deps", wheel], tmp_path, VIRTUAL_ENV=str(home))
    (tmp_path / "rapport.txt").write_text(REPORT, encoding="utf-8")

    shown = run([home / "bin" / "grantcheck", "check", "rapport.txt", "--format", "json"], tmp_path)

    verdicts = {item["id"]: item["verdict"] for item in json.loads(shown)["criteria"]}
    assert verdicts["prevent_violations"] == "described"
