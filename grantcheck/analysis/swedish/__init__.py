"""What the project knows about Swedish: components of the language pipeline, compounds, times."""

from .compounds import compound_parts
from .field_names import FACTORY as NAMES
from .lemmas.component import FACTORY as LEMMAS
from .periods import due_day, report_period, time_expressions
from .sentence_cutter import FACTORY as SENTENCES

__all__ = ["LEMMAS", "NAMES", "SENTENCES", "compound_parts", "due_day", "report_period", "time_expressions"]
