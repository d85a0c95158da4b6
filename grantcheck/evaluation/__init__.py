"""Measures how well reports are read: the figures of the accuracy card and of `grantcheck evaluate`."""
