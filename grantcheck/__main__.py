"""`python -m grantcheck` is the command line."""

import sys

from grantcheck.cli import main

sys.exit(main())
