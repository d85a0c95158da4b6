"""The officer's pages, dense: start, the queue of cases and the review of one."""

from . import case, compare, export, queue, start
from .blueprint import blueprint

__all__ = ["blueprint", "case", "compare", "export", "queue", "start"]
