"""The standing checks of the house, run as anybody would run them by hand."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

CONTRACTS = """
import sys
from importlinter.cli import lint_imports
sys.exit(lint_imports(cache_dir=None))
"""
ROOT = Path(__file__).resolve().parents[2]


def run(*command):
    return subprocess.run(
        [sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    "command",
    [
        ("-m", "ruff", "check", "--no-cache", "."),
        ("-m", "ruff", "format", "--no-cache", "--check", "."),
        (
            "-c",
            CONTRACTS,
        ),
    ],
    ids=["lint", "format", "contracts"],
)
def test_the_house_is_in_order(command):
    done = run(*command)
    assert done.returncode == 0, done.stdout + done.stderr


def test_our_own_packs_are_in_order_and_their_files_are_named_from_where_one_stands():
    done = run("main.py", "check")
    assert done.returncode == 0, done.stdout + done.stderr
    for line in done.stdout.splitlines():
        assert not line.startswith(("/", "C:"))


def test_every_type_is_told_and_true():
    # Nothing is kept for a next time: writing that down takes a quarter as long again.
    done = run("-m", "mypy", "--cache-dir", os.devnull)
    assert done.returncode == 0, done.stdout + done.stderr
