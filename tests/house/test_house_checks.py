"""The standing checks of the house, run as anybody would run them by hand."""

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
        ("main.py", "check"),
    ],
    ids=["lint", "format", "contracts", "content"],
)
def test_the_house_is_in_order(command):
    done = run(*command)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_type_is_told_and_true(tmp_path):
    done = run("-m", "mypy", "--cache-dir", str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
