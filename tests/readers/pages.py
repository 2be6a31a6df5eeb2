"""Web pages of our own making, as sites make them: with menus, share bars, related articles, notices and comments."""

from __future__ import annotations

LEAD = "The old ferry sank in the harbour of Holm on Saturday, and the crew swam to the shore in the dark."
SECOND = (
    "Nobody was hurt, the harbour master said, but the car deck lies eleven metres deep and blocks the fairway. "
    "A crane from the yard at Nes is to lift it on Thursday."
)
THIRD = (
    "The company had sold two of its boats in March and wanted to replace this one next year. "
    "Its owners did not answer questions about the last inspection."
)
PROSE = f"<p>{LEAD}</p>\n<p>{SECOND}</p>\n<h2>Boats sold</h2>\n<p>{THIRD}</p>"

NEWS = f"""<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>Ferry sinks in the harbour of Holm | Lake News</title>
<meta property="og:site_name" content="Lake News">
<meta property="og:title" content="Ferry sinks in the harbour of Holm">
<meta property="article:published_time" content="2020-05-12T08:00+09:00">
<meta property="article:modified_time" content="2020-06-30T08:00+09:00">
<meta name="author" content="Ann Lee">
<link rel="canonical" href="https://lake.example/news/ferry-sinks">
<script>window.dataLayer = [{{"date": "2019-01-01"}}]; document.write("<p>On Monday all was well.</p>")</script>
<style>.date {{ color: red }}</style>
</head>
<body>
<div id="cookie-banner" class="cookie-notice"><p>We use cookies since 25 May 2018. By going on you agree to all of them.</p>
<button>Accept</button></div>
<header class="masthead"><span class="date">Sunday, 1 November 2026</span><nav><ul><li><a href="/">Home</a></li>
<li><a href="/sport">Sport</a></li></ul></nav></header>
<main><article>
<h1>Ferry sinks in the harbour of Holm</h1>
<div class="byline">By <a href="/ann">Ann Lee</a></div>
<ul class="share-bar"><li><a href="#">Share on Facebook</a></li><li><a href="#">Tweet</a></li></ul>
<div class="article-body">
{PROSE}
</div>
</article>
<section class="related-articles"><h3>Related</h3><ul>
<li><a href="/1"><h4>Harbour wall gave way on 3 March 2019, killing two fishermen</h4>
<time datetime="2019-03-04">4 March</time></a></li>
<li><a href="/2"><h4>New boats promised for the summer of 2017 never came</h4>
<time datetime="2017-01-05">5 January</time></a></li>
</ul></section>
<section id="comments" class="comments"><h3>2 comments</h3>
<div class="comment"><p class="comment-meta">Bo, 14 May 2020</p>
<p>I was on that boat on Friday and the pumps ran all the time!</p></div>
<div class="comment"><p class="comment-meta">Cy, 15 May 2020</p>
<p>They should have scrapped it in 2016, as everybody here knew.</p></div>
</section>
</main>
<aside class="sidebar"><h3>Most read</h3><ol><li><a href="/3">Mayor resigns after the vote of 9 May 2020</a></li></ol></aside>
<footer><p>© 2026 Lake News. All rights reserved.</p></footer>
</body></html>"""

NEXT_JS = f"""<!DOCTYPE html><html lang="en"><head><title>Ferry sinks in Holm</title>
<link rel="canonical" href="https://lake.example/ferry"/>
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [
 {{"@type": "Organization", "name": "Lake News", "foundingDate": "1921-05-03"}},
 {{"@type": "BreadcrumbList", "itemListElement": []}},
 {{"@type": "WebPage", "@id": "https://lake.example/ferry", "datePublished": "2020-05-10T21:30:00+00:00"}},
 {{"@type": ["NewsArticle", "Article"], "headline": "Ferry sinks in Holm", "author": [{{"@type": "Person", "name": "Ann Lee"}}],
   "datePublished": "2020-05-10T21:30:00+00:00", "dateModified": "2020-05-20T01:00:00+00:00",
   "hasPart": [{{"@type": "NewsArticle", "headline": "Older", "datePublished": "2018-01-01"}}]}},
 {{"@type": "ItemList", "itemListElement": [{{"@type": "NewsArticle", "datePublished": "2016-02-02"}}]}}]}}</script>
</head><body><div id="__next"><div class="css-1x"><h1>Ferry sinks in Holm</h1><div class="css-2x">{PROSE}</div></div></div>
<script id="__NEXT_DATA__" type="application/json">{{"props": {{"published": "2015-04-04"}}}}</script></body></html>"""

AMP = """<!doctype html><html amp lang="fr"><head><meta charset="utf-8"><title>Le bac a coulé</title>
<meta property="og:locale" content="fr_CA"><link rel="canonical" href="https://lac.example/bac">
<style amp-custom>time { margin: 0 }</style><script async src="https://cdn.example/v0.js"></script></head><body>
<amp-sidebar id="s"><ul><li><a href="/">Accueil, 1er mai 2020</a></li></ul></amp-sidebar>
<article><h1>Le bac a coulé dans le port</h1>
<p class="meta">Publié le <time datetime="2020-05-11T06:00-04:00">11 mai 2020</time></p>
<p>Le vieux bac a coulé samedi dans le port, et l'équipage a gagné la rive à la nage, dans le noir et sans une égratignure.</p>
<p>La grue du chantier de Nes doit le relever jeudi, a dit le maître du port, si le vent le permet.</p>
</article><amp-ad type="x"></amp-ad></body></html>"""

AMERICAN = f"""<html lang="en-US"><head><title>Ferry sinks</title></head><body><article><h1>Ferry sinks</h1>
<div class="article-meta"><span class="author">By Ann Lee</span> <span class="pub-date">05/10/2020</span></div>
{PROSE}</article></body></html>"""

BLOG = f"""<html lang="en"><head><title>A day at the harbour</title></head><body><div class="post"><h1>A day at the harbour</h1>
<p>Posted by Ann Lee on May 10, 2020</p>{PROSE}</div>
<div class="widget">Archive: <a href="/2011/03/04">The storm of March 4, 2011</a></div></body></html>"""

WEBLOG = f"""<html lang="en"><head><title>Ferry sinks</title></head><body class="single comments-open">
<div id="page" class="site comments-open"><article class="post comment-open"><header class="entry-header">
<h1 class="entry-title">Ferry sinks</h1><div class="entry-meta"><span class="posted-on"><a href="/x" rel="bookmark">
<time class="updated" datetime="2021-01-01">January 1, 2021</time>
<time class="entry-date published" datetime="2020-05-10T08:00:00+00:00">May 10, 2020</time></a></span></div></header>
<div class="entry-content">{PROSE}</div><footer class="entry-footer">Posted in <a href="/boats">Boats</a></footer></article>
<div id="comments" class="comments-area"><ol class="comment-list"><li class="comment"><time datetime="2020-05-11">May 11</time>
<p>What a pity! I was there on Friday night with my family, and all the lamps were lit as in the old days.</p></li>
<li class="comment"><p>They should have scrapped it in 2016, as everybody knew, and the mayor of the town best of all.</p></li>
</ol></div></div><aside class="widget-area"><h2>Archives</h2><ul><li>March 2019</li></ul></aside></body></html>"""

TIMES_IN_PROSE = f"""<html lang="en"><head><title>Ferry sinks</title></head><body>
<article><h1>Ferry sinks</h1><p class="entry-meta">Updated: <time datetime="2020-07-01">1 July</time>
<time class="entry-date" datetime="2020-05-10">10 May</time></p>
<p>The ferry had been built in <time datetime="1999-06-01">June 1999</time> by the yard at Nes, and it went to Holm every day.</p>
{PROSE}</article>
<article class="card"><a href="/x"><h3>Harbour wall gave way after the storm</h3></a>
<time datetime="2012-01-02">2 January</time></article>
</body></html>"""

RELATED_ONLY = f"""<html lang="en"><head><title>Ferry sinks</title></head><body><article><h1>Ferry sinks</h1>{PROSE}</article>
<div class="box"><h3>From our paper</h3>
<div><a href="/x">Harbour wall gave way after the storm</a> <time datetime="2012-01-02">2 January 2012</time></div>
<div><a href="/y">New boats promised to the town again</a> <time datetime="2013-01-02">2 January 2013</time></div></div>
</body></html>"""

MODIFIED_ONLY = f"""<html><head><title>Ferry sinks</title><meta property="og:updated_time" content="2020-05-14T10:00:00Z"></head>
<body><article><h1>Ferry sinks</h1>{PROSE}</article></body></html>"""

MICRODATA = f"""<html><body itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Ferry sinks</h1>
<meta itemprop="datePublished" content="2020-05-10"><meta itemprop="dateModified" content="2021-01-01">
<div itemprop="articleBody">{PROSE}</div></body></html>"""

BROKEN_JSON = f"""<html><head><title>Ferry sinks</title><script type="application/ld+json">{{"@type": "NewsArticle",
"headline": "Ferry "sinks"", "datePublished": "2020-05-10T08:00:00+02:00",}}</script></head>
<body><article><h1>Ferry sinks</h1>{PROSE}</article></body></html>"""

TWO_ARTICLES = f"""<html><head><title>Ferry sinks</title><link rel="canonical" href="https://lake.example/ferry">
<script type="application/ld+json">[{{"@type": "NewsArticle", "url": "https://lake.example/wall", "datePublished": "2012-01-02"}},
{{"@type": "NewsArticle", "mainEntityOfPage": {{"@id": "https://lake.example/ferry"}},
 "datePublished": "2020-05-10"}}]</script></head>
<body><article><h1>Ferry sinks</h1>{PROSE}</article></body></html>"""

BARE = f"<title>Ferry sinks</title><b>Ferry sinks</b><br>10 May 2020<br><br>{LEAD}<br><br>{SECOND}"
