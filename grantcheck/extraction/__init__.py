"""From a file to a Document: PDF, DOCX, ODT and text, read in a disposable child process with limits."""

from .limits import Limits
from .sandbox import extract, render_page

__all__ = ["Limits", "extract", "render_page"]
