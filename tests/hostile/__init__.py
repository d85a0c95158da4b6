"""Files made to hurt, all made by code, and what becomes of them."""
