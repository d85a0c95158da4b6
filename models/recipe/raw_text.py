"""Gathers the running text that word vectors learn from: statutes, the annotated corpus, news and Talbanken's words."""

import json
import lzma
import random
import re
from collections.abc import Iterator
from pathlib import Path

from .conllu import forms, read_trees

_TOKEN = re.compile(r"\w+(?:[:.'’-]\w+)*|[^\w\s]")
_OLD_SPELLING = re.compile(r"\b(?:af|hvar|hwar|wid|skola|äro|hafva|blifv\w*)\b", re.IGNORECASE)
_SHORTEST_LINE = 20
_WEIGHTS = {"statutes": 1, "corpus": 4, "news": 2, "talbanken": 2}


def write_raw_text(data: Path, corpus: Path, target: Path, seed: int) -> None:
    """Write one tokenised paragraph a line, in an order of chance; the text of our own field counts four times."""
    sources = {
        "statutes": _statutes(data / "raw/sfs-paragraphs.txt.xz"),
        "corpus": _corpus(corpus),
        "news": _news(data / "ner/webbnyheter2012-train.txt"),
        "talbanken": (" ".join(forms(tree)) for tree in read_trees(data / "treebanks/sv_talbanken-v1-train.conll")),
    }
    lines = [line for name, source in sources.items() for line in list(source) * _WEIGHTS[name]]
    random.Random(seed).shuffle(lines)  # noqa: S311 - no secret
    target.write_text("\n".join(lines), encoding="utf-8")


def _statutes(path: Path) -> Iterator[str]:
    """Yield the paragraphs in today's spelling."""
    with lzma.open(path, "rt", encoding="utf-8") as paragraphs:
        for line in paragraphs:
            if len(line) >= _SHORTEST_LINE and len(_OLD_SPELLING.findall(line)) < 2:
                yield line.strip()


def _corpus(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("reports/*.md")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield from _tokenised(line.lstrip("#*- "))
    for path in sorted(folder.glob("clauses/*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            item = json.loads(line)
            for part in ("text", "before", "heading"):
                yield from _tokenised(item.get(part) or "")


def _tokenised(line: str) -> Iterator[str]:
    tokens = _TOKEN.findall(line)
    if tokens:
        yield " ".join(tokens)


def _news(path: Path) -> Iterator[str]:
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        yield " ".join(line.split()[0] for line in block.splitlines() if line.strip())
