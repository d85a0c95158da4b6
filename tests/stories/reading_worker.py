"""A worker process for the crash story: real workflows, real extraction, and an answer that is quick to give.

Loading the language pipeline at every restart would take most of the time and hide the moments that matter.
"""

import logging
import sys
import time
from collections.abc import Callable
from pathlib import Path

from grantcheck.domain.analysis import Analysis
from grantcheck.domain.document import Document
from grantcheck.extraction import Limits, extract
from grantcheck.storage import FileStore, Store
from grantcheck.work.checking import Checking
from grantcheck.work.reading_pool import Question
from grantcheck.work.worker import work
from tests import factories

STEP_SECONDS = 0.15
"""Long enough that a killed step is a likely thing, short enough to read all reports between two kills or so."""


def main(instance: Path) -> None:
    def open_store() -> Store:
        return Store.open(instance / "grantcheck.db", FileStore.in_folder(instance / "files"))

    work(instance / "work.db", Checking(open_store, _read, _answer, "0.1.0"), at_once=2)


def _read(path: Path, page_read: Callable[[int, int], None]) -> Document:
    return extract(path, Limits(), page_read)


def _answer(question: Question) -> Analysis:
    time.sleep(STEP_SECONDS)
    return factories.analysis()


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    main(Path(sys.argv[1]))
