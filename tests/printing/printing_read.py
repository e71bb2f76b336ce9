"""The day of these tests, and the printed file as programs from poppler-utils read it."""

import shutil
import subprocess

TODAY = "2026-11-20"


def reader(name):
    """A program that reads PDF files, from poppler-utils."""
    path = shutil.which(name)
    assert path, f"This test reads the printed file with {name}: install the package poppler-utils."
    return path


def read(name, *arguments):
    done = subprocess.run(
        [reader(name), *map(str, arguments)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
