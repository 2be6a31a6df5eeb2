"""Article text is only ever text: what could make it anything else stands nowhere in the page's and the exports' sources.

Each ban is also seen to fail, on a line that somebody might write.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests import ROOT, bans

FOLDERS = (ROOT / "dashboard", ROOT / "timeline/export")
KNOWN = {  # safe, since
    "page.js": {"url"},  # html.py writes it from citation(), which asks safe_url; tests/test_safe_source.py reads that
    "chronology.html": {
        "{{ line.url }}",  # dashboard/chronology.py has them of safe_url
        "{{ reference.url }}",
        "{{ asset('style_print.css') }}",
        "{{ asset('print.js') }}",
        "./{{ '?' ~ query if query }}",
    },
}


def files(ending: str) -> list[Path]:
    return sorted(path for folder in FOLDERS for path in folder.rglob(f"*{ending}"))


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def inside() -> set[str]:
    return bans.inside_functions(map(read, files(".py")))


@pytest.mark.parametrize("path", files(".py"), ids=lambda path: path.stem)
def test_no_python_makes_text_anything_else(path: Path, inside: set[str]) -> None:
    assert bans.python(read(path), inside) == []


@pytest.mark.parametrize("path", files(".js"), ids=lambda path: path.stem)
def test_no_script_makes_text_anything_else(path: Path) -> None:
    assert bans.script(read(path), KNOWN.get(path.name, ())) == []


@pytest.mark.parametrize("path", files(".css"), ids=lambda path: path.stem)
def test_no_style_loads_anything(path: Path) -> None:
    assert bans.style(read(path)) == []


@pytest.mark.parametrize("path", files(".html"), ids=lambda path: path.stem)
def test_no_template_writes_text_unescaped(path: Path) -> None:
    assert bans.template(read(path), KNOWN.get(path.name, ())) == []


def test_every_kind_of_source_is_looked_at() -> None:
    """A page in another language would be one that nothing here reads."""
    endings = {path.suffix for folder in FOLDERS for path in folder.rglob("*") if path.is_file()} - {".pyc"}
    assert endings == {".py", ".js", ".css", ".html", ".json"}


def test_what_is_known_still_stands_there() -> None:
    for name, values in KNOWN.items():
        text = "".join(read(path) for path in [*files(".js"), *files(".html")] if path.name == name)
        assert all(value in text for value in values), name


@pytest.mark.parametrize(
    "line",
    [
        "dcc.Markdown(title)",
        "from dash.dcc import Markdown",
        "html.Area(href='?')",
        "html.Iframe()",
        "html.Iframe(srcDoc=text)",
        "html.Script(text)",
        "part(srcDoc=text)",
        "dcc.Link(text, dangerously_allow_html=True)",
        "more = {'dangerously_allow_html': True}",
        "element.dangerously_allow_html = True",
        "dcc.Graph(mathjax=True)",
        "Markup(text)",
        "render_template_string(text)",
        "eval(text)",
        "policy = \"script-src 'unsafe-eval'\"",
        "trace = {'hovertemplate': f'{title}'}",
        "trace = {'texttemplate': '<b>' + title}",
        "go.Scatter(hovertemplate=title)",
        "trace['hovertemplate'] = title",
        "trace.hovertemplate = '%s' % title",
        "html.A(words, href=url)",
        "html.A(words, href=entry.url)",
        "html.A(words, href=f'{url}')",
        "html.A(words, href='https://' + host)",
        "html.A(words, href=f'javascript:{text}')",
        "html.A(words, href=f'//{host}')",
        "html.A(words, href=f'https://outside.example/{text}')",
        "html.Img(src=entry.image)",
        "link.href = url",
        "more = {'href': url}",
        "def link(url):\n    url = url or safe_url(url)\n    return html.A('x', href=url)",
        "def link(url):\n    safe_url(url)\n    return html.A('x', href=url)",
        "def link(url):\n    return f'<a href=\"{url}\">'",
        "def link(url):\n    return f'<a href=\"{html.escape(url)}\">'",
        "def link(url):\n    return f'<img src=\"{safe_url(url)}\">'",
    ],
)
def test_each_ban_of_python_is_seen_to_fail(line: str) -> None:
    assert bans.python(line, {"address"})


@pytest.mark.parametrize(
    "line",
    [
        "html.A(words, href=safe_url(url))",
        "html.A(words, href=f'?{state.query()}')",
        "html.A(words, href=reading.address('x'))",
        "html.A('Print', href='print')",
        "trace = {'hovertemplate': '%{x}<extra></extra>'}",
        "def link(given):\n    if url := safe_url(given):\n        return html.A('x', href=url)",
        "def link(given):\n    if url := safe_url(given):\n        return f'<a href=\"{html.escape(url)}\">'",
        "pattern = re.compile(text)",
    ],
)
def test_what_is_safe_is_not_banned(line: str) -> None:
    assert bans.python(line, {"address"}) == []


def test_only_functions_that_stay_in_the_page_count_as_such() -> None:
    good = "def address(state):\n    return f'?{state}'\ndef place(url):\n    return f'?{url}'"
    method = "class Reading:\n    def event(self, key):\n        return f'?{key}'"
    bad = "def place(url):\n    return url\ndef nothing(url):\n    pass\ndef bare(url):\n    return"
    assert bans.inside_functions([good]) == {"address", "place"}
    assert bans.inside_functions([good, bad, method]) == {"address", "reading.event"}
    assert bans.python("html.A(words, href=reading.event(key))", {"reading.event"}) == []
    assert bans.python("html.A(words, href=other.event(key))", {"reading.event"})


@pytest.mark.parametrize(
    "line",
    [
        "element.innerHTML = text",
        "element['outerHTML'] = text",
        "element.insertAdjacentHTML('beforeend', text)",
        "document.write(text)",
        "document . writeln(text)",
        "eval(text)",
        "new Function(text)",
        "setTimeout('run()', 1)",
        "frame.srcdoc = text",
        "range.createContextualFragment(text)",
        "new DOMParser().parseFromString(text, 'text/html')",
        "element.onclick = 'run()'",
        "element.setAttribute('onclick', text)",
        "import('./other.js')",
        "fetch('https://outside.example/x')",
        "link.href = url",
        "link.setAttribute('href', url)",
        "picture.src = `${url}`",
        "make('a', { href: url })",
    ],
)
def test_each_ban_of_scripts_is_seen_to_fail(line: str) -> None:
    assert bans.script(line)


@pytest.mark.parametrize("line", ["@import 'x.css';", "a { background: url(x.png) }", "a { width: expression(1) }"])
def test_each_ban_of_styles_is_seen_to_fail(line: str) -> None:
    assert bans.style(line)


@pytest.mark.parametrize(
    "line",
    [
        "<p>{{ title|safe }}</p>",
        "<p>{{ title | safe }}</p>",
        "{% autoescape false %}",
        "{{ Markup(title) }}",
        "<script>run()</script>",
        "<p onclick='run()'>",
        "<p style='{{ color }}'>",
        "<p class={{ status }}>",
        '<a href="{{ entry.url }}">',
        '<img src="{{ entry.image }}">',
        '<a href="https://outside.example/">',
    ],
)
def test_each_ban_of_templates_is_seen_to_fail(line: str) -> None:
    assert bans.template(line)


def test_templates_escape_by_themselves() -> None:
    """Every template has a name for which Flask escapes; any other would not be."""
    for path in files(".html"):
        assert path.parent.name == "templates"
    named = [found for path in files(".py") for found in re.findall(r"_template\(\s*([^,)]*)", read(path))]
    assert sorted(named) == ['"chronology.html"', '"token.html"', '"waiting.html"']
