"""The web app as any WSGI server finds it."""

from grantcheck.bootstrap import web_app
from grantcheck.settings import read_settings

app = web_app(read_settings())
