"""What the project is made of: every library by its version and its hashes, from wherever pip is told to look."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import pytest
import yaml

from tests import ROOT

LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
REQUIREMENT = re.compile(
    r"(?P<name>[a-z0-9][a-z0-9._-]*)==[^\s;]+(?: ; [^\\]+)?(?P<hashes>(?: \\\n    --hash=sha256:[0-9a-f]{64})*)\n"
)
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))


def unlocked(text: str) -> list[str]:
    """What stands in a lock that is no requirement with at least one hash."""
    found = [one["name"] for one in REQUIREMENT.finditer(text) if not one["hashes"]]
    rest = [line for line in REQUIREMENT.sub("", text).splitlines() if line.strip() and not line.startswith("#")]
    return found + rest


def test_every_requirement_has_hashes() -> None:
    assert unlocked(LOCK) == []


@pytest.mark.parametrize(
    "line",
    [
        "dash==4.0\n",
        "dash>=4.0\n",
        "-e .\n",
        "--extra-index-url https://outside.example/\n",
        "dash @ https://outside.example/d.whl\n",
    ],
)
def test_one_without_is_seen(line: str) -> None:
    assert unlocked(LOCK + line)


def test_the_lock_has_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    asked += [one for some in project["project"]["optional-dependencies"].values() for one in some]
    named = {one["name"] for one in REQUIREMENT.finditer(LOCK)}
    assert {re.split("[>=<~! ;\\[]", one)[0].lower() for one in asked} <= named


def steps(path: Any) -> str:
    """All commands of a workflow."""
    jobs = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"]
    return "\n".join(step.get("run", "") for job in jobs.values() for step in job["steps"])


def test_public_ci_runs_what_people_run_and_audits_the_lock() -> None:
    commands = {path.stem: steps(path) for path in WORKFLOWS}
    assert ".ci/run" in commands["checks"] and "make soak MINUTES=1" in commands["checks"]
    assert "python -m tests.soak cluster\n" in commands["checks"] + "\n"
    assert "pip-audit" in commands["audit"] and "requirements.lock" in commands["audit"]
    text = (ROOT / ".github/workflows/audit.yml").read_text(encoding="utf-8")
    assert "cron:" in text and "paths: [requirements.lock" in text


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_no_workflow_may_write(path: Any) -> None:
    assert yaml.safe_load(path.read_text(encoding="utf-8"))["permissions"] == {"contents": "read"}
