"""Trains and measures the checker; nothing here is needed to run the program."""
