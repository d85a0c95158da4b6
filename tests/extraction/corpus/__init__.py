"""A corpus of reports made by code, where the right reading of every page is known."""
