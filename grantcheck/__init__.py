"""grantcheck: does the activity report describe the work against kränkningar and diskriminering?"""

from importlib.metadata import version

__version__ = version("grantcheck")
