"""The association's part of the address space."""

from flask import Blueprint

blueprint = Blueprint("association", __name__, url_prefix="/forening")
