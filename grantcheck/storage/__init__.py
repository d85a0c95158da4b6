"""The database and the file store: the only place with SQL."""
