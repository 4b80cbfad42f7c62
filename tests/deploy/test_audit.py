"""The audit of dependencies: fails where a vulnerability is known, and says so where nobody could be asked."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

AUDIT = Path(__file__).resolve().parents[2] / ".ci" / "audit"

CLEAN = {"name": "alpha", "version": "1.0", "vulns": []}
UNKNOWN = {"name": "beta", "version": "1.0", "skip_reason": "not found"}
BAD = {"name": "gamma", "version": "2.0", "vulns": [{"id": "X-1", "fix_versions": ["2.1"]}]}


def audit(tmp_path: Path, program: str, *, pip: str = "") -> subprocess.CompletedProcess[str]:
    """Run the audit with stand-ins for pip-audit and pip, which are not ours."""
    for name, does in (("pip_audit", program), ("pip", pip)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text("")
        (tmp_path / name / "__main__.py").write_text(f"import sys\n{does}\n")
    environment = {**os.environ, "PYTHON": sys.executable, "PYTHONPATH": str(tmp_path)}
    return subprocess.run(["bash", AUDIT], env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("packages", "code", "words"),
    [
        ([CLEAN, UNKNOWN], 0, "1 of 2 packages looked up, 0 known vulnerabilities"),
        ([CLEAN, BAD], 1, "gamma 2.0: X-1, fixed in 2.1"),
        ([UNKNOWN], 0, "skipped: the service that answers knows none of the 1 packages"),
    ],
)
def test_what_is_known_decides(tmp_path: Path, packages: list[object], code: int, words: str) -> None:
    done = audit(tmp_path, f"print({json.dumps(json.dumps({'dependencies': packages}))})\nsys.exit({code})")
    assert (done.returncode, done.stderr) == (code, "")
    assert words in done.stdout


def test_a_service_that_does_not_answer_is_no_failure(tmp_path: Path) -> None:
    done = audit(tmp_path, "sys.exit('ERROR: Connection to the service timed out')")
    assert done.returncode == 0
    assert "skipped: the service that knows of vulnerabilities does not answer" in done.stdout


def test_another_failure_of_the_audit_is_one(tmp_path: Path) -> None:
    done = audit(tmp_path, "sys.exit('ERROR: bad option')")
    assert done.returncode == 1
    assert "bad option" in done.stderr


def test_packages_that_do_not_fit_together_are_a_failure(tmp_path: Path) -> None:
    done = audit(tmp_path, "print('{}')", pip="sys.exit('alpha needs beta, which is not installed.')")
    assert done.returncode == 1
    assert "alpha needs beta" in done.stderr
