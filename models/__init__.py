"""Language models, rule sets and the recipes that make them."""
