"""The web app: thin views over the services, in Swedish and English, that need no script."""

from .app import create_app
from .parts import OpenStore

__all__ = ["OpenStore", "create_app"]
