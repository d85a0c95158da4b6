"""A whole PDF: the text of each page, pages that are pictures read by text recognition, and their blocks."""

from grantcheck.domain.document import Block, Page
from grantcheck.domain.errors import NoTextFound

from .limits import Limits
from .ocr import Recogniser
from .pagetext import PageText
from .pdf import pages_of
from .progress import Tell
from .structure import blocks


def read(content: bytes, limits: Limits, tell: Tell) -> tuple[list[Page], list[Block]]:
    """Return the pages and blocks. Raises NoTextFound when no page could be read."""
    recogniser = Recogniser(content, limits)
    pages: list[PageText] = []
    for number_of_pages, page in pages_of(content, limits):
        pages.append(recogniser.read(page) if page.unread else page)
        tell(page.number, number_of_pages)
    if all(page.unread or not page.words for page in pages):
        raise NoTextFound()
    return [Page(page.number, page.width, page.height, page.ocr, page.unread) for page in pages], blocks(pages)
