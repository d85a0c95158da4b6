"""The sample municipality: invented associations, reports and persons, so that everything can be tried."""
