"""How files become documents."""
