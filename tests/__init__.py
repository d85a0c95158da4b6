"""The tests mirror grantcheck/; each is a sentence of the rules."""
