"""What the project knows about Swedish: components of the language pipeline, times."""

from . import sentence_cutter as _sentence_cutter
from .periods import due_expressions, report_period, time_expressions

__all__ = ["due_expressions", "report_period", "time_expressions"]

FACTORIES = (_sentence_cutter.FACTORY,)
