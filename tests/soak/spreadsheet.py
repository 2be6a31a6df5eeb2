"""100 texts that are formulas to a spreadsheet, in each column of the CSV, opened by LibreOffice: none becomes one.

Not among the tests, since LibreOffice is no library: on Debian, `apt-get install libreoffice-calc-nogui`.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from tests.payloads import FORMULAS
from timeline.entries import Entry
from timeline.export import writer
from timeline.export.csv import COLUMNS
from timeline.export.selection import Selection

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


def run(count: int = 100) -> str:
    """So many formulas in every column that holds a text; gives a line with the figures."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        return "not run: there is no LibreOffice here (Debian: apt-get install libreoffice-calc-nogui)"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with (folder / "out.csv").open("w", encoding="utf-8", newline="") as stream:
            writer("csv")(Selection([_entry(one) for one in FORMULAS[:count]]), stream)
        told = "Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"  # as a double click opens it
        command = [office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", f"--infilter={told}"]
        subprocess.run(
            [*command, "--convert-to", "ods", "--outdir", name, str(folder / "out.csv")], check=True, capture_output=True
        )
        with zipfile.ZipFile(folder / "out.ods") as opened:
            root = ElementTree.fromstring(opened.read("content.xml"))
    cells = list(root.iter(f"{_TABLE}table-cell"))
    formulas = [cell.attrib[f"{_TABLE}formula"] for cell in cells if f"{_TABLE}formula" in cell.attrib]
    assert len(cells) > len(COLUMNS), "LibreOffice read no table"
    return f"{min(count, len(FORMULAS))} payloads in 11 columns of the CSV, opened by LibreOffice: {len(formulas)} formulas"


def _entry(text: str) -> Entry:
    source = {"article": text, "published": text, "phrase": text, "sentence": text}
    told: dict[str, Any] = dict.fromkeys(("id", "title", "note"), text)
    told |= {key: [text] for key in ("people", "places", "organizations", "tags")}
    return Entry.model_validate({"date": "-0043-03-15", "sources": [source]} | told)
