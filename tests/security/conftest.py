"""The same site as the page tests use."""

from tests.web.conftest import site

__all__ = ["site"]
