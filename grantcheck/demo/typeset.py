"""Sets a sample report as PDF through typst, in the layout that its source names; a scanned page becomes a picture."""

import io
import json
import random
import shutil
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import typst
from PIL import Image, ImageChops, ImageFilter

from .source import Block, Heading, Items, Paragraph, Scan, Source, Table

_LAYOUTS = Path(__file__).with_name("layouts.typ")
_FONTS = typst.Fonts(include_system_fonts=False)
_WRITTEN = datetime(2026, 1, 1, tzinfo=UTC)
_SCAN_DPI, _SCAN_TILT, _SCAN_BLUR = 200, 0.4, 0.6
_PAPER, _GRAIN = 244, 16


def write_pdf(source: Source, association: str) -> bytes:
    """Return the report as PDF, the same bytes every time. `association` stands on the cover or in the page head."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        blocks = [_entry(block, folder) for block in source.blocks if not _is_title(block)]
        report = {"title": source.title, "association": association, "layout": source.about["layout"], "blocks": blocks}
        return _set(report, "pdf", folder)


def _is_title(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == 1


def _set(report: Mapping[str, object], form: Literal["pdf", "png"], folder: Path) -> bytes:
    return typst.compile(
        Path(shutil.copy(_LAYOUTS, folder)),
        root=folder,
        format=form,
        ppi=_SCAN_DPI,
        font_paths=_FONTS,
        sys_inputs={"report": json.dumps(report)},
        timestamp=_WRITTEN,
    )


def _entry(block: Block, folder: Path) -> dict[str, object]:
    """Return the block as layouts.typ reads it; the picture of a scanned page is left in the folder."""
    match block:
        case Heading(level, text):
            return {"kind": "heading", "level": level, "text": text}
        case Paragraph(text):
            return {"kind": "paragraph", "text": text}
        case Items(texts):
            return {"kind": "items", "texts": texts}
        case Table(rows):
            return {"kind": "table", "rows": rows}
        case Scan(blocks):
            return {"kind": "scan", "picture": _scanned([_entry(inner, folder) for inner in blocks], folder)}


def _scanned(blocks: list[dict[str, object]], folder: Path) -> str:
    """Leave a grey, slightly tilted and grainy picture of a page in the folder and return its name."""
    page = _set({"title": "", "association": "", "layout": "scan", "blocks": blocks}, "png", folder)
    clean = Image.open(io.BytesIO(page)).convert("L")
    tilted = clean.rotate(_SCAN_TILT, Image.Resampling.BICUBIC, fillcolor=255).filter(
        ImageFilter.GaussianBlur(_SCAN_BLUR)
    )
    picture = folder / "scan.jpg"
    ImageChops.subtract(tilted, _grain(clean.size)).save(picture, quality=70, dpi=(_SCAN_DPI, _SCAN_DPI))
    return picture.name


def _grain(size: tuple[int, int]) -> Image.Image:
    noise = random.Random(7).randbytes(size[0] * size[1])  # noqa: S311
    return Image.frombytes("L", size, noise).point(lambda grey: 255 - _PAPER + grey * _GRAIN // 255)
