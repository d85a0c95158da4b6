"""What is true regardless of technology: no web, files, spaCy or SQL here."""
