"""`python -m witness` works as `witness` does."""

import sys

from witness.report.command import main

sys.exit(main())
