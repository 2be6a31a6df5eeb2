"""Texts that try to become code: markup, addresses, formulas, marks that turn the direction of reading. 100 of each kind."""

from __future__ import annotations

from itertools import islice, product

_RUN = "window.ran=1"
_MARKUP = (
    f"<script>{_RUN}</script>",
    f"</script><script>{_RUN}</script>",
    f"<img src=x onerror={_RUN}>",
    f"<svg onload={_RUN}>",
    f"<svg><script>{_RUN}</script></svg>",
    f"<iframe srcdoc='<script>parent.{_RUN}</script>'></iframe>",
    f"<a href=javascript:{_RUN}>x</a>",
    f"<body onload={_RUN}>",
    f"<style onload={_RUN}></style>",
    "<img src=https://outside.example/a.png>",
    "<link rel=stylesheet href=https://outside.example/a.css>",
    "<style>@import 'https://outside.example/a.css';</style>",
    "<meta http-equiv=refresh content='0;url=https://outside.example'>",
    "<base href=https://outside.example/>",
    f"<!--<script>{_RUN}</script>-->",
    f"]]><script>{_RUN}</script>",
    f"javascript:{_RUN}",
    f"data:text/html,<script>{_RUN}</script>",
    "<b>bold</b><br><sub>x</sub><extra>y</extra>",
    f"{{{{constructor.constructor('{_RUN}')()}}}}",
)
_AROUND = ("{}", '"{}', "'>{}", "\u202e{}\u2066", "</title></textarea></style>{}")
MARKUP = tuple(around.format(one) if "{{" not in one else one for around, one in product(_AROUND, _MARKUP))

_STARTS = ("=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "\ufeff=", "＝")
_SUMS = ("1+1", "SUM(A1:A9)", 'HYPERLINK("https://outside.example";"x")', "cmd|' /C calc'!A0", "2020-05-09")
_SUMS += ("IMPORTXML(A1)", "WEBSERVICE(A1)", '1;"=1+1', "1\n=1+1", "DDE(1)")
FORMULAS = tuple(islice((start + sums for sums, start in product(_SUMS, _STARTS)), 100))
