"""The association's pages, mobile first: its applications, its report and how it was read."""

from . import application, report, start
from .blueprint import blueprint

__all__ = ["application", "blueprint", "report", "start"]
