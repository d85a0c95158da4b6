"""Lemmas of Swedish words, in the way of UD Swedish-Talbanken."""
