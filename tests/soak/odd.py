"""Pieces of requests as nobody would send them."""

from timeline.export import FORMATS

# fmt: off
ROUTES = [
    "/", "/print", "/stamp", "/first.svg", "/_dash-layout", "/_dash-dependencies", "/_favicon.ico", "/_reload-hash",
    "/assets/style.css", "/assets/chart.js", "/_mcp", "/console", "/_dash-component-suites/dash/dcc/async-graph.js",
    *(f"/export{form.ending}" for form in FORMATS.values()),
]
CLIMBS = [
    "../", "..%2f", "%2e%2e/", "..%5c", "..\\", "%252e%252e/", "....//", "%c0%ae%c0%ae/", "//", "/./", "%00", "~/",
    "file:///",
]
AIMS = [
    "outside/secret.txt", "etc/passwd", "events.yaml", ".timeline/events.yaml/articles.jsonl", "news/school.txt", "app.py",
    "dashboard/app.py", "templates/chronology.html", "proc/self/environ", "pyproject.toml",
]
UNDER = [
    "/", "/assets/", "/export.", "/print/", "/first.svg/", "/_dash-component-suites/dash/", "/_dash-component-suites/",
    "/_dash-component-suites/plotly/", "/_dash-component-suites/dashboard/", "/static/", "/stamp/",
]
PARAMETERS = [
    "q", "article", "person", "place", "tag", "status", "precision", "reviewed", "reports", "reported-on", "conflicts",
    "hidden", "lanes", "since", "until", "from", "to", "event", "source", "sort", "page", "show", "at", "width", "only",
    "format", "__debugger__", "cmd", "endId", "cacheKey", "job", "m", "v",
]
TEXTS = [
    "", "1", "-1", "0", "x" * 400, "\0", "\u202e", "é" * 9, "2020-05-01", "99999", "-9999", "Y99999999999", "2020-13-45",
    "true", "../../outside/secret.txt", "/etc/passwd", "$(id)", "`id`", "%s%n", "{{7*7}}", "<script>ran=1</script>",
    "' OR 1=1 --", "9" * 80, "1e999", "NaN", "day", "title", "person", "account", "unresolved", "undated", "news/mill.txt",
    "news/mill.txt:4", '"', "-", "early May 2020", "[[", "..", "2020/2021", "𝟙𝟚", "٣", "\ufeff", "\r\nX-Evil: 1", "__proto__",
    "hasOwnProperty",
]
RAW = [
    "null", "true", "false", "0", "-1", "1.5", "1e308", "1e999", "-1e999", "NaN", "Infinity", "9" * 30, "9" * 5000, '""',
    '"x"', '"\\ud800"', '"\\u0000"', '"../../outside/secret.txt"', "[]", "{}", "[[]]", '{"a": {"b": null}}', "[null]",
    '["a", 1]', '{"key": "x", "facts": {}}', '{"points": [{"customdata": "x"}]}', '{"points": [{"customdata": [1, 2]}]}',
    '{"points": {}}', '{"xaxis.range[0]": 1, "xaxis.range[1]": 1e300}', "[" * 60 + "]" * 60, "[" * 5000 + "]" * 5000,
    '"' + "y" * 20000 + '"', '{"__proto__": 1}', '{"": ""}', '{"mode": "new"}',
    '{"mode": "conflict", "at": 0, "edits": [{}]}',
]
METHODS = [
    "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "PROPFIND", "get", "X" * 300, "POST", "GET",
]
HEADERS = [
    ("Content-Type", "text/plain"), ("Content-Type", "application/x-www-form-urlencoded"), ("Content-Length", "-5"),
    ("Content-Type", "multipart/form-data; boundary=x"), ("Content-Type", "application/json; charset=utf-7"),
    ("Transfer-Encoding", "chunked"), ("Transfer-Encoding", "gzip"), ("Content-Encoding", "gzip"), ("Expect", "100-continue"),
    ("Range", "bytes=0-99999999999999999999"), ("Range", "bytes=x"), ("If-None-Match", '"'),
    ("If-Modified-Since", "yesterday"), ("Cookie", "a=\xff; timeline-x=" + "9" * 3000), ("Accept-Encoding", "x" * 999),
    ("X-Forwarded-Host", "papers.example"), ("X-Forwarded-Prefix", "/../.."), ("X-Original-URL", "/etc/passwd"),
    ("X-HTTP-Method-Override", "DELETE"), ("Upgrade", "h2c"), ("Connection", "Upgrade"), ("X-" + "y" * 2000, "z"),
    ("Authorization", "Basic AAAA"), ("Forwarded", "host=evil.example"), ("Accept", "\x01\x02"), ("SCRIPT_NAME", "/x"),
    ("Host", "localhost"), ("Origin", "http://localhost"),
]
FORGED = [
    None, "null", "https://attacker.example", "http://127.0.0.1:1", "http://localhost", "http://127.0.0.1.attacker.example",
    "", "file://",
]
