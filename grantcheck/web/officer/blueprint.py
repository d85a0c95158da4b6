"""The officer's part of the address space."""

from flask import Blueprint

blueprint = Blueprint("officer", __name__, url_prefix="/handlaggare")
