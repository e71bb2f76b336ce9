"""What every test is given, so that the whole run ends sooner."""

import gc
import os

import pytest

ABOUT_FLUSHING = {"journal"}
"""The rooms whose tests are about what is on the disk itself, and when."""


def pytest_collection_finish():
    """
    Look for rubbish seldom, and never among what was there before the first test.

    There it grows to hundreds of megabytes that stay to the end; to go through them again and again
    takes a tenth of the whole run.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


@pytest.fixture(scope="module", autouse=True)
def unflushed(request):
    """
    Where a test is about something else, nothing waits until bytes are on the disk itself.

    They are written, read and renamed as ever, and flushing what is no open file still fails.
    """
    with pytest.MonkeyPatch.context() as patch:
        if request.path.parent.name not in ABOUT_FLUSHING:
            patch.setattr(os, "fsync", os.fstat)
        yield
