"""What the project knows about Swedish: components of the language pipeline, compounds, times."""

from . import sentence_cutter as _sentence_cutter
from .compounds import compound_parts
from .lemmas import component as _lemmas
from .periods import due_expressions, report_period, time_expressions

__all__ = ["FACTORIES", "compound_parts", "due_expressions", "report_period", "time_expressions"]

FACTORIES = (_sentence_cutter.FACTORY, _lemmas.FACTORY)
