"""Reads a document and says what it describes: sentences, topics, assertion, verdicts."""

from .checker import Checker, load_checker

__all__ = ["Checker", "load_checker"]
