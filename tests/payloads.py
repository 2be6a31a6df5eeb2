"""Texts that try to become code: markup, addresses, templates, formulas, marks that turn the direction of reading.

The one list, for the page, the exports, the table: a hundred that a browser might run, a hundred that a spreadsheet might.
What a browser runs of them tells `window.ran`, or asks outside.example for something.
"""

from __future__ import annotations

from itertools import islice, product

_RUN = "window.ran=1"
_FAR = "https://outside.example"
_MARKUP = (
    f"<script>{_RUN}</script>",
    f"</script><script src={_FAR}/a.js></script><script>{_RUN}</script>",
    f"<img src=x onerror={_RUN}>",
    f"<img src={_FAR}/a.png srcset='{_FAR}/b.png 2x'>",
    f"<svg onload={_RUN}><script>{_RUN}</script><image href={_FAR}/a.svg /></svg>",
    f"<iframe srcdoc='<script>parent.{_RUN}</script>'></iframe><object data={_FAR}/a.html></object>",
    f"<a href=javascript:{_RUN}>x</a><a href='{_FAR}/'>y</a>",
    f"<details open ontoggle={_RUN}><summary>x</summary></details>",
    f"<input autofocus onfocus={_RUN}><video><source onerror={_RUN}></video>",
    f"<link rel=stylesheet href={_FAR}/a.css><style onload={_RUN}>@import '{_FAR}/b.css';</style>",
    f"<meta http-equiv=refresh content='0;url={_FAR}'><base href={_FAR}/>",
    f"<!--<script>{_RUN}</script>--><?xml-stylesheet href='{_FAR}/a.xsl'?>",
    f"]]><script>{_RUN}</script><![CDATA[",
    f"javascript:{_RUN}",
    f"java\tscript:{_RUN}//",
    f"data:text/html,<script>{_RUN}</script>",
    f"//outside.example/?{_RUN}",
    f"<b>bold</b><br><sub>x</sub><extra>y</extra><a href='{_FAR}/'>z</a><span style='background:url({_FAR}/s.png)'>s</span>",
    f"%{{customdata.constructor}} %{{x|%Y}} %{{fullData.name}}<extra><a href='javascript:{_RUN}'>x</a></extra>",
    f"{{{{constructor.constructor('{_RUN}')()}}}} ${{{_RUN}}} {{% raw %}} {{%app_entry%}} {{{{ config }}}}",
    f"$\\href{{javascript:{_RUN}}}{{x}}$ $$\\unicode{{<img src=x onerror={_RUN}>}}$$",
    f"&lt;img src=x onerror={_RUN}&gt; &#60;script&#62;{_RUN}&#60;/script&#62; &amp;amp;",
    f"\\u003cscript\\u003e{_RUN}\\u003c/script\\u003e \\x3cimg src=x onerror={_RUN}\\x3e",
    f"[x](javascript:{_RUN}) ![x]({_FAR}/a.png) <{_FAR}/> `x`",
    f"one\u2028two\u2029{_RUN};\u0085<img src=x onerror={_RUN}>",
)
_AROUND = ("{}", "\"'>{}", "\u202e{}\u2066 \u200f", "</title></textarea></style></script>{}")
MARKUP = tuple(around.replace("{}", one) for around, one in product(_AROUND, _MARKUP))

_STARTS = ("=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "\ufeff=", "＝")
_SUMS = ("1+1", "SUM(A1:A9)", 'HYPERLINK("https://outside.example";"x")', "cmd|' /C calc'!A0", "2020-05-09")
_SUMS += ("IMPORTXML(A1)", "WEBSERVICE(A1)", '1;"=1+1', "1\n=1+1", "DDE(1)")
FORMULAS = tuple(islice((start + sums for sums, start in product(_SUMS, _STARTS)), 100))
