"""The command line: `grantcheck check` needs neither database nor web; the others run the installation."""

from .parser import main

__all__ = ["main"]
