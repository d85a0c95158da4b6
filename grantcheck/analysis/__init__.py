"""From Document, rule set and period to Analysis; no spaCy type leaves this package."""
