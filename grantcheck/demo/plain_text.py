"""Writes a sample report as a text file, as somebody would type it: wrapped lines, underlined headings."""

import textwrap

from .source import Heading, Items, Paragraph, Source, Table, TextBlock

_WIDTH = 72


def write_txt(source: Source) -> bytes:
    """Return the report as UTF-8 text. Raises TypeError for a scanned page."""
    return ("\n\n".join(map(_typed, source.text_blocks)) + "\n").encode()


def _typed(block: TextBlock) -> str:
    match block:
        case Heading(level, text):
            return f"{text}\n{('=' if level == 1 else '-') * len(text)}"
        case Paragraph(text):
            return textwrap.fill(text, _WIDTH)
        case Items(texts):
            return "\n".join(textwrap.fill(text, _WIDTH, initial_indent="- ", subsequent_indent="  ") for text in texts)
        case Table(rows):
            return "\n".join("\t".join(row) for row in rows)
