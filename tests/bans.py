"""What may not stand in the sources of the page and of the exports, so that article text is only ever text.

Each function takes a source and gives its faults, as "line: what is wrong". `tests/test_safe_source.py` runs them.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator

PARTS = {"Markdown", "Area", "Iframe", "Script", "ObjectEl", "Embed", "Base", "Markup", "DangerouslySetInnerHTML"}
"""Elements that read their text as markup, run it, or show another page."""
PROPERTIES = {"dangerously_allow_html", "dangerouslySetInnerHTML", "srcDoc", "srcdoc", "mathjax", "srcSet", "formAction"}
TEMPLATES = {"hovertemplate", "texttemplate", "texttemplatefallback", "hovertemplatefallback"}
ADDRESSES = {"href", "src", "action"}
CALLS = {"eval", "exec", "compile", "render_template_string"}
ESCAPES = {"escape", "quoteattr"}
INSIDE = re.compile(r"[?#]|export(?=$|\.)|(?:[a-z]+/)*_?[a-z]+(?:$|[?#]|\.(?:svg|js|css|ico)(?=$|[?#$]))")
"""How an address begins that stays in the page: whatever stands behind it, it names no scheme and no host."""


# ---------------------------------------------------------------- Python


def python(source: str, inside: Iterable[str] = ()) -> list[str]:
    """The faults of a Python source. `inside` are names of functions that give addresses within the page."""
    tree = ast.parse(source)
    known = {"safe_url", *inside}
    found = [fault for node in ast.walk(tree) for fault in _node(node)]
    found += [fault for scope in _scopes(tree) for fault in _addresses(scope, known)]
    return sorted(set(found), key=lambda fault: int(fault.split(":")[0]))


def inside_functions(sources: Iterable[str]) -> set[str]:
    """Names whose every definition gives nothing but addresses within the page; `reading.event` of a class Reading."""
    safe: set[str] = set()
    unsafe: set[str] = set()
    for source in sources:
        tree = ast.parse(source)
        owners = {each: node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef) for each in node.body}
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                given = [each.value for each in _own(node) if isinstance(each, ast.Return)]
                good = bool(given) and all(each is not None and _stays(each) for each in given)
                name = f"{owners[node].lower()}.{node.name}" if node in owners else node.name
                (safe if good else unsafe).add(name)
    return safe - unsafe


def _node(node: ast.AST) -> Iterator[str]:
    line = getattr(node, "lineno", 0)
    if isinstance(node, ast.Attribute | ast.Name):
        name = node.attr if isinstance(node, ast.Attribute) else node.id
        if name in PARTS:
            yield f"{line}: {name}"
    if isinstance(node, ast.ImportFrom | ast.Import):
        yield from (f"{line}: {each.name}" for each in node.names if each.name.rpartition(".")[2] in PARTS)
    if isinstance(node, ast.Call):
        name = _name(node.func)
        if name in CALLS and not (isinstance(node.func, ast.Attribute) and name == "compile"):  # re.compile
            yield f"{line}: {name}()"
    text = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
    if "unsafe-eval" in text or text in PROPERTIES:
        yield f"{line}: {text}"
    for name, value in _given(node):
        if name in PROPERTIES:
            yield f"{line}: {name}"
        if name in TEMPLATES and not (isinstance(value, ast.Constant) and isinstance(value.value, str)):
            yield f"{line}: {name} made of data"


def _given(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """Names with values: keywords of a call, keys of a dict, what is put into a dict or an object."""
    if isinstance(node, ast.Call):
        yield from ((each.arg, each.value) for each in node.keywords if each.arg)
    if isinstance(node, ast.Dict):
        for key, value in zip(node.keys, node.values, strict=True):
            if isinstance(key, ast.Constant) and isinstance(key.value, str):
                yield key.value, value
    if isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign) and node.value is not None:
        for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
            if isinstance(target, ast.Subscript) and isinstance(target.slice, ast.Constant):
                yield str(target.slice.value), node.value
            if isinstance(target, ast.Attribute):
                yield target.attr, node.value


def _addresses(scope: ast.AST, known: set[str]) -> Iterator[str]:
    """Addresses that neither stay in the page nor come from `safe_url`, in this function or module alone."""
    made = _made(scope, known)
    for node in _own(scope):
        for name, value in _given(node):
            if name in ADDRESSES and not _safe(value, known, made):
                yield f"{value.lineno}: {name} not through safe_url()"
        if isinstance(node, ast.JoinedStr):
            before = ""
            for part in node.values:
                if isinstance(part, ast.FormattedValue) and re.search(r"(?:href|src)\s*=\s*[\"']?$", before):
                    value = part.value
                    escaped = value.args if isinstance(value, ast.Call) and _name(value.func) in ESCAPES else []
                    if not escaped or not _safe(escaped[0], known, made):
                        yield f"{node.lineno}: an address in markup not through safe_url() and escape()"
                before = part.value if isinstance(part, ast.Constant) else ""


def _made(scope: ast.AST, known: set[str]) -> set[str]:
    """Local names that are only ever given what `safe_url` gave."""
    given: dict[str, list[ast.expr]] = {}
    for node in _own(scope):
        pairs: list[tuple[ast.expr, ast.expr | None]] = []
        if isinstance(node, ast.Assign):
            pairs = [(target, node.value) for target in node.targets]
        elif isinstance(node, ast.AnnAssign | ast.AugAssign | ast.NamedExpr):
            pairs = [(node.target, node.value)]
        for target, value in pairs:
            if isinstance(target, ast.Name) and value is not None:
                given.setdefault(target.id, []).append(value)
    return {name for name, values in given.items() if all(_safe(value, known, set()) for value in values)}


def _safe(value: ast.expr, known: set[str], made: set[str]) -> bool:
    if isinstance(value, ast.Name):
        return value.id in made
    if isinstance(value, ast.Call):
        return bool({_name(value.func), ast.unparse(value.func)} & known)
    if isinstance(value, ast.IfExp):
        return _safe(value.body, known, made) and _safe(value.orelse, known, made)
    if isinstance(value, ast.BoolOp):
        return all(_safe(each, known, made) for each in value.values)
    return _stays(value)


def _stays(value: ast.expr) -> bool:
    """Whether an address begins with a text that keeps it in the page."""
    first = value.values[0] if isinstance(value, ast.JoinedStr) and value.values else value
    whole = first is value
    if not isinstance(first, ast.Constant) or not isinstance(first.value, str):
        return False
    return first.value == "" if whole and not first.value else bool(INSIDE.match(first.value))


def _scopes(tree: ast.Module) -> Iterator[ast.AST]:
    yield tree
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda))


def _own(scope: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a scope, not those of the functions in it."""
    todo = list(ast.iter_child_nodes(scope))
    while todo:
        node = todo.pop()
        yield node
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            todo += ast.iter_child_nodes(node)


def _name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else function.attr if isinstance(function, ast.Attribute) else ""


# ---------------------------------------------------------------- scripts, styles, templates

SCRIPT = (
    r"\b(?:inner|outer)HTML\b|\binsertAdjacentHTML\b|\bsetHTML(?:Unsafe)?\b|\bcreateContextualFragment\b|\bDOMParser\b",
    r"\bdocument\s*\.\s*write(?:ln)?\b",
    r"\beval\s*\(|\bnew\s+Function\b|\bFunction\s*\(|\bimport\s*\(|\bimportScripts\b",
    r"\bset(?:Timeout|Interval)\s*\(\s*[\"'`]",
    r"\bsrcdoc\b|javascript:|\bjQuery\b",
    r"\.on[a-z]+\s*=\s*[\"'`]|setAttribute\(\s*[\"'`]on",
    r"//[a-z0-9-]+\.[a-z]{2,}/",  # another host
)
_SET = re.compile(
    r"""(?:\.(?:href|src)\s*=(?!=)|\b(?:href|src)["'`]?\s*:|setAttribute\(\s*["'`](?:xlink:)?(?:href|src)["'`]\s*,)"""
    r"""\s*(?P<value>`[^`]*`|[^,;)}\n]+)"""
)
STYLE = (r"@import\b", r"\burl\(\s*(?![\"']?data:)", r"\bexpression\s*\(", r"//[a-z0-9-]+\.[a-z]{2,}/")
TEMPLATE = (
    r"\|\s*safe\b|\bMarkup\b|\bautoescape\b|\|\s*tojson\b",
    r"<script(?![^>]*\bsrc=)|<(?:iframe|object|embed|base|area|img|svg|math)\b|<form(?! method=.post.>)",
    r"\son[a-z]+\s*=|\sstyle\s*=|srcdoc",
    r"\s[a-z-]+=(?:[^\s\"'>]*\{\{|')",  # a value without quotes, or in those that not all escape
    r"//[a-z0-9-]+\.[a-z]{2,}/",
)
_LINK = re.compile(r'\b(?:href|src|action)\s*=\s*"(?P<value>[^"]*)"')


def script(source: str, known: Iterable[str] = ()) -> list[str]:
    """The faults of a script. `known` are values that stand at addresses there and are safe, as somebody has looked."""
    found = list(_lines(source, SCRIPT))
    for match in _SET.finditer(source):
        value = match["value"].strip()
        stays = value[:1] in "\"'`" and INSIDE.match(value[1:])
        if not stays and value not in known:
            found.append(f"{_line(source, match.start())}: the address {value}")
    return found


def style(source: str) -> list[str]:
    """The faults of a style sheet: it loads nothing."""
    return list(_lines(source, STYLE))


def template(source: str, known: Iterable[str] = ()) -> list[str]:
    """The faults of a template. `known` are the values that may stand at addresses."""
    found = list(_lines(source, TEMPLATE))
    for match in _LINK.finditer(source):
        value = match["value"].strip()
        if not INSIDE.match(value) and value not in known and value != "data:,":  # an empty picture, so that none is asked for
            found.append(f"{_line(source, match.start())}: the address {value}")
    return found


def _lines(source: str, patterns: Iterable[str]) -> Iterator[str]:
    for pattern in patterns:
        yield from (f"{_line(source, match.start())}: {match[0]}" for match in re.finditer(pattern, source))


def _line(source: str, place: int) -> int:
    return source.count("\n", 0, place) + 1
