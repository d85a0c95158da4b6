"""The officer's pages, dense: start, the queue of cases and the review of one."""

from . import case, export, queue, start
from .blueprint import blueprint

__all__ = ["blueprint", "case", "export", "queue", "start"]
