"""The imports run one way, heavy things are imported late, and nothing asks what day it is."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests import ROOT

# Each room may import what stands in the lines above its own, and nothing else of the project.
ROOMS = [
    ["timeline.errors", "timeline.interval", "timeline.identity", "timeline.links", "timeline.atomic"],
    ["timeline.plain", "timeline.masked"],
    ["timeline.duck", "timeline.garbage"],
    ["timeline.columns"],
    ["timeline.feasts", "timeline.bounds"],
    ["timeline.expr", "timeline.notation", "timeline.timex", "timeline.order"],
    ["timeline.wording", "timeline.model", "timeline.grammar", "timeline.yamltext", "timeline.markdown"],
    ["timeline.entries"],
    ["timeline.layout"],
    ["timeline.emit", "timeline.trace", "timeline.standing", "timeline.regions", "timeline.schema"],
    ["timeline.records"],
    ["timeline.scan", "timeline.archive", "timeline.store", "timeline.splice"],
    ["timeline.languages", "timeline.kind"],
    ["timeline.phrases", "timeline.scene"],
    ["timeline.recognize", "timeline.sentences", "timeline.titles", "timeline.names"],
    ["timeline.reasons", "timeline.alternatives", "timeline.articles"],
    ["timeline.abroad"],
    ["timeline.teller"],
    ["timeline.events", "timeline.explain", "timeline.untaken"],
    ["timeline.tagging"],
    ["timeline.copies", "timeline.conflicts", "timeline.likeness"],
    ["timeline.nearby", "timeline.verdict", "timeline.importance"],
    ["timeline.passages"],
    ["timeline.merge", "timeline.reports", "timeline.rows", "timeline.keys", "timeline.apart"],
    ["timeline.reconcile", "timeline.survey", "timeline.bracket", "timeline.saving"],
    ["timeline.suggestion", "timeline.bringing", "timeline.locking"],
    ["timeline.account"],
    ["timeline.listing", "timeline.checking", "timeline.dating", "timeline.curate"],
    ["timeline.export"],
    ["timeline.pipeline"],
    ["timeline.corpus"],
    ["timeline.past", "timeline.pairs", "timeline.desk", "timeline.intake"],
    ["dashboard"],
    ["timeline.commands"],
    ["timeline.cli"],
    ["timeline.__main__"],
]
LEVEL = {name: level for level, names in enumerate(ROOMS) for name in names}
FOR_THE_DASHBOARD = set(
    """
    archive conflicts copies corpus curate dating desk entries errors export importance interval links model notation pairs
    records standing store wording
    """.split()
)


def modules() -> list[Path]:
    return sorted([*(ROOT / "timeline").rglob("*.py"), *(ROOT / "dashboard").rglob("*.py")])


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def room(name: str) -> str:
    """The room of a module: the longest name in ROOMS that it begins with."""
    fitting = [known for known in LEVEL if name == known or name.startswith(f"{known}.")]
    return max(fitting, key=len, default="")


def imports(path: Path, *, top: bool = False) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    out = set()
    for node in tree.body if top else ast.walk(tree):
        if isinstance(node, ast.Import):
            out.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            out.add(node.module)
            out.update(f"{node.module}.{alias.name}" for alias in node.names if node.module in ("timeline", "timeline.articles"))
    return out


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_imports_run_one_way(path: Path) -> None:
    own = room(name_of(path))
    if name_of(path) in ("timeline", "timeline.languages", "timeline.export"):
        return
    assert own, f"{name_of(path)} has no room: say in ROOMS where it stands"
    for imported in imports(path):
        other = room(imported)
        if other and other != own:
            assert LEVEL[other] < LEVEL[own], f"{name_of(path)} imports {imported}"


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_nothing_asks_the_clock(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    asked = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert not asked & {"today", "now", "utcnow", "localtime", "gmtime"}


def test_the_dashboard_sees_no_extraction() -> None:
    seen = {name for path in (ROOT / "dashboard").rglob("*.py") for name in imports(path) if name.startswith("timeline.")}
    assert {name.split(".")[1] for name in seen} <= FOR_THE_DASHBOARD


def test_intervals_and_grammar_know_no_language() -> None:
    for path in modules():
        if room(name_of(path)) in ("timeline.interval", "timeline.expr", "timeline.grammar", "timeline.scan"):
            assert not any("languages" in seen for seen in imports(path)), path.name


def test_only_the_command_line_prints() -> None:
    for path in modules():
        if path.name == "cli.py" or path.parent.name == "commands":
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        calls = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
        assert not calls & {"print", "exit", "quit"}, path.name


def test_help_answers_without_the_heavy_imports() -> None:
    heavy = "{'dash', 'plotly', 'dateparser', 'nupunkt', 'pydantic', 'holidays', 'dateutil', 'babel'}"
    code = f"import sys, timeline.cli; print({heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
