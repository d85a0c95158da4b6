"""The sentences of a document that can be evidence, each with the heading above and the sentence before it."""

from collections.abc import Iterator
from dataclasses import dataclass

from grantcheck.domain.document import BlockKind, Document
from grantcheck.domain.sentences import sentences_in


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence: `text` is `document.blocks[block].text[start:start + len(text)]`."""

    block: int
    start: int
    text: str
    heading: str
    before: str


def passages_of(document: Document) -> list[Passage]:
    """Return all sentences in reading order. Headings give context and are no evidence; contents lines never are."""
    return list(_passages(document))


def _passages(document: Document) -> Iterator[Passage]:
    heading = before = ""
    for number, block in enumerate(document.blocks):
        if block.kind is BlockKind.CONTENTS:
            continue
        if block.kind is BlockKind.HEADING:
            heading, before = block.text, ""
            continue
        for start, text in sentences_in(block):
            yield Passage(number, start, text, heading, before)
            before = text
