"""The web app: one blueprint per role."""
