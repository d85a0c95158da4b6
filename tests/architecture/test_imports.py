"""Imports point inwards: docs/architecture.md draws the arrows, this test holds them."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2] / "grantcheck"
LEAVES = {"domain", "texts", "records", "settings", "resources", "rulesets"}
MAY_IMPORT: dict[str, set[str]] = {
    "domain": {"domain"},
    "records": set(),
    "resources": set(),
    "rulesets": {"domain", "resources"},
    "settings": set(),
    "texts": set(),
    "extraction": {"extraction", *LEAVES},
    "analysis": {"analysis", *LEAVES},
    "evaluation": {"evaluation", *LEAVES},
    "storage": {"storage", *LEAVES},
    "outputs": {"outputs", *LEAVES},
    "services": {"services", "storage", "outputs", "evaluation", *LEAVES},
    "work": {"work", "services", "storage", "extraction", "analysis", "outputs", *LEAVES},
    "web": {"web", "services", "storage", "outputs", "evaluation", *LEAVES},
    "demo": {"demo", "services", "storage", *LEAVES},
    "__main__": {"cli"},
    "bootstrap": {"web", "work", "services", "storage", "extraction", "analysis", "outputs", "demo", *LEAVES},
    "cli": {
        "cli",
        "bootstrap",
        "demo",
        "evaluation",
        "extraction",
        "analysis",
        "outputs",
        "web",
        "work",
        "services",
        "storage",
        *LEAVES,
    },
}


def modules() -> list[Path]:
    return sorted(ROOT.rglob("*.py"))


def part_of(path: Path) -> str:
    """Return the folder or module right below grantcheck/ that the file belongs to."""
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imported_parts(path: Path) -> set[str]:
    package = ["grantcheck", *path.relative_to(ROOT).parts[:-1]]
    targets: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            targets |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            prefix = ".".join([*base, *([node.module] if node.module else [])])
            targets |= {f"{prefix}.{alias.name}" for alias in node.names}
    return {name.split(".")[1] for name in targets if name.startswith("grantcheck.") and name.count(".") >= 1}


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_inwards(path: Path) -> None:
    part = part_of(path)
    if part == "__init__":
        return
    outside = {name for name in imported_parts(path) if (ROOT / name).exists() or (ROOT / f"{name}.py").exists()}
    allowed = MAY_IMPORT[part] | {part}

    assert outside <= allowed, f"{part} may not import {sorted(outside - allowed)}"


def test_the_domain_needs_the_standard_library_only() -> None:
    foreign = {"spacy", "flask", "sqlite_utils", "pdfplumber", "pydantic", "babel", "dbos"}
    for path in (ROOT / "domain").rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        assert not any(f"import {name}" in source or f"from {name}" in source for name in foreign), path
