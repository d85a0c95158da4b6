"""Shows whether an activity report describes the work against kränkningar and diskriminering."""

from importlib.metadata import version

__version__ = version("grantcheck")
